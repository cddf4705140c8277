package org.vitrine.ui.desktop.lens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.explain.RankTable;
import org.vitrine.transformer.ops.CancelledException;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.ui.cli.Run;
import org.vitrine.ui.desktop.state.Session;
import org.vitrine.ui.desktop.work.Progress;
import org.vitrine.ui.picture.spot.CandidateSpot;
import org.vitrine.ui.picture.spot.TokenSpot;

class RankingsModelTest {
    private static Ranked ranked(RankingsModel model, Session session) {
        return model.work(session.exhibitProperty().get()).run(Progress.NONE);
    }

    @ParameterizedTest
    @CsvSource({"true, 5", "false, 5", "true, 0"})
    void theDocumentIsThatOfTheCommandLine(boolean all, int count) {
        Session session = Sessions.of("gpt2", Sessions.HEATHROW, "");
        RankingsModel model = new RankingsModel(session);
        model.givenProperty().set(all);
        model.countProperty().set(count);
        List<String> command = new ArrayList<>(
                List.of("rankings", Sessions.HEATHROW, "-m", "classroom-gpt2", "--generate",
                        Integer.toString(count), "--json"));
        if (all) {
            command.add("--show-inputs");
        }
        assertThat(Run.parse(ranked(model, session).document()))
                .isEqualTo(Run.of(command.toArray(String[]::new)).json());
    }

    @Test
    void masksAreFilledAsOnTheCommandLine() {
        Session session = Sessions.of("bert", Sessions.MASKED, "");
        RankingsModel model = new RankingsModel(session);
        model.givenProperty().set(false);
        assertThat(Run.parse(ranked(model, session).document()))
                .isEqualTo(Run.of("rankings", Sessions.MASKED, "-m", "classroom-bert", "--json").json());
    }

    @Test
    void theDecoderWritesOnFromWhereItStands() {
        Session session = Sessions.of("bart", Sessions.SPAIN, "");
        RankingsModel model = new RankingsModel(session);
        model.givenProperty().set(false);
        model.countProperty().set(2);
        assertThat(Run.parse(ranked(model, session).document())).isEqualTo(
                Run.of("rankings", Sessions.SPAIN, "-m", "classroom-bart", "--generate", "2", "--json").json());
    }

    @Test
    void ofALongTextTheLastTokensAreShownUnlessAllAreWanted() {
        Session session = Sessions.of("gpt2", " The dog sat on the mat.".repeat(12), "");
        RankingsModel model = new RankingsModel(session);
        model.countProperty().set(0);
        int size = session.exhibitProperty().get().passage().size();
        Ranked cut = ranked(model, session);
        assertThat(cut.answer().table().columns()).hasSize(40)
                .last().satisfies(column -> assertThat(column.position()).isEqualTo(size - 1));
        assertThat(cut.notes()).containsExactly("Of " + (size - 1) + " tokens the last 40 are shown.");
        model.shownProperty().set(RankingsModel.ALL);
        Ranked whole = ranked(model, session);
        assertThat(whole.answer().table().columns()).hasSize(size - 1);
        assertThat(whole.notes()).isEmpty();
        for (int r = 0; r < whole.answer().table().rows().size(); r++) {
            List<RankTable.Cell> cells = whole.answer().table().rows().get(r).cells();
            assertThat(cells.subList(cells.size() - 40, cells.size()))
                    .isEqualTo(cut.answer().table().rows().get(r).cells());
        }
    }

    @Test
    void aLongTextIsNotWrittenOnUnlessSomebodyAsks() {
        Session session = Sessions.of("gpt2", " The dog sat on the mat.".repeat(18), "");
        RankingsModel model = new RankingsModel(session);
        assertThat(model.countProperty().get()).isZero();
        session.textProperty().set(Sessions.HEATHROW);
        session.run();
        assertThat(model.countProperty().get()).isEqualTo(5);
        model.countProperty().set(2);
        session.textProperty().set(" The dog sat on the mat.".repeat(18));
        session.run();
        assertThat(model.countProperty().get()).isEqualTo(2);
    }

    @Test
    void theWorkCanBeCancelledWhileItWritesAndWhileItRanks() {
        Session session = Sessions.of("gpt2", Sessions.HEATHROW, "");
        RankingsModel model = new RankingsModel(session);
        for (int after : new int[]{0, 3, 6, 20}) {
            int[] left = {after};
            assertThatThrownBy(() -> model.work(session.exhibitProperty().get()).run(share -> {
                if (left[0]-- == 0) {
                    throw new CancelledException();
                }
            })).isInstanceOf(CancelledException.class);
        }
    }

    @Test
    void aModelThatStopsEarlySaysSo() {
        Session session = Sessions.of("gpt2", Sessions.HEATHROW, "");
        RankingsModel model = new RankingsModel(session);
        model.countProperty().set(RankingsModel.MOST_WRITTEN);
        assertThat(ranked(model, session).notes())
                .containsExactly("The model wrote 10 of 50 tokens: it ended the text.");
    }

    @Test
    void aLineOfOneTokenHasNothingToRankUntilTheModelWrites() {
        Session session = Sessions.of("gpt2", " dog", "");
        RankingsModel model = new RankingsModel(session);
        assertThat(session.exhibitProperty().get().passage().size()).isOne();
        model.countProperty().set(0);
        assertThat(model.absence(session.exhibitProperty().get())).isPresent();
        model.countProperty().set(2);
        assertThat(model.absence(session.exhibitProperty().get())).isEmpty();
        assertThat(ranked(model, session).answer().table().columns()).hasSize(2);
    }

    @Test
    void aRankSelectsItsLayerAndItsTokenIfThatWasRead() {
        Session session = Sessions.of("gpt2", Sessions.HEATHROW, "");
        RankingsModel model = new RankingsModel(session);
        model.choose(new CandidateSpot(3, 5, 99));
        assertThat(session.selection().layer().get()).isEqualTo(3);
        assertThat(session.selection().position(Stack.DECODER).get()).isEqualTo(5);
        model.choose(new CandidateSpot(2, 9, 99));
        assertThat(session.selection().layer().get()).isEqualTo(2);
        assertThat(session.selection().position(Stack.DECODER).get()).isEqualTo(5);
        model.choose(new TokenSpot(Stack.DECODER, 1));
        assertThat(session.selection().position(Stack.DECODER).get()).isOne();
    }

    @Test
    void anInterventionComparesTheRanksOfTheTextsOwnTokens() {
        Session session = Sessions.of("gpt2", Sessions.HEATHROW, "");
        RankingsModel model = new RankingsModel(session);
        model.countProperty().set(0);
        Ranked plain = ranked(model, session);
        model.countProperty().set(5);
        session.exhibitProperty().set(Sessions.withoutHeads(session.exhibitProperty().get()));
        Ranked compared = ranked(model, session);
        assertThat(compared.before().orElseThrow().table()).isEqualTo(plain.answer().table());
        assertThat(compared.answer().table().rows().getFirst()).isEqualTo(plain.answer().table().rows().getFirst());
        assertThat(compared.answer().table().rows().getLast()).isNotEqualTo(plain.answer().table().rows().getLast());
        assertThat(Run.parse(compared.document()).get("before")).isEqualTo(Run.parse(plain.document()));
        assertThat(compared.notes()).hasSize(1);
    }
}
