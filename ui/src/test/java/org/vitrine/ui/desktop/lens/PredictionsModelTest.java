package org.vitrine.ui.desktop.lens;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.explain.CandidateChange;
import org.vitrine.explain.LayerChange;
import org.vitrine.explain.Lens;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.ui.cli.Run;
import org.vitrine.ui.desktop.state.Exhibit;
import org.vitrine.ui.desktop.state.Session;
import org.vitrine.ui.desktop.work.Progress;
import org.vitrine.ui.picture.PredictionsPicture;
import org.vitrine.ui.picture.spot.CandidateSpot;
import org.vitrine.ui.picture.spot.LayerSpot;

class PredictionsModelTest {
    private final WatchedWords watched = new WatchedWords();

    private PredictionsModel model(Session session) {
        return new PredictionsModel(session, watched);
    }

    private static Predicted predicted(PredictionsModel model, Session session) {
        return model.work(session.exhibitProperty().get()).run(Progress.NONE);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', value = {"gpt2, \" Heathrow airport is in the city of\", \"\", 7",
        "gpt2, \" Heathrow airport is in the city of\", \"\", 3", "bert, The [MASK] sat on the mat., \"\", 2",
        "bert, The dog sat on the mat., It was [MASK]., 12", "bart, The capital of Spain is<mask>., \"\", 7",
        "bart, The capital of Spain is<mask>., \"\", 3", "bart, The capital of Spain is<mask>., The capital, 2"})
    void theDocumentIsThatOfTheCommandLine(String family, String text, String pair, int position) {
        Session session = Sessions.of(family, text, pair);
        PredictionsModel model = model(session);
        boolean next = session.exhibitProperty().get().passage().predictsNext();
        model.go(new Place(session.exhibitProperty().get().passage(), next ? position - 1 : position));
        for (Lens lens : Lens.values()) {
            model.lensProperty().set(lens);
            Run run = Run.of("predictions", text, pair, "-m", "classroom-" + family, "--position",
                    Integer.toString(position), "--topk", "10", "--lens", lens.toString(), "--json");
            assertThat(Run.parse(predicted(model, session).document())).isEqualTo(run.json());
        }
    }

    @Test
    void atFirstThePlaceIsTheUsualOneOfTheCommandLine() {
        assertThat(model(Sessions.of("gpt2", Sessions.HEATHROW, "")).place().orElseThrow().position()).isEqualTo(7);
        assertThat(model(Sessions.of("bert", Sessions.MASKED, "")).place().orElseThrow().position()).isEqualTo(2);
        assertThat(model(Sessions.of("bart", Sessions.SPAIN, "")).place().orElseThrow().position()).isEqualTo(7);
    }

    @Test
    void thePlaceIsSaidInWords() {
        assertThat(model(Sessions.of("gpt2", Sessions.HEATHROW, "")).sentence())
                .startsWith("Position 7: what the model would write after the selected token, ‘·of’ at 6.")
                .contains("Lens final-norm: every layer is read with the model's final norm");
        assertThat(model(Sessions.of("bert", Sessions.MASKED, "")).sentence())
                .startsWith("Position 2: what the model would put at the selected token, now ‘[MASK]’.");
        Session bart = Sessions.of("bart", Sessions.SPAIN, "");
        bart.selection().position(Stack.DECODER).set(3);
        assertThat(model(bart).sentence())
                .startsWith("Position 4: what the decoder would write after its selected token, "
                        + "‘·capital’ at 3; there the text has ‘·of’.");
    }

    @Test
    void theNextMaskIsSelectedAndAfterTheLastTheFirstAgain() {
        Session session = Sessions.of("bert", Sessions.MASKED, "");
        PredictionsModel model = model(session);
        model.go(model.place().orElseThrow().nextMask());
        assertThat(session.selection().position(Stack.ENCODER).get()).isEqualTo(6);
        model.go(model.place().orElseThrow().nextMask());
        assertThat(session.selection().position(Stack.ENCODER).get()).isEqualTo(2);
        Place last = model.place().orElseThrow().moved(100);
        assertThat(last.token()).isEqualTo(session.exhibitProperty().get().passage().size() - 1);
        assertThat(last.moved(-100).token()).isZero();
    }

    @Test
    void aPairSaysWhetherTheTextsBelongTogether() {
        assertThat(model(Sessions.of("bert", "The dog sat down.", "It was tired.")).sentence())
                .containsPattern("Next-sentence head: the second text follows the first with [<>0-9. ]+%");
        assertThat(model(Sessions.of("bert", "The dog sat down.", "")).sentence()).doesNotContain("Next-sentence");
    }

    @Test
    void oneLayerIsTheSelectedOneAndIsFollowed() {
        Session session = Sessions.of("gpt2", Sessions.HEATHROW, "");
        PredictionsModel model = model(session);
        int[] changes = new int[1];
        model.subscribe(() -> changes[0]++);
        changes[0] = 0;
        session.selection().layer().set(3);
        assertThat(changes[0]).as("all layers are shown anyway").isZero();
        model.singleProperty().set(true);
        session.selection().choose(new LayerSpot(2));
        assertThat(changes[0]).isEqualTo(2);
        assertThat(predicted(model, session).answer().predictions().layers()).singleElement()
                .satisfies(layer -> assertThat(layer.layer()).isEqualTo(2));
    }

    @Test
    void aChosenCandidateIsRankedByEveryLayerAndCanBeWatched() {
        Session session = Sessions.of("gpt2", Sessions.HEATHROW, "");
        PredictionsModel model = model(session);
        assertThat(model.watch()).contains("No candidate is chosen.");
        int london = predicted(model, session).answer().predictions().layers().getLast().candidates().getFirst().id();
        model.choose(new CandidateSpot(4, 7, london));
        assertThat(session.selection().layer().get()).isEqualTo(4);
        Predicted.Chosen chosen = predicted(model, session).chosen().orElseThrow();
        assertThat(chosen.table().rows()).hasSize(7);
        assertThat(chosen.sentence()).contains("‘·London’", "layer 5 → 1.");
        assertThat(model.watch()).isEmpty();
        assertThat(watched.words()).extracting(WatchedWord::text).containsExactly(" London");
        assertThat(model.watch().orElseThrow()).contains("watched already");
        model.choose(new CandidateSpot(4, 7, london));
        assertThat(model.candidateProperty().get()).isEqualTo(PredictionsPicture.NONE);
        assertThat(predicted(model, session).chosen()).isEmpty();
    }

    @Test
    void anotherModelForgetsTheChosenCandidate() {
        Session session = Sessions.of("gpt2", Sessions.HEATHROW, "");
        PredictionsModel model = model(session);
        model.choose(new CandidateSpot(4, 7, 300));
        session.modelProperty().set("classroom-bert");
        session.run();
        assertThat(model.candidateProperty().get()).isEqualTo(PredictionsPicture.NONE);
    }

    @Test
    void anInterventionIsShownWithTheCandidatesOfBothPasses() {
        Session session = Sessions.of("gpt2", Sessions.HEATHROW, "");
        Exhibit without = session.exhibitProperty().get();
        PredictionsModel model = model(session);
        Predicted plain = predicted(model, session);
        session.exhibitProperty().set(Sessions.withoutHeads(without));
        Predicted compared = predicted(model, session);
        List<LayerChange> layers = compared.before().orElseThrow().changes().layers();
        assertThat(layers.getFirst().candidates()).allMatch(change -> change.difference() == 0);
        List<CandidateChange> last = layers.getLast().candidates();
        assertThat(last).hasSizeGreaterThan(10).anyMatch(change -> change.difference() > 0)
                .anyMatch(change -> change.difference() < -0.5 && change.before().token().equals(" London"));
        assertThat(Run.parse(compared.document()).get("before")).isEqualTo(Run.parse(plain.document()));
        assertThat(Run.parse(compared.document()).get("layers"))
                .isNotEqualTo(Run.parse(plain.document()).get("layers"));
    }
}
