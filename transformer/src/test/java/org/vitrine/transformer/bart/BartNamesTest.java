package org.vitrine.transformer.bart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vitrine.transformer.Fixtures;
import org.vitrine.transformer.bart.BartConfig.Tower;
import org.vitrine.transformer.ops.ScalarOps;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Recording;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.transformer.trace.Trace;

/** The golden list of what BART records. */
class BartNamesTest {
    private static final List<String> EMBED = List.of("tokens", "positions", "sum", "resid");
    private static final List<String> ATTENTION = List.of("q", "k", "v", "scores", "pattern", "heads", "out", "sum",
            "resid");
    private static final List<String> MLP = List.of("pre", "act", "out", "sum", "resid");

    @Test
    void aBartNamesItsIntermediatesInTheOrderOfComputation() {
        List<String> expected = new ArrayList<>();
        add(expected, "encoder.embed.", EMBED);
        for (int layer = 0; layer < 6; layer++) {
            add(expected, "encoder." + layer + ".attn.", ATTENTION);
            add(expected, "encoder." + layer + ".mlp.", MLP);
        }
        add(expected, "decoder.embed.", EMBED);
        for (int layer = 0; layer < 6; layer++) {
            add(expected, "decoder." + layer + ".attn.", ATTENTION);
            add(expected, "decoder." + layer + ".cross.", ATTENTION);
            add(expected, "decoder." + layer + ".mlp.", MLP);
        }
        expected.add("head.logits");
        assertThat(trace(sixAndSix()).names()).map(TensorName::toString).containsExactlyElementsOf(expected)
                .hasSize(231);
    }

    @Test
    void everyTensorKnowsItsNameAndItsAxes() {
        Trace trace = trace(Fixtures.bart("bart-tiny", new ScalarOps()));
        for (TensorName name : trace.names()) {
            Tensor tensor = trace.get(name);
            assertThat(tensor.name()).isEqualTo(name.toString());
            assertThat(tensor.axes()).as(tensor.name()).isEqualTo(name.site().axes()).hasSize(tensor.shape().rank());
        }
        assertThat(trace.get("decoder.1.cross.scores").toString())
                .startsWith("decoder.1.cross.scores [H=4, T=2, S=3]");
    }

    private static void add(List<String> names, String where, List<String> sites) {
        sites.forEach(site -> names.add(where + site));
    }

    private static Trace trace(Bart model) {
        Recording recording = Recording.everything();
        model.forward(new int[]{0, 5, 2}, new int[]{2, 0}, recording);
        return recording.trace();
    }

    /** As deep as bart-base: the first layers of bart-tiny, six times over. */
    private static Bart sixAndSix() {
        Bart tiny = Fixtures.bart("bart-tiny", new ScalarOps());
        BartConfig config = tiny.config();
        BartWeights w = tiny.weights();
        Tower tower = new Tower(6, config.encoder().heads(), config.encoder().neurons());
        return new Bart(
                new BartConfig(tower, tower, config.width(), config.context(), config.vocabulary(),
                        config.activation(), config.scaled(), config.tied(), config.specials()),
                new BartWeights(w.encoderEmbed(), Collections.nCopies(6, w.encoder().getFirst()), w.decoderEmbed(),
                        Collections.nCopies(6, w.decoder().getFirst()), w.head()),
                new ScalarOps());
    }
}
