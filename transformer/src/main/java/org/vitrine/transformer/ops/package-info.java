/**
 * The operations that a transformer needs, fourteen of them, and ways to do them. A model never knows which way it uses.
 *
 * <pre>
 *   Ops          what there is: shapes, formula, source, how exact another back end must be
 *   ScalarOps    the definition: plain loops, one thread, never optimised
 *   VectorOps    the same numbers with the Vector API and threads
 *   Accelerator  a device beside the CPU, found through ServiceLoader (the module tornado)
 * </pre>
 *
 * <p>Read {@link org.vitrine.transformer.ops.Ops} for what each operation is for, {@link
 * org.vitrine.transformer.ops.ScalarOps} to step through it. Every operation makes a fresh tensor and first checks its
 * shapes ({@link org.vitrine.transformer.ops.Checks}), so a mistake is told in one line with both shapes in it.
 *
 * <p>{@link org.vitrine.transformer.ops.VectorOps} is for whoever wants to know how it becomes fast. Lanes of a vector run
 * across outputs, not along the inputs that are summed, so each sum has the order of the definition and the same bits:
 * {@code PanelProduct} and {@code PanelKernels} for x·W, {@code RowDots} for the few rows of attention, {@code
 * BackwardProduct} for x·Wᵀ. Softmax, norm and activations ({@code SoftmaxRow}, {@code NormRow}, {@code Activations}, {@code
 * Exp}) stay within what {@code Ops} states. {@code Workers} shares rows and panels out among threads; {@code Warmth} takes
 * plain loops until the compiler has learnt the vector code. {@code bench/LADDER.md} climbs from the one to the other in ten
 * steps.
 *
 * <p>A run that is no longer wanted is ended by interrupting its thread: operations look up between their parts and throw
 * {@link org.vitrine.transformer.ops.CancelledException}.
 */
package org.vitrine.transformer.ops;
