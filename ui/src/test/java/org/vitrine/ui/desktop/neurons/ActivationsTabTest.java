package org.vitrine.ui.desktop.neurons;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.ui.desktop.Fx;
import org.vitrine.ui.desktop.Screenshot;
import org.vitrine.ui.desktop.canvas.PictureView;
import org.vitrine.ui.desktop.state.Look;
import org.vitrine.ui.picture.spot.FactorSpot;

class ActivationsTabTest {
    static final String PASSAGE = "Anna had a small dog. One rainy day the dog ran away. Anna looked in the garden, but the dog "
            + "was not there. She asked Tom for help. \"Have you seen my dog?\" she asked. \"Yes,\" said Tom, \"your dog is in "
            + "the park.\" Anna ran to the park and found the dog. She was very happy and thanked Tom. The capital of France "
            + "is Paris. The capital of Japan is Tokyo. The opposite of hot is cold. Two plus three is five. Count: three, "
            + "four, five, six, seven. The days are Monday, Tuesday, Wednesday, Thursday, Friday.";

    private static Fx passage(boolean dark) {
        Fx fx = Fx.open(new Look(dark, 1));
        fx.read("classroom-bert", PASSAGE, "");
        fx.show("activations");
        return fx;
    }

    private static PictureView picture(Fx fx) {
        return ((ActivationsTab) fx.window().view("activations").orElseThrow()).pictureView();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theWholeWindowIsDrawnInBothThemesAndSizes(boolean dark) {
        String theme = dark ? "dark" : "light";
        try (Fx fx = passage(dark)) {
            fx.screenshot("activations-" + theme + "-1280").requireDrawn();
            fx.screenshot("activations-" + theme + "-1920", 1920, 1080).requireDrawn();
            fx.click(picture(fx), new FactorSpot(2));
            fx.screenshot("activations-pinned-" + theme + "-1280").requireDrawn();
            fx.click(fx.node("#activations-neuron"));
            fx.screenshot("activations-neuron-" + theme + "-1280").requireDrawn();
            fx.screenshot("activations-neuron-" + theme + "-1920", 1920, 1080).requireDrawn();
        }
    }
}
