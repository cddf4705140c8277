package org.vitrine.ui.desktop.neurons;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.ui.desktop.Fx;
import org.vitrine.ui.desktop.Screenshot;
import org.vitrine.ui.desktop.View;
import org.vitrine.ui.desktop.canvas.PictureView;
import org.vitrine.ui.desktop.state.Look;
import org.vitrine.ui.desktop.state.Selection;
import org.vitrine.ui.drawing.SvgSurface;
import org.vitrine.ui.picture.spot.CellSpot;
import org.vitrine.ui.picture.spot.HeadSpot;
import org.vitrine.ui.picture.spot.KeySpot;
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

    @Test
    void pointingAtATokenShowsItsLinesAloneAndLeavingItBringsTheOthersBack() {
        try (Fx fx = catAndRug(false)) {
            PictureView picture = picture(fx);
            fx.point(picture, new KeySpot(AttentionKind.ENCODER, 13));
            Screenshot before = fx.screenshot("neuron-view-left", picture);
            fx.point(picture, new QuerySpot(AttentionKind.ENCODER, 3));
            Screenshot pointed = fx.screenshot("neuron-view-pointed", picture);
            assertThat(pointed.differences(before)).isGreaterThan(1000);
            fx.point(picture, new KeySpot(AttentionKind.ENCODER, 13));
            assertThat(fx.screenshot("neuron-view-left-again", picture).differences(before)).isLessThan(200);
        }
    }

    @Test
    void aClickOpensATokenAnotherOneClosesItAndAnyNumberCanBeChosen() {
        try (Fx fx = catAndRug(false)) {
            PictureView picture = picture(fx);
            CellSpot number = CellSpot.of(TensorName.parse("encoder.1.attn.q"), 2, 3, 5);
            assertThat(Fx.get(() -> picture.reveal(number))).isEmpty();
            fx.click(picture, new QuerySpot(AttentionKind.ENCODER, 3));
            assertThat(fx.session().selection().position(Stack.ENCODER).get()).isEqualTo(3);
            fx.click(picture, number);
            assertThat(fx.session().selection().cell().get()).isEqualTo(number);
            fx.click(picture, new QuerySpot(AttentionKind.ENCODER, 3));
            assertThat(Fx.get(() -> picture.reveal(number))).isEmpty();
            assertThat(Fx.get(() -> picture.reveal(new QuerySpot(AttentionKind.ENCODER, 10)))).isPresent();
        }
    }

    @Test
    void everythingIsReachedByKeys() {
        try (Fx fx = catAndRug(false)) {
            fx.focus(fx.node("#neuron-open"));
            fx.press(KeyCode.SPACE);
            assertThat(Fx.get(() -> picture(fx)
                    .reveal(CellSpot.of(TensorName.parse("encoder.1.attn.scores"), 2, 10, 9)))).isPresent();
            fx.focus(fx.node("#neuron-head"));
            fx.press(KeyCode.DOWN);
            assertThat(fx.session().selection().head().get()).isEqualTo(3);
            fx.focus(fx.node("#neuron-layer"));
            fx.press(KeyCode.UP);
            assertThat(fx.session().selection().layer().get()).isZero();
            fx.focus(fx.node("#neuron-token"));
            fx.press(KeyCode.UP);
            assertThat(fx.session().selection().position(Stack.ENCODER).get()).isEqualTo(9);
            fx.focus(fx.node("#neuron-hide-special"));
            fx.press(KeyCode.SPACE);
            assertThat(Fx.get(() -> picture(fx).reveal(new KeySpot(AttentionKind.ENCODER, 0)))).isEmpty();
            assertThat(Fx.get(() -> picture(fx).reveal(new KeySpot(AttentionKind.ENCODER, 1)))).isPresent();
            fx.focus(fx.node("#neuron-filter"));
            fx.press(KeyCode.DOWN);
            assertThat(view(fx).settings()).containsEntry("filter", "a-a");
            assertThat(Fx.get(() -> view(fx).document()).orElseThrow()).contains("\"filter\":\"a-a\"");
        }
    }

    @Test
    void whatIsSelectedElsewhereIsShownAndWithoutATokenThatIsSaid() {
        try (Fx fx = catAndRug(false)) {
            Fx.run(() -> fx.session().selection().choose(new HeadSpot(AttentionKind.ENCODER, 5, 3)));
            fx.settle();
            assertThat(((ComboBox<?>) fx.node("#neuron-layer")).getValue()).isEqualTo(5);
            assertThat(((ComboBox<?>) fx.node("#neuron-head")).getValue()).isEqualTo(3);
            assertThat(Fx.get(() -> view(fx).document()).orElseThrow()).contains("\"layer\":5", "\"head\":3");
            Fx.run(() -> {
                fx.session().selection().position(Stack.ENCODER).set(Selection.NONE);
                view(fx).restore(Map.of("open", "true"));
            });
            fx.settle();
            assertThat(SvgSurface.document(Fx.get(() -> picture(fx).pictureProperty().get())))
                    .contains("No token selected.");
        }
    }

    @Test
    void aDecoderLooksAcrossAndInItselfItHidesWhatIsToCome() {
        try (Fx fx = Fx.open()) {
            fx.read("classroom-bart", "The cat sat on the mat.", "The cat slept.");
            fx.show("neuron-view");
            Fx.run(() -> {
                fx.session().selection().attention().set(AttentionKind.CROSS);
                fx.session().selection().position(Stack.DECODER).set(1);
            });
            fx.settle();
            fx.click(picture(fx), new QuerySpot(AttentionKind.CROSS, 1));
            fx.screenshot("neuron-view-cross").requireDrawn();
            int last = fx.session().exhibitProperty().get().reading().tokens().encoder().size() - 1;
            assertThat(Fx.get(() -> picture(fx).reveal(new KeySpot(AttentionKind.CROSS, last)))).isPresent();
            assertThat(Fx.get(() -> picture(fx)
                    .reveal(CellSpot.of(TensorName.parse("decoder.0.cross.v"), 0, last, 0)))).isPresent();
            Fx.run(() -> fx.session().selection().attention().set(AttentionKind.DECODER));
            fx.settle();
            assertThat(Fx.get(() -> picture(fx).reveal(new KeySpot(AttentionKind.DECODER, 1)))).isPresent();
            assertThat(Fx.get(() -> picture(fx).reveal(new KeySpot(AttentionKind.DECODER, 2)))).isEmpty();
        }
    }

    @Test
    void afterAnInterventionTheChangesOfTheWeightsAreShown() {
        try (Fx fx = catAndRug(false)) {
            fx.click(picture(fx), new QuerySpot(AttentionKind.ENCODER, 10));
            Fx.run(() -> fx.session().exhibitProperty()
                    .set(Exhibits.without(fx.session().exhibitProperty().get(), "encoder.0.mlp.act")));
            fx.settle();
            fx.screenshot("neuron-view-changed").requireDrawn();
            assertThat(SvgSurface.document(Fx.get(() -> picture(fx).pictureProperty().get()))).contains(">change<",
                    "after the intervention");
        }
    }

    private static View view(Fx fx) {
        return fx.window().view("neuron-view").orElseThrow();
    }
}
