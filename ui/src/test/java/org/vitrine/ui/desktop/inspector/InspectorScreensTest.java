package org.vitrine.ui.desktop.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.ui.desktop.Fx;
import org.vitrine.ui.desktop.Screenshot;
import org.vitrine.ui.desktop.state.Look;

/** What the view looks like, in both themes and at two sizes. */
class InspectorScreensTest {
    private static final String GPT2 = " Heathrow airport is in the city of";

    @ParameterizedTest
    @CsvSource({"classroom-gpt2, decoder.3.attn.pattern, pattern", "classroom-bert, encoder.0.mlp.act, act",
            "classroom-bart, decoder.1.cross.pattern, cross", "classroom-gpt2, head.logits, logits"})
    void theViewIsDrawnInBothThemesAndAtTwoSizes(String model, String tensor, String file) {
        for (boolean dark : new boolean[]{false, true}) {
            try (Fx fx = Fx.open(new Look(dark, 1))) {
                fx.read(model, model.endsWith("gpt2") ? GPT2 : "the cat sat on the mat", "");
                fx.show("inspector");
                Fx.run(() -> fx.session().selection().tensor().set(TensorName.parse(tensor)));
                fx.settle();
                String name = "inspector-" + file + (dark ? "-dark-" : "-light-");
                Screenshot small = fx.screenshot(name + "1280").requireDrawn();
                Screenshot large = fx.screenshot(name + "1920", 1920, 1080).requireDrawn();
                assertThat(small.width()).isEqualTo(1280);
                assertThat(large.width()).isEqualTo(1920);
            }
        }
    }
}
