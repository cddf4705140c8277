package org.vitrine.ui.desktop.attention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.explain.attention.SentenceFilter;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.ui.desktop.state.Look;
import org.vitrine.ui.desktop.state.Selection;
import org.vitrine.ui.desktop.state.Session;
import org.vitrine.ui.desktop.work.Desk;
import org.vitrine.ui.desktop.work.Progress;
import org.vitrine.ui.picture.spot.HeadSpot;
import org.vitrine.ui.picture.spot.KeySpot;
import org.vitrine.ui.picture.spot.QuerySpot;

class HeadViewModelTest {
    private static final String A = "The cat sat on the mat";
    private static final String B = "The cat lay on the rug";

    private final Session session = new Session(Desk.direct(), new Look(false, 1));
    private final HeadViewModel model = new HeadViewModel(session);

    @Test
    void beforeAnythingWasReadThereIsNothingToShow() {
        assertThat(model.wish()).isEmpty();
        assertThat(model.span().get()).isEqualTo(HeadViewModel.Span.NOTHING);
    }

    @Test
    void atFirstAllHeadsAreOn() {
        read("classroom-bert", A, "");
        assertThat(model.heads().get()).containsExactlyInAnyOrder(0, 1, 2, 3);
        assertThat(model.wish().orElseThrow().heads()).containsExactly(0, 1, 2, 3);
    }

    @Test
    void theLastHeadCannotBeTurnedOff() {
        read("classroom-bert", A, "");
        for (int head : new int[]{0, 1, 2, 3}) {
            model.toggle(head);
        }
        assertThat(model.heads().get()).containsExactly(3);
        model.toggle(3);
        assertThat(model.heads().get()).containsExactly(3);
        model.toggle(1);
        assertThat(model.wish().orElseThrow().heads()).containsExactly(1, 3);
    }

    @Test
    void aHeadIsAloneAndChosenAndThenAllAreOnAgain() {
        read("classroom-bert", A, "");
        model.isolate(2);
        assertThat(model.heads().get()).containsExactly(2);
        assertThat(session.selection().head().get()).isEqualTo(2);
        model.isolate(2);
        assertThat(model.heads().get()).hasSize(4);
        assertThat(session.selection().head().get()).isEqualTo(Selection.NONE);
    }

    @Test
    void aHeadThatIsChosenElsewhereIsShownAlone() {
        read("classroom-gpt2", "The keys", "");
        session.selection().choose(new HeadSpot(AttentionKind.DECODER, 4, 1));
        HeadViewModel.Wish wish = model.wish().orElseThrow();
        assertThat(wish.layer()).isEqualTo(4);
        assertThat(wish.heads()).containsExactly(1);
        session.selection().head().set(Selection.NONE);
        assertThat(model.heads().get()).hasSize(4);
    }

    @Test
    void theLayerIsEverybodysAndAlwaysOneThatTheAttentionHas() {
        read("classroom-bart", A, B);
        int last = model.span().get().layers() - 1;
        session.selection().layer().set(99);
        assertThat(model.span().get().layer()).isEqualTo(last);
        session.selection().layer().set(-1);
        assertThat(model.span().get().layer()).isZero();
        model.choose(last);
        assertThat(session.selection().layer().get()).isEqualTo(last);
    }

    @Test
    void theAttentionIsEverybodysToo() {
        read("classroom-bart", A, B);
        assertThat(model.span().get().kinds()).containsExactly(AttentionKind.ENCODER, AttentionKind.DECODER,
                AttentionKind.CROSS);
        model.choose(AttentionKind.CROSS);
        assertThat(session.selection().attention().get()).isEqualTo(AttentionKind.CROSS);
        assertThat(model.span().get().rolls()).isFalse();
        model.rollout().set(true);
        assertThat(model.wish().orElseThrow().form().rollout()).as("across stacks nothing rolls").isFalse();
        read("classroom-gpt2", A, "");
        assertThat(model.span().get().kind()).isEqualTo(AttentionKind.DECODER);
        assertThat(model.wish().orElseThrow().form().rollout()).isTrue();
    }

