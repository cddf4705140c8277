package org.vitrine.ui.desktop.neurons;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.ui.desktop.Fx;
import org.vitrine.ui.desktop.Screenshot;
import org.vitrine.ui.desktop.View;
import org.vitrine.ui.desktop.canvas.PictureView;
import org.vitrine.ui.desktop.state.Exhibit;
import org.vitrine.ui.desktop.state.Look;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.SvgSurface;
import org.vitrine.ui.picture.spot.FactorSpot;
import org.vitrine.ui.picture.spot.NeuronSpot;

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

    @Test
    void pointingAtAFactorShowsItAloneAndAClickKeepsItSo() {
        try (Fx fx = passage(false)) {
            PictureView picture = picture(fx);
            Node elsewhere = fx.node("#factors-components"); // a token would tell its own numbers
            fx.point(elsewhere, 0.5, 0.5);
            Screenshot all = fx.screenshot("activations-all", picture);
            fx.point(picture, new FactorSpot(2));
            Screenshot alone = fx.screenshot("activations-alone", picture);
            assertThat(alone.differences(all)).isGreaterThan(10_000);
            fx.point(elsewhere, 0.5, 0.5);
            assertThat(fx.screenshot("activations-all-again", picture).differences(all)).isLessThan(500);
            fx.click(picture, new FactorSpot(2));
            fx.point(elsewhere, 0.5, 0.5);
            assertThat(fx.screenshot("activations-pinned", picture).differences(alone)).isLessThan(3000);
            fx.focus(fx.node("#factors-components"));
            fx.press(KeyCode.ESCAPE);
            assertThat(fx.screenshot("activations-unpinned", picture).differences(all)).isLessThan(500);
        }
    }

    @Test
    void theNeuronsOfAPinnedFactorCanBeChosenAndAreShownAlongTheText() {
        try (Fx fx = passage(false)) {
            fx.click(picture(fx), new FactorSpot(2));
            NeuronSpot neuron = Fx.get(() -> IntStream.range(0, 6 * 512)
                    .mapToObj(i -> new NeuronSpot(Stack.ENCODER, i / 512, i % 512))
                    .filter(spot -> picture(fx).reveal(spot).isPresent()).findFirst().orElseThrow());
            fx.click(picture(fx), neuron);
            assertThat(fx.session().selection().neuron().get()).isEqualTo(neuron);
            fx.click(fx.node("#activations-neuron"));
            assertThat(Fx.get(() -> view(fx).document()).orElseThrow())
                    .contains("\"layer\":" + neuron.layer() + ",\"neuron\":" + neuron.neuron());
        }
    }

    @Test
    void everythingIsReachedByKeys() {
        try (Fx fx = passage(false)) {
            fx.focus(fx.node("#factors-components"));
            fx.press(KeyCode.RIGHT);
            fx.press(KeyCode.RIGHT);
            assertThat(view(fx).settings()).containsEntry("components", "10");
            assertThat(Fx.get(() -> picture(fx).reveal(new FactorSpot(9)))).isPresent();
            fx.focus(fx.node("#factors-from"));
            fx.press(KeyCode.DOWN);
            fx.focus(fx.node("#factors-last"));
            fx.press(KeyCode.UP);
            assertThat(view(fx).settings()).containsEntry("to_layer", "5");
            assertThat(Fx.get(() -> view(fx).document()).orElseThrow()).contains("\"from_layer\":1", "\"to_layer\":5");
            fx.focus(fx.node("#factors-seed"));
            fx.press(KeyCode.END);
            fx.press(KeyCode.DIGIT3);
            fx.press(KeyCode.ENTER);
            assertThat(Fx.get(() -> view(fx).document()).orElseThrow()).contains("\"seed\":3");
            fx.press(KeyCode.X);
            fx.press(KeyCode.ENTER);
            assertThat(((TextField) fx.node("#factors-seed")).getText()).isEqualTo("3");
            fx.focus(fx.node("#factors-start"));
            fx.press(KeyCode.DOWN);
            assertThat(Fx.get(() -> view(fx).document()).orElseThrow()).contains("\"start\":\"nndsvd\"");
            assertThat(fx.node("#factors-seed").isDisabled()).isTrue();
        }
    }

    @Test
    void aNeuronIsFoundByTypingAndWhatIsNotThereIsSaid() {
        try (Fx fx = passage(true)) {
            fx.click(fx.node("#activations-neuron"));
            fx.focus(fx.node("#neuron-search"));
            fx.press(KeyCode.DIGIT3);
            fx.press(KeyCode.PERIOD);
            fx.press(KeyCode.DIGIT7);
            fx.press(KeyCode.ENTER);
            assertThat(fx.session().selection().neuron().get()).isEqualTo(new NeuronSpot(Stack.ENCODER, 3, 7));
            assertThat(Fx.get(() -> view(fx).document()).orElseThrow()).contains("\"neuron\":7");
            fx.press(KeyCode.DIGIT9);
            fx.press(KeyCode.DIGIT9);
            fx.press(KeyCode.ENTER);
            assertThat(((Label) fx.node("#neuron-searched")).getText()).startsWith("There is no neuron 3.799");
        }
    }

    @Test
    void whileFactorsAreLookedForTheTextIsThereWithoutColours() {
        try (Fx fx = passage(false)) {
            Picture frame = Fx.get(() -> {
                Exhibit exhibit = fx.session().exhibitProperty().get();
                fx.session().exhibitProperty().set(exhibit.with(exhibit.trace(), Optional.of(exhibit.trace())));
                assertThat(picture(fx).getScene().lookup("#factors-course").isVisible()).isTrue();
                return picture(fx).pictureProperty().get();
            });
            assertThat(SvgSurface.document(frame)).contains("Looking for neurons", ">anna<");
            fx.settle();
            assertThat(SvgSurface.document(Fx.get(() -> picture(fx).pictureProperty().get())))
                    .doesNotContain("Looking for neurons").contains("peak");
            assertThat(fx.node("#factors-course").isVisible()).isFalse();
        }
    }

    @Test
    void afterAnInterventionThatIsSaidAndNeuronsShowTheirChange() {
        try (Fx fx = passage(false)) {
            Fx.run(() -> fx.session().exhibitProperty()
                    .set(Exhibits.without(fx.session().exhibitProperty().get(), "encoder.0.mlp.act")));
            fx.settle();
            assertThat(((Label) fx.node("#factors-note")).getText()).contains("after the intervention");
            fx.click(fx.node("#activations-neuron"));
            fx.screenshot("activations-neuron-changed").requireDrawn();
            assertThat(SvgSurface.document(Fx.get(() -> picture(fx).pictureProperty().get())))
                    .contains("change of the activation");
        }
    }

    private static View view(Fx fx) {
        return fx.window().view("activations").orElseThrow();
    }
}
