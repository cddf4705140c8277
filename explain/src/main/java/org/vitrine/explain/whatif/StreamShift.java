package org.vitrine.explain.whatif;

import org.vitrine.transformer.trace.TensorName;

/**
 * How much one tensor of the stream changed.
 *
 * @param relative the length of the difference, in lengths of what it was before: 0 if nothing changed
 * @param position where it changed most; −1 if nothing changed
 */
public record StreamShift(TensorName stream, double relative, int position) {
}
