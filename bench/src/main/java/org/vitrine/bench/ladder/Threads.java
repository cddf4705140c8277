package org.vitrine.bench.ladder;

import java.util.stream.IntStream;
import org.vitrine.transformer.tensor.Tensor;

/** The panels are shared out among the processors. No two write the same number, so nobody waits for anybody. */
final class Threads implements Rung {
    private final RegisterBlock block;

    Threads(RegisterBlock block) {
        this.block = block;
    }

    @Override
    public String name() {
        return block.rows() + " rows, " + threads() + " threads";
    }

    @Override
    public String change() {
        return "Every processor takes the next panel that nobody has taken.";
    }

    @Override
    public Tensor multiply(Tensor x, Matrix w) {
        RegisterBlock.Product product = RegisterBlock.Product.of(x, w);
        IntStream.range(0, w.panels().count()).parallel().forEach(panel -> block.panel(product, panel));
        return product.result();
    }

    @Override
    public int threads() {
        return Runtime.getRuntime().availableProcessors();
    }
}
