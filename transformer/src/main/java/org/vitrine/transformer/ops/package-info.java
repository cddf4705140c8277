/**
 * The few operations a transformer needs. {@link org.vitrine.transformer.ops.ScalarOps} is their definition in plain
 * loops; {@link org.vitrine.transformer.ops.VectorOps} gives the same numbers faster. A model never knows which it uses.
 */
package org.vitrine.transformer.ops;
