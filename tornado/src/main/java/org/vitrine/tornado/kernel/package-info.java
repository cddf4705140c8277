/** What runs on the device: {@link org.vitrine.tornado.kernel.Kernels}, read by TornadoVM's compiler. */
package org.vitrine.tornado.kernel;
