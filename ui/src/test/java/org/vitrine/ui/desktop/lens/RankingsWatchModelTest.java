package org.vitrine.ui.desktop.lens;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vitrine.explain.Lens;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.ui.cli.Run;
import org.vitrine.ui.desktop.state.Exhibit;
import org.vitrine.ui.desktop.state.Session;
import org.vitrine.ui.desktop.work.Progress;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.picture.RankingsWatchPicture.Part;

class RankingsWatchModelTest {
    private static final String KEYS = " The keys to the cabinet";

    private final WatchedWords watched = new WatchedWords();

    private static Watched found(RankingsWatchModel model, Session session) {
        return model.work(session.exhibitProperty().get()).run(Progress.NONE);
    }

    @Test
    void theDocumentIsThatOfTheCommandLine() {
        Session session = Sessions.of("gpt2", KEYS, "");
        RankingsWatchModel model = new RankingsWatchModel(session, watched);
        found(model, session);
        Stream.of(0, 0).forEach(each -> watched.remove(watched.words().getFirst()));
        assertThat(model.add(" is")).isEmpty();
        assertThat(model.add(" are")).isEmpty();
        assertThat(model.add(" Heathrow")).isEmpty();
        model.lensProperty().set(Lens.RAW);
        assertThat(Run.parse(found(model, session).document()))
                .isEqualTo(Run.of("rankings-watch", KEYS, "-m", "classroom-gpt2", "--watch", " is", "--watch", " are",
                        "--watch", " Heathrow", "--lens", "raw", "--json").json());
        session.selection().position(Stack.DECODER).set(2);
        model.lensProperty().set(Lens.FINAL_NORM);
        assertThat(Run.parse(found(model, session).document()))
                .isEqualTo(Run.of("rankings-watch", KEYS, "-m", "classroom-gpt2", "--watch", " is", "--watch", " are",
                        "--watch", " Heathrow", "--position", "3", "--json").json());
    }

    @Test
    void masksAndDecodersAreWatchedAsOnTheCommandLine() {
        for (String[] each : new String[][]{{"bert", "The [MASK] sat on the mat.", "dog"},
            {"bart", Sessions.SPAIN, " Madrid"}}) {
            Session session = Sessions.of(each[0], each[1], "");
            WatchedWords words = new WatchedWords();
            RankingsWatchModel model = new RankingsWatchModel(session, words);
            model.add(each[2]);
            assertThat(Run.parse(found(model, session).document())).isEqualTo(Run.of("rankings-watch", each[1], "-m",
                    "classroom-" + each[0], "--watch", each[2], "--json").json());
        }
    }

    @Test
    void wordsAreKeptLineByLineAndFoundAgainInAnotherWindow() {
        RankingsWatchModel model = new RankingsWatchModel(Sessions.of("gpt2", KEYS, ""), watched);
        assertThat(model.words()).as("nobody chose any").isEmpty();
        model.add(" is");
        model.add(" are");
        assertThat(model.words()).isEqualTo(" is\n are");
        Session later = Sessions.unread("gpt2", KEYS);
        WatchedWords others = new WatchedWords();
        RankingsWatchModel restored = new RankingsWatchModel(later, others);
        restored.restore(" is\n\n are\n is");
        assertThat(others.words()).as("there is no model yet").isEmpty();
        assertThat(restored.words()).as("but they are not forgotten").isEqualTo(" is\n are\n is");
        later.run();
        assertThat(found(restored, later).words()).extracting(WatchedWord::text).containsExactly(" is", " are");
        restored.restore("");
        assertThat(others.automaticProperty().get()).isTrue();
        assertThat(found(restored, later).words()).hasSize(2);
    }

    @Test
    void whatWasRemovedAfterWordsWereRestoredStaysRemoved() {
        Session session = Sessions.of("bert", "The [MASK] sat.", "");
        RankingsWatchModel model = new RankingsWatchModel(session, watched);
        model.restore("dog\ncat");
        assertThat(watched.words()).extracting(WatchedWord::text).containsExactly("dog", "cat");
        watched.remove(watched.words().getFirst());
        session.run();
        assertThat(watched.words()).as("removed meanwhile").extracting(WatchedWord::text).containsExactly("cat");
    }

    @Test
    void untilSomebodyChoosesTheLikeliestTwoAreWatched() {
        Session session = Sessions.of("gpt2", Sessions.HEATHROW, "");
        RankingsWatchModel model = new RankingsWatchModel(session, watched);
        int[] changes = new int[1];
        model.subscribe(() -> changes[0]++);
        assertThat(found(model, session)).isSameAs(model.currentProperty().get());
        assertThat(watched.words()).hasSize(2).first().satisfies(word -> assertThat(word.text()).isEqualTo(" London"));
        assertThat(changes[0]).as("what was found is no reason to look again").isZero();
        session.selection().position(Stack.DECODER).set(2);
        found(model, session);
        assertThat(watched.words()).extracting(WatchedWord::text).doesNotContain(" London");
        model.add(" dog");
        assertThat(watched.words()).hasSize(3);
        session.selection().position(Stack.DECODER).set(6);
        found(model, session);
        assertThat(watched.words()).as("chosen words stay").hasSize(3).last()
                .satisfies(word -> assertThat(word.text()).isEqualTo(" dog"));
        assertThat(changes[0]).isEqualTo(3);
    }

