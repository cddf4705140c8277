package org.vitrine.explain.attention;

import org.vitrine.transformer.layer.Linear;
import org.vitrine.transformer.ops.Ops;
import org.vitrine.transformer.tensor.Tensor;

/**
 * What single heads write. The heads' results stand side by side before the output projection, so each is multiplied with
 * rows of its own: head h with rows h·e to (h+1)·e of Wo. The heads' writings and the bias together are the part's
 * {@code out} (Elhage et al. 2021, "A Mathematical Framework for Transformer Circuits", "attention heads are independent and
 * additive").
 *
 * @param ops how the arithmetic is done
 * @param projection Wo and its bias: [H·e, d], [d]
 */
public record HeadWriter(Ops ops, Linear projection) {
    /**
     * What a head adds to the stream, without the bias that all heads share.
     *
     * @param head counted from 0
     * @param heads H
     * @param result what the head brings back [T, e]
     * @return [T, d]
     */
    public Tensor written(int head, int heads, Tensor result) {
        int rows = result.dim(0);
        int width = result.dim(1);
        if (head < 0 || head >= heads || heads * width != projection.weight().inputs()) {
            throw new IllegalArgumentException("head " + head + " of " + heads + ", each " + width
                    + " wide, does not fit a projection of " + projection.weight().inputs() + " inputs");
        }
        float[] alone = new float[rows * heads * width];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(result.data(), row * width, alone, (row * heads + head) * width, width);
        }
        return ops.linear(Tensor.of(alone, rows, heads * width), Linear.withoutBias(projection.weight()));
    }
}
