/**
 * The operations on a GPU. {@code TornadoOps} puts off every operation until somebody looks at a number;
 * then what was put off runs in the device's memory, layer by layer.
 */
package org.vitrine.tornado;