    @Test
    void aLeadingSpaceMakesAnotherTokenAndAnyTokenOfAWordCanBeWatched() {
        Session session = Sessions.of("gpt2", KEYS, "");
        RankingsWatchModel model = new RankingsWatchModel(session, watched);
        model.add(" is");
        model.add("is");
        assertThat(watched.words()).extracting(WatchedWord::id).doesNotHaveDuplicates();
        model.add(" xylophone");
        WatchedWord many = watched.words().getLast();
        assertThat(many.pieces()).hasSizeGreaterThan(1);
        assertThat(many.id()).isEqualTo(many.pieces().getFirst().id());
        assertThat(model.sentence()).contains("‘·is’ and ‘is’ differ", "‘·xylophone’ is " + many.pieces().size()
                + " tokens; token 1 of them is watched");
        watched.pick(many, 1);
        assertThat(watched.words().getLast().id()).isEqualTo(many.pieces().get(1).id());
        assertThat(found(model, session).answer().table().columns().getLast().id())
                .isEqualTo(many.pieces().get(1).id());
        assertThat(many.sentence()).contains("token 1 of them");
    }

    @Test
    void whatCannotBeWatchedIsSaidInWords() {
        Session session = Sessions.of("bert", Sessions.MASKED, "");
        RankingsWatchModel model = new RankingsWatchModel(session, watched);
        assertThat(model.add("")).contains("Type a word to watch.");
        assertThat(model.add("  ")).hasValueSatisfying(wrong -> assertThat(wrong).contains("is no token to"));
        assertThat(model.add("dog")).isEmpty();
        assertThat(model.add("dog")).hasValueSatisfying(wrong -> assertThat(wrong).contains("watched already"));
        for (int id = 500; watched.words().size() < WatchedWords.MOST; id++) {
            watched.add(id, session.exhibitProperty().get().model());
        }
        assertThat(model.add("cat")).hasValueSatisfying(wrong -> assertThat(wrong).contains("16 words"));
        assertThat(found(model, session).inWindow(Theme.LIGHT).width()).isPositive();
    }

    @Test
    void withoutAnyWordThereIsNothingToWatch() {
        Session session = Sessions.of("gpt2", KEYS, "");
        RankingsWatchModel model = new RankingsWatchModel(session, watched);
        Exhibit exhibit = session.exhibitProperty().get();
        assertThat(model.nothingToWatch(exhibit)).isFalse();
        model.add(" is");
        watched.remove(watched.words().getFirst());
        assertThat(model.nothingToWatch(exhibit)).isTrue();
    }

    @Test
    void anotherModelSaysTheWordsInItsOwnTokens() {
        Session session = Sessions.of("gpt2", KEYS, "");
        RankingsWatchModel model = new RankingsWatchModel(session, watched);
        model.add(" dog");
        int before = watched.words().getFirst().id();
        session.modelProperty().set("classroom-bert");
        session.textProperty().set(Sessions.MASKED);
        session.run();
        found(model, session);
        assertThat(watched.words()).singleElement().satisfies(word -> {
            assertThat(word.pieces()).extracting(WatchedWord.Piece::token).containsExactly("dog");
            assertThat(word.id()).isNotEqualTo(before);
        });
    }

    @Test
    void aLineThatIsPointedAtStandsOutInAPictureOfTheSameSize() {
        Session session = Sessions.of("gpt2", Sessions.HEATHROW, "");
        RankingsWatchModel model = new RankingsWatchModel(session, watched);
        Watched chart = found(model, session);
        int id = chart.words().getLast().id();
        for (Theme theme : new Theme[]{Theme.LIGHT, Theme.DARK.scaled(2)}) {
            var overlay = chart.overlay(id, theme).orElseThrow();
            assertThat(overlay.width()).isEqualTo(chart.inWindow(theme).width());
            assertThat(overlay.height()).isEqualTo(chart.inWindow(theme).height());
        }
        assertThat(chart.overlay(-5, Theme.LIGHT)).isEmpty();
        model.partProperty().set(Part.MAP);
        assertThat(found(model, session).overlay(id, Theme.LIGHT)).isEmpty();
    }

    @Test
    void anInterventionIsComparedAndItsWinnersAreWatchedBesideThoseBefore() {
        Session session = Sessions.of("gpt2", Sessions.HEATHROW, "");
        RankingsWatchModel model = new RankingsWatchModel(session, watched);
        Watched plain = found(model, session);
        session.exhibitProperty().set(Sessions.withoutHeads(session.exhibitProperty().get()));
        Watched compared = found(model, session);
        assertThat(compared.words()).extracting(WatchedWord::text).contains(" London").hasSizeGreaterThan(2);
        int london = compared.words().stream().map(WatchedWord::text).toList().indexOf(" London");
        assertThat(compared.before().orElseThrow().table().rows().getLast().cells().get(london))
                .isEqualTo(plain.answer().table().rows().getLast().cells().getFirst());
        assertThat(compared.answer().table().rows().getLast().cells().get(london).rank()).isGreaterThan(1);
        assertThat(Run.parse(compared.document()).has("before")).isTrue();
    }
}
