package org.vitrine.ui.desktop.lens;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import org.junit.jupiter.api.Test;
import org.vitrine.ui.desktop.Fx;
import org.vitrine.ui.desktop.lens.GenerationModel.Way;
import org.vitrine.ui.drawing.Picture;

class GenerationTabTest {
    private static GenerationTab tab(Fx fx) {
        return (GenerationTab) fx.window().view("generation").orElseThrow();
    }

    private static Picture shown(Fx fx) {
        return Fx.get(() -> tab(fx).pictureView().pictureProperty().get());
    }

    @Test
    void whatWasWrittenCanBeSteppedThroughAndRead() {
        try (Fx fx = Fx.open()) {
            fx.read("classroom-gpt2", Sessions.HEATHROW, "");
            fx.show("generation");
            Picture first = shown(fx);
            fx.click(fx.node("#generation-next"));
            fx.click(fx.node("#generation-next"));
            assertThat(tab(fx).model().stepProperty().get()).isEqualTo(2);
            assertThat(shown(fx)).isNotSameAs(first);
            fx.screenshot("generation-step-2").requireDrawn();
            fx.click(fx.node("#generation-previous"));
            assertThat(tab(fx).model().stepProperty().get()).isOne();
            String text = Fx.get(() -> tab(fx).model().writtenProperty().get().text());
            fx.click(fx.node("#generation-read"));
            assertThat(fx.session().exhibitProperty().get().texts().text()).isEqualTo(text)
                    .startsWith(Sessions.HEATHROW).contains("London");
        }
    }

    @Test
    void beamsShowWhatWasKeptAndWhatWasPruned() {
        try (Fx fx = Fx.open()) {
            fx.read("classroom-bart", Sessions.SPAIN, "");
            Fx.run(() -> tab(fx).model().wayProperty().set(Way.BEAMS));
            fx.show("generation");
            fx.click(fx.node("#generation-next"));
            fx.screenshot("generation-beams").requireDrawn();
            assertThat(Fx.get(() -> tab(fx).document().orElseThrow())).contains("\"hypotheses\"", "\"parent\"");
        }
    }

    @Test
    void fieldsOfSamplingAreSeenOnlyWhereTheyMatter() {
        try (Fx fx = Fx.open()) {
            fx.read("classroom-gpt2", Sessions.HEATHROW, "");
            fx.show("generation");
            Node seed = fx.node("#generation-seed");
            assertThat(seed.getParent().isVisible()).isFalse();
            Fx.run(() -> tab(fx).model().wayProperty().set(Way.SAMPLE));
            fx.settle();
            assertThat(seed.getParent().isVisible()).isTrue();
            fx.screenshot("generation-sampling").requireDrawn();
        }
    }
}
