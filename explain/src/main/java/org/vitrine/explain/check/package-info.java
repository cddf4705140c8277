/**
 * Whether a forward pass computed the right numbers: two traces come in, what differs goes out, tensor by tensor, the first
 * one that is beyond the tolerance by name.
 *
 * <p>{@link org.vitrine.explain.check.TraceComparison} compares, {@link org.vitrine.explain.check.TensorDifference} says of
 * one tensor how far it is off and where, {@link org.vitrine.explain.check.Tolerance} how far it may be. The first tensor
 * that differs tells where the error is: all after it are made of it.
 *
 * <p>{@link org.vitrine.explain.check.GoldenTrace} is what Hugging Face transformers computed of a short text with each
 * classroom model. The three are part of the program, so parity is checked on every machine it runs on ({@code vitrine
 * check}), not only where it was built.
 */
package org.vitrine.explain.check;
