/**
 * What a model computes, by name: how it is recorded, how it is looked up, what others call it.
 *
 * <pre>
 *   decoder . 3 . attn . pattern          Stack . layer . Part . Site
 *   encoder . embed . resid               no layer outside the layers
 *   head . logits                         the head is a stack and a part in one
 * </pre>
 *
 * <p>In the order in which a number passes by: the model makes a tensor and calls {@link
 * org.vitrine.transformer.trace.Scope#keep}, which knows the beginning of the name; a {@link
 * org.vitrine.transformer.trace.Recorder} is handed name and tensor, and hands back the one to go on with, the same or
 * another; a {@link org.vitrine.transformer.trace.Recording} is the recorder that keeps; a {@link
 * org.vitrine.transformer.trace.Trace} is what was kept, in the order of computation; {@link
 * org.vitrine.transformer.trace.TraceFile} writes it where Python can read it.
 *
 * <p>Read {@link org.vitrine.transformer.trace.Site} first: it has a formula, a shape and a source for every place. {@link
 * org.vitrine.transformer.trace.TensorName} has the rules. Two of them matter most: {@code resid} is the stream as the next
 * reader sees it, in every model; and a part's input has no name of its own, for it is the {@code resid} before.
 *
 * <p>{@link org.vitrine.transformer.trace.Counterpart} says what Hugging Face and TransformerLens call the same thing, and
 * {@link org.vitrine.transformer.trace.Architecture} which formula holds in which model; {@code docs/parity.md} shows both
 * as tables.
 */
package org.vitrine.transformer.trace;
