package org.vitrine.tornado;

import org.vitrine.transformer.tensor.DistantNumbers;
import org.vitrine.transformer.tensor.Tensor;

/**
 * What a tensor holds of a result on the device. As long as some tensor does, the result is kept; when none does any more, its
 * place may be taken.
 */
final class Numbers implements DistantNumbers {
    private final TornadoOps ops;
    private final Cell cell;

    Numbers(TornadoOps ops, Cell cell) {
        this.ops = ops;
        this.cell = cell;
    }

    TornadoOps ops() {
        return ops;
    }

    Cell cell() {
        return cell;
    }

    @Override
    public float[] fetch() {
        return ops.engine().numbers(cell);
    }

    @Override
    public Tensor rows(Tensor x, int... rows) {
        return ops.rows(x, rows);
    }

    @Override
    public Tensor splitHeads(Tensor x, int heads) {
        return ops.splitHeads(x, heads);
    }

    @Override
    public Tensor mergeHeads(Tensor x) {
        return ops.mergeHeads(x);
    }

    @Override
    public Tensor append(Tensor x, Tensor below) {
        return ops.append(x, below);
    }
}
