package org.vitrine.ui.desktop.lens;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.vitrine.explain.Lens;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.ui.cli.Run;
import org.vitrine.ui.desktop.Fx;
import org.vitrine.ui.desktop.PictureTab;
import org.vitrine.ui.desktop.View;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.picture.RankingsWatchPicture.Part;
import org.vitrine.ui.picture.spot.CandidateSpot;
import org.vitrine.ui.picture.spot.LayerSpot;
import org.vitrine.ui.picture.spot.TokenSpot;

class LensTabsTest {
    private static View view(Fx fx, String id) {
        return fx.window().view(id).orElseThrow();
    }

    private static int id(Fx fx, String token) {
        return Fx.get(() -> fx.session().exhibitProperty().get().model().tokenizer().encode(token).ids()[0]);
    }

    private static String text(Fx fx, String label) {
        Label found = (Label) fx.node(label);
        return Fx.get(found::getText);
    }

    @Test
    void aClickOnACandidateOutlinesItEverywhereAndOffersToWatchIt() {
        try (Fx fx = Fx.open()) {
            fx.read("classroom-gpt2", Sessions.HEATHROW, "");
            fx.show("predictions");
            PredictionsTab tab = (PredictionsTab) view(fx, "predictions");
            assertThat(fx.node("#predictions-watch").isVisible()).isFalse();
            int london = id(fx, " London");
            fx.click(tab.pictureView(), new CandidateSpot(4, 7, london));
            assertThat(tab.model().candidateProperty().get()).isEqualTo(london);
            assertThat(fx.session().selection().layer().get()).isEqualTo(4);
            fx.screenshot("predictions-chosen").requireDrawn();
            fx.click(fx.node("#predictions-watch"));
            fx.show("rankings-watch");
            RankingsWatchTab watch = (RankingsWatchTab) view(fx, "rankings-watch");
            assertThat(watch.model().watched().words()).extracting(WatchedWord::id).containsExactly(london);
        }
    }

    @Test
    void aClickOnALayersNameSelectsItAndTheArrowsStepThroughTheText() {
        try (Fx fx = Fx.open()) {
            fx.read("classroom-gpt2", Sessions.HEATHROW, "");
            fx.show("predictions");
            PictureTab tab = (PictureTab) view(fx, "predictions");
            fx.click(tab.pictureView(), new LayerSpot(3));
            assertThat(fx.session().selection().layer().get()).isEqualTo(3);
            String before = text(fx, "#predictions-sentence");
            fx.click(fx.node("#predictions-previous"));
            assertThat(fx.session().selection().position(Stack.DECODER).get()).isEqualTo(5);
            assertThat(text(fx, "#predictions-sentence")).isNotEqualTo(before).startsWith("Position 6:")
                    .contains("there the text has ‘·of’");
            assertThat(Run.parse(Fx.get(() -> tab.document().orElseThrow())).get("position").intValue()).isEqualTo(6);
        }
    }

    @Test
    void oneLayerChosenInTheListIsSelectedInAllViews() {
        try (Fx fx = Fx.open()) {
            fx.read("classroom-gpt2", Sessions.HEATHROW, "");
            fx.show("predictions");
            @SuppressWarnings("unchecked")
            ComboBox<Integer> layers = (ComboBox<Integer>) fx.node("#predictions-layers");
            Fx.run(() -> layers.setValue(-1));
            fx.settle();
            assertThat(fx.session().selection().layer().get()).isEqualTo(-1);
            View view = view(fx, "predictions");
            assertThat(Run.parse(Fx.get(() -> view.document().orElseThrow())).get("layers")).hasSize(1);
            Fx.run(() -> fx.session().selection().choose(new LayerSpot(2)));
            fx.settle();
            assertThat(layers.getValue()).isEqualTo(2);
            fx.screenshot("predictions-one-layer").requireDrawn();
        }
    }

    @Test
    void theNextMaskIsOneClickAway() {
        try (Fx fx = Fx.open()) {
            fx.read("classroom-bert", Sessions.MASKED, "");
            fx.show("predictions");
            fx.click(fx.node("#predictions-next-mask"));
            assertThat(fx.session().selection().position(Stack.ENCODER).get()).isEqualTo(6);
            assertThat(text(fx, "#predictions-sentence")).startsWith("Position 6:");
        }
    }

    @Test
    void aRankSelectsItsLayerAndItsToken() {
        try (Fx fx = Fx.open()) {
            fx.read("classroom-gpt2", Sessions.HEATHROW, "");
            fx.show("rankings");
            RankingsTab tab = (RankingsTab) view(fx, "rankings");
            fx.click(tab.pictureView(), new CandidateSpot(2, 4, id(fx, " the")));
            assertThat(fx.session().selection().layer().get()).isEqualTo(2);
            assertThat(fx.session().selection().position(Stack.DECODER).get()).isEqualTo(4);
            fx.click(tab.pictureView(), new TokenSpot(Stack.DECODER, 1));
            assertThat(fx.session().selection().position(Stack.DECODER).get()).isOne();
            assertThat(Run.parse(Fx.get(() -> tab.document().orElseThrow())).get("columns")).hasSize(11);
            assertThat(Fx.get(() -> tab.picture(Theme.LIGHT).orElseThrow().title())).contains("classroom-gpt2");
        }
    }