    @Test
    void aRolloutIsShownAsAMatrixUnlessLinesAreWanted() {
        read("classroom-gpt2", A, "");
        model.rollout().set(true);
        assertThat(model.matrix().get()).isTrue();
        model.matrix().set(false);
        assertThat(model.wish().orElseThrow().form()).isEqualTo(new HeadViewModel.Form(false, true, false));
    }

    @Test
    void theSentenceFilterHoldsForPairsOnly() {
        model.links().sentences().set(SentenceFilter.A_TO_B);
        read("classroom-bert", A, "");
        assertThat(model.wish().orElseThrow().links().sentences()).isEqualTo(SentenceFilter.ALL);
        assertThat(model.span().get().paired()).isFalse();
        read("classroom-bert", A, B);
        assertThat(model.wish().orElseThrow().links().sentences()).isEqualTo(SentenceFilter.A_TO_B);
        HeadViewContent content = HeadViewContent.of(model.wish().orElseThrow(), Progress.NONE);
        assertThat(content.part().map().queries()).allMatch(token -> token.segment() == 0);
        assertThat(content.part().map().keys()).allMatch(token -> token.segment() == 1);
    }

    @Test
    void aTokenThatIsClickedIsChosenAndPinnedUntilItIsClickedAgain() {
        read("classroom-bert", A, "");
        assertThat(model.pin().spot().get()).as("where the model predicts is no click").isNull();
        QuerySpot query = new QuerySpot(AttentionKind.ENCODER, 3);
        model.pin().click(query);
        assertThat(model.pin().spot().get()).isEqualTo(query);
        assertThat(session.selection().position(Stack.ENCODER).get()).isEqualTo(3);
        KeySpot key = new KeySpot(AttentionKind.ENCODER, 5);
        model.pin().click(key);
        assertThat(model.pin().spot().get()).isEqualTo(key);
        assertThat(session.selection().position(Stack.ENCODER).get()).isEqualTo(5);
        model.pin().click(key);
        assertThat(model.pin().spot().get()).isNull();
        assertThat(session.selection().position(Stack.ENCODER).get()).as("it stays chosen").isEqualTo(5);
    }

    @Test
    void aTokenThatIsChosenElsewhereIsPinnedAndAnotherTextUnpinsIt() {
        read("classroom-bart", A, B);
        session.selection().attention().set(AttentionKind.CROSS);
        session.selection().position(Stack.DECODER).set(2);
        assertThat(model.pin().spot().get()).isEqualTo(new QuerySpot(AttentionKind.CROSS, 2));
        session.selection().position(Stack.ENCODER).set(1);
        assertThat(model.pin().spot().get()).as("those that are looked at").isEqualTo(
                new QuerySpot(AttentionKind.CROSS, 2));
        session.selection().attention().set(AttentionKind.DECODER);
        assertThat(model.pin().spot().get()).isEqualTo(new QuerySpot(AttentionKind.DECODER, 2));
        session.selection().attention().set(AttentionKind.ENCODER);
        assertThat(model.pin().spot().get()).isNull();
        model.pin().click(new QuerySpot(AttentionKind.ENCODER, 1));
        read("classroom-bart", B, A);
        assertThat(model.pin().spot().get()).isNull();
    }

