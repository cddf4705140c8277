package org.vitrine.ui.desktop.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import javafx.scene.control.CheckBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.transformer.trace.Trace;
import org.vitrine.ui.desktop.Fx;
import org.vitrine.ui.desktop.Screenshot;
import org.vitrine.ui.desktop.state.Exhibit;
import org.vitrine.ui.desktop.state.ForwardPass;
import org.vitrine.ui.desktop.state.Look;
import org.vitrine.ui.desktop.work.Progress;
import org.vitrine.ui.picture.spot.CellSpot;

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

    @Test
    void aDifferenceIsSignedAndLargeLettersAndWindowsOfNumbersAreDrawn() {
        try (Fx fx = Fx.open(new Look(false, 1.5))) {
            fx.read("classroom-gpt2", GPT2, "");
            Fx.run(() -> change(fx));
            fx.show("inspector");
            Fx.run(() -> {
                fx.session().selection().tensor().set(TensorName.parse("decoder.4.mlp.out"));
                ((CheckBox) fx.window().root().lookup("#tensor-numbers")).setSelected(true);
                fx.session().selection().cell().set(CellSpot.of(TensorName.parse("decoder.4.mlp.out"), 3, 64));
            });
            fx.settle();
            fx.screenshot("inspector-difference-light-1280").requireDrawn();
            InspectorTab tab = (InspectorTab) fx.window().view("inspector").orElseThrow();
            Inspected shown = Fx.get(() -> tab.model().inspectedProperty().get());
            assertThat(shown.map().difference()).isTrue();
            assertThat(shown.numbers().statistics().min()).isNegative();
            assertThat(shown.numbers().statistics().max()).isPositive();
            assertThat(fx.node("#compared-difference").isVisible()).isTrue();
            assertThat(fx.node("#first-column").isVisible()).isTrue();
            fx.click(fx.node("#compared-before"));
            assertThat(Fx.get(() -> tab.model().inspectedProperty().get()).tensor())
                    .isSameAs(shown.exhibit().before().orElseThrow().get("decoder.4.mlp.out"));
        }
    }

    /** The second layer's attention is left out. */
    private static void change(Fx fx) {
        Exhibit read = fx.session().exhibitProperty().get();
        TensorName out = TensorName.parse("decoder.1.attn.out");
        Trace changed = ForwardPass.rerun(read, inner -> (name, tensor) -> inner.keep(name,
                name.equals(out) ? Tensor.of(new float[tensor.size()], tensor.shape()) : tensor), Progress.NONE);
        fx.session().exhibitProperty().set(read.with(changed, Optional.of(read.trace())));
    }
}
