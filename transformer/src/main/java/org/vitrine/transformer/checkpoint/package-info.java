/**
 * What a model makes of the tensors in a checkpoint: a file's names come in, a plan of what is used where goes out, with
 * what is missing and what is left out, and why.
 *
 * <p>Each model writes down once which tensors it reads and which intermediates they make, beside its weights ({@code
 * Gpt2Names}, {@code BertNames}, {@code BartNames}):
 * <pre>
 *   mlp.c_fc     mlp.pre          h.3.mlp.c_fc.weight and .bias make decoder.3.mlp.pre
 * </pre>
 * Loading and {@code vitrine inspect} read the same lines, so what is shown is what happens.
 *
 * <p>{@link org.vitrine.transformer.checkpoint.TensorPlan} holds those lines; {@link
 * org.vitrine.transformer.checkpoint.Inventory} is the plan beside a real file, and refuses one that is not complete; {@link
 * org.vitrine.transformer.checkpoint.LeftOut} says why a tensor is not read: a buffer, a copy, a head for another task, or a
 * part of something that is not supported.
 */
package org.vitrine.transformer.checkpoint;