    @Test
    void controlsAreFoundAgainAsTheyWere() {
        read("classroom-bert", A, B);
        model.links().sentences().set(SentenceFilter.B_TO_A);
        model.links().percent().set(7);
        model.links().hideSpecial().set(true);
        model.averaged().set(true);
        model.matrix().set(true);
        model.toggle(1);
        Map<String, String> saved = model.settings();
        assertThat(saved).containsEntry("heads", "0,2,3").containsEntry("threshold", "7");

        Session later = new Session(Desk.direct(), new Look(false, 1));
        HeadViewModel restored = new HeadViewModel(later);
        restored.restore(saved);
        read(later, "classroom-bert", A, B);
        assertThat(restored.settings()).isEqualTo(saved);
        assertThat(restored.heads().get()).isEqualTo(Set.of(0, 2, 3));
        assertThat(restored.wish().orElseThrow().links())
                .isEqualTo(new LinkFilter.Wish(SentenceFilter.B_TO_A, true, 0.07));
    }

    @Test
    void settingsThatMakeNoSenseChangeNothing() {
        read("classroom-bert", A, "");
        Map<String, String> before = model.settings();
        model.restore(Map.of("heads", "7,x", "threshold", "-3", "matrix", "perhaps", "filter", "c-d", "other", "1"));
        model.restore(Map.of("heads", "17,18"));
        assertThat(model.settings()).isEqualTo(before);
        model.restore(Map.of("threshold", "900"));
        assertThat(model.links().percent().get()).isEqualTo(100);
    }

    @Test
    void theDocumentIsTheCommandLines() {
        read("classroom-gpt2", "The keys", "");
        model.isolate(1);
        HeadViewContent content = HeadViewContent.of(model.wish().orElseThrow(), Progress.NONE);
        assertThat(content.document()).contains("\"attention\":\"decoder\"", "\"heads\":[1]", "\"weights\":[[[",
                "\"summaries\":[{\"layer\":0,\"head\":1");
        assertThat(content.summaries()).as("of every head, for the hints").hasSize(4);
    }

    @Test
    void afterAnInterventionTheDifferenceIsShownWithBothInTheDocument() {
        read("classroom-gpt2", "The keys to the cabinet", "");
        session.selection().layer().set(3);
        model.pin().click(new QuerySpot(AttentionKind.DECODER, 2));
        session.exhibitProperty().set(WithoutAHead.difference(session.exhibitProperty().get(), 1, 0));
        HeadViewContent content = HeadViewContent.of(model.wish().orElseThrow(), Progress.NONE);
        assertThat(content.weights().change()).isPresent();
        assertThat(content.weights().largest()).isPositive();
        assertThat(content.document()).contains(",\"before\":{\"model\":").startsWith("{\"model\":");
        assertThat(model.pin().spot().get()).as("it is the same text").isNotNull();
        session.selection().layer().set(1);
        HeadViewContent same = HeadViewContent.of(model.wish().orElseThrow(), Progress.NONE);
        assertThat(same.weights().largest()).as("what the head brings back comes after where it looks").isZero();
        model.rollout().set(true);
        session.selection().layer().set(4);
        HeadViewContent rolled = HeadViewContent.of(model.wish().orElseThrow(), Progress.NONE);
        assertThat(rolled.weights().change()).isPresent();
        assertThat(rolled.part().map().averaged()).isTrue();
    }

    @Test
    void listenersHearOfEveryControl() {
        read("classroom-bart", A, B);
        int[] heard = {0};
        model.subscribe(() -> heard[0]++);
        List<Runnable> changes = List.of(() -> model.toggle(0), () -> model.averaged().set(true),
                () -> model.matrix().set(true), () -> model.links().percent().set(3),
                () -> model.links().hideSpecial().set(true), () -> model.choose(1),
                () -> model.choose(AttentionKind.DECODER), () -> model.links().sentences().set(SentenceFilter.A_TO_A));
        for (Runnable change : changes) {
            int before = heard[0];
            change.run();
            assertThat(heard[0]).isGreaterThan(before);
        }
    }

    private void read(String name, String text, String pair) {
        read(session, name, text, pair);
    }

    static void read(Session session, String name, String text, String pair) {
        session.modelProperty().set(name);
        session.textProperty().set(text);
        session.pairProperty().set(pair);
        session.run();
        assertThat(session.messageProperty().get()).isEmpty();
    }
}
