package org.vitrine.ui.desktop.neurons;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.ui.desktop.Fx;
import org.vitrine.ui.desktop.Screenshot;
import org.vitrine.ui.desktop.canvas.PictureView;
import org.vitrine.ui.desktop.state.Look;
import org.vitrine.ui.picture.spot.QuerySpot;

class NeuronTabTest {
    private static Fx catAndRug(boolean dark) {
        Fx fx = Fx.open(new Look(dark, 1));
        fx.read("classroom-bert", "The cat sat on the mat", "The cat lay on the rug");
        fx.show("neuron-view");
        Fx.run(() -> {
            fx.session().selection().layer().set(1);
            fx.session().selection().head().set(2);
            fx.session().selection().position(Stack.ENCODER).set(10);
        });
        fx.settle();
        return fx;
    }

    private static PictureView picture(Fx fx) {
        return ((NeuronTab) fx.window().view("neuron-view").orElseThrow()).pictureView();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theWholeWindowIsDrawnInBothThemesAndSizes(boolean dark) {
        String theme = dark ? "dark" : "light";
        try (Fx fx = catAndRug(dark)) {
            fx.screenshot("neuron-view-closed-" + theme + "-1280").requireDrawn();
            fx.point(picture(fx), new QuerySpot(AttentionKind.ENCODER, 3));
            fx.screenshot("neuron-view-pointed-" + theme + "-1280").requireDrawn();
            fx.click(picture(fx), new QuerySpot(AttentionKind.ENCODER, 10));
            fx.screenshot("neuron-view-" + theme + "-1280").requireDrawn();
            fx.screenshot("neuron-view-" + theme + "-1920", 1920, 1080).requireDrawn();
        }
    }
}