    @Test
    void aTypedWordIsWatchedAndCanBeRemoved() {
        try (Fx fx = Fx.open()) {
            fx.read("classroom-gpt2", Sessions.HEATHROW, "");
            fx.show("rankings-watch");
            RankingsWatchTab tab = (RankingsWatchTab) view(fx, "rankings-watch");
            TextField field = (TextField) fx.node("#rankings-watch-field");
            fx.focus(field);
            fx.press(KeyCode.SPACE);
            fx.press(KeyCode.A);
            fx.press(KeyCode.ENTER);
            assertThat(tab.model().watched().words()).hasSize(3).last()
                    .satisfies(word -> assertThat(word.text()).isEqualTo(" a"));
            assertThat(field.getText()).isEmpty();
            fx.press(KeyCode.ENTER);
            assertThat(Fx.get(() -> fx.session().messageProperty().get())).isEqualTo("Type a word to watch.");
            fx.click(fx.node("#rankings-watch-words .button"));
            assertThat(tab.model().watched().words()).hasSize(2);
            Fx.run(() -> field.setText(" xylophone"));
            fx.focus(field);
            fx.press(KeyCode.ENTER);
            fx.screenshot("rankings-watch-pieces").requireDrawn();
            assertThat(text(fx, "#rankings-watch-sentence")).contains("‘·xylophone’ is");
        }
    }

    @Test
    void theLineThatIsPointedAtStandsOut() {
        try (Fx fx = Fx.open()) {
            fx.read("classroom-gpt2", Sessions.HEATHROW, "");
            fx.show("rankings-watch");
            RankingsWatchTab tab = (RankingsWatchTab) view(fx, "rankings-watch");
            assertThat(tab.pictureView().fadedProperty().get()).isFalse();
            fx.point(tab.pictureView(), new CandidateSpot(2, 7, id(fx, " London")));
            assertThat(tab.pictureView().fadedProperty().get()).isTrue();
            assertThat(tab.pictureView().overlayProperty().get()).isNotNull();
            fx.screenshot("rankings-watch-pointed").requireDrawn();
            fx.click(tab.pictureView(), new CandidateSpot(2, 7, id(fx, " London")));
            assertThat(fx.session().selection().layer().get()).isEqualTo(2);
            fx.point(tab.pictureView(), new LayerSpot(0));
            assertThat(tab.pictureView().fadedProperty().get()).isFalse();
            Fx.run(() -> tab.model().partProperty().set(Part.BOTH));
            fx.settle();
            fx.screenshot("rankings-watch-both").requireDrawn();
        }
    }

    @Test
    void controlsAreFoundAgainAsTheyStoodAndNonsenseIsPassedOver() {
        try (Fx fx = Fx.open()) {
            Fx.run(() -> {
                for (String id : new String[]{"predictions", "rankings", "rankings-watch", "generation"}) {
                    View view = view(fx, id);
                    Map<String, String> before = view.settings();
                    view.restore(
                            Map.of("topk", "99", "lens", "pink", "single", "perhaps", "count", "-1", "way", "MAGIC",
                                    "temperature", "NaN", "top-p", "2", "shown", "41"));
                    assertThat(view.settings()).isEqualTo(before);
                }
                view(fx, "predictions").restore(Map.of("topk", "20", "lens", "raw", "single", "true"));
                view(fx, "generation")
                        .restore(Map.of("count", "7", "way", "SAMPLE", "temperature", "0.8", "seed", "3"));
                view(fx, "rankings").restore(Map.of("count", "3", "given", "false", "shown", "100"));
                view(fx, "rankings-watch").restore(Map.of("part", "MAP"));
            });
            assertThat(Fx.get(() -> view(fx, "predictions").settings())).containsEntry("topk", "20")
                    .containsEntry("lens", Lens.RAW.toString()).containsEntry("single", "true");
            assertThat(Fx.get(() -> view(fx, "generation").settings())).containsEntry("count", "7")
                    .containsEntry("way", "SAMPLE").containsEntry("temperature", "0.8").containsEntry("seed", "3");
            assertThat(Fx.get(() -> view(fx, "rankings").settings())).containsEntry("count", "3")
                    .containsEntry("given", "false").containsEntry("shown", "100");
            assertThat(Fx.get(() -> view(fx, "rankings-watch").settings())).containsEntry("part", "MAP");
        }
    }
}
