/**
 * The models themselves. Read in this order: {@link org.vitrine.transformer.tensor.Tensor}, {@link
 * org.vitrine.transformer.ops.ScalarOps} (the definition of every operation), {@link
 * org.vitrine.transformer.layer.Attention}, {@link org.vitrine.transformer.gpt2.Gpt2}, {@link
 * org.vitrine.transformer.trace.TensorName}.
 */
package org.vitrine.transformer;
