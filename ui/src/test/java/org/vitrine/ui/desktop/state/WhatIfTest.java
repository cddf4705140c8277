package org.vitrine.ui.desktop.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.explain.whatif.Change;
import org.vitrine.explain.whatif.Effect;
import org.vitrine.explain.whatif.HeadChange;
import org.vitrine.explain.whatif.Intervention;
import org.vitrine.explain.whatif.Patch;
import org.vitrine.explain.whatif.PredictionChange;
import org.vitrine.explain.whatif.StreamChange;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.transformer.trace.Trace;
import org.vitrine.ui.desktop.state.WhatIf.Comparison;
import org.vitrine.ui.desktop.state.WhatIf.Entry;
import org.vitrine.ui.desktop.work.Desk;

class WhatIfTest {
    private static final int ALL = Intervention.ALL;
    private static final Change ZERO = new Change.Zero();
    private static final HeadChange SUBJECT = new HeadChange(AttentionKind.DECODER, 5, 3, ALL, ZERO);
    private static final HeadChange EARLY = new HeadChange(AttentionKind.DECODER, 0, 0, ALL, ZERO);
    private static final TensorName LOGITS = TensorName.parse("head.logits");
    private static final String KEYS = "The keys to the cabinet";
    private static final String KEY = "The key to the cabinets";

    private final Session session = new Session(Desk.direct(), new Look(false, 1));
    private final WhatIf whatIf = new WhatIf(session);

    private void read(String model, String text, String pair) {
        session.modelProperty().set(model);
        session.textProperty().set(text);
        session.pairProperty().set(pair);
        session.run();
        assertThat(session.messageProperty().get()).isEmpty();
    }

    private Exhibit exhibit() {
        return session.exhibitProperty().get();
    }

    private Exhibit asRead() {
        return session.readProperty().get();
    }

    private static float[] logits(Trace trace) {
        return trace.get(LOGITS).data();
    }

    private List<Boolean> enabled() {
        return whatIf.entries().stream().map(entry -> entry.enabledProperty().get()).toList();
    }

    @Test
    void withNothingToDoWhatWasReadIsOnShow() {
        assertThat(exhibit()).isNull();
        read("classroom-gpt2", KEYS, "");
        assertThat(exhibit()).isSameAs(asRead());
        assertThat(whatIf.effectProperty().get()).isNull();
        for (Comparison comparison : Comparison.values()) {
            whatIf.comparisonProperty().set(comparison);
            assertThat(exhibit()).isSameAs(asRead());
        }
    }

    @Test
    void anInterventionChangesWhatIsOnShowAndNotWhatWasRead() {
        read("classroom-gpt2", KEYS, "");
        float[] before = logits(asRead().trace()).clone();
        whatIf.add(SUBJECT);
        assertThat(exhibit().before()).isEmpty();
        assertThat(logits(exhibit().trace())).isNotEqualTo(before);
        assertThat(logits(asRead().trace())).isEqualTo(before);
        assertThat(exhibit().texts()).isEqualTo(asRead().texts());
    }

    @Test
    void beforeAfterAndDifferenceAreOnShowInTurn() {
        read("classroom-gpt2", KEYS, "");
        whatIf.add(SUBJECT);
        Trace after = exhibit().trace();
        whatIf.comparisonProperty().set(Comparison.DIFFERENCE);
        assertThat(exhibit().trace()).isSameAs(after);
        assertThat(exhibit().before()).containsSame(asRead().trace());
        whatIf.comparisonProperty().set(Comparison.BEFORE);
        assertThat(exhibit()).isSameAs(asRead());
        whatIf.comparisonProperty().set(Comparison.AFTER);
        assertThat(exhibit().trace()).isSameAs(after);
        assertThat(exhibit().before()).isEmpty();
    }

    @Test
    void eachIsSwitchedOffByItself() {
        read("classroom-gpt2", KEYS, "");
        whatIf.add(SUBJECT);
        float[] one = logits(exhibit().trace());
        whatIf.add(EARLY);
        float[] both = logits(exhibit().trace());
        assertThat(both).isNotEqualTo(one);
        whatIf.entries().get(1).enabledProperty().set(false);
        assertThat(logits(exhibit().trace())).isEqualTo(one);
        whatIf.entries().get(0).enabledProperty().set(false);
        assertThat(exhibit()).isSameAs(asRead());
        assertThat(whatIf.effectProperty().get()).isNull();
        whatIf.entries().get(0).enabledProperty().set(true);
        whatIf.entries().get(1).enabledProperty().set(true);
        assertThat(logits(exhibit().trace())).isEqualTo(both);
        whatIf.switchAllOff();
        assertThat(enabled()).containsExactly(false, false);
        assertThat(exhibit()).isSameAs(asRead());
        whatIf.remove(whatIf.entries().get(0));
        assertThat(whatIf.entries()).extracting(Entry::intervention).containsExactly(EARLY);
    }

    @Test
    void theFirstSwitchedOnIsSeenAtOnce() {
        read("classroom-gpt2", KEYS, "");
        whatIf.comparisonProperty().set(Comparison.BEFORE);
        whatIf.add(SUBJECT);
        assertThat(whatIf.comparisonProperty().get()).isEqualTo(Comparison.AFTER);
        whatIf.comparisonProperty().set(Comparison.BEFORE);
        whatIf.add(EARLY);
        assertThat(whatIf.comparisonProperty().get()).isEqualTo(Comparison.BEFORE);
    }

    @Test
    void theSameInterventionIsListedOnceAndSwitchedOnAgain() {
        read("classroom-gpt2", KEYS, "");
        whatIf.add(SUBJECT);
        whatIf.switchAllOff();
        whatIf.add(new HeadChange(AttentionKind.DECODER, 5, 3, ALL, ZERO));
        assertThat(enabled()).containsExactly(true);
    }

    @Test
    void whatWasAddedBeforeAnythingWasReadIsDoneThen() {
        whatIf.add(SUBJECT);
        read("classroom-gpt2", KEYS, "");
        assertThat(exhibit().trace()).isNotSameAs(asRead().trace());
    }

    @Test
    void aNewTextIsReadWithTheInterventionsThatItHasAPlaceFor() {
        read("classroom-gpt2", KEYS, "");
        StreamChange last = new StreamChange(Stack.DECODER, 1, 4, ZERO);
        whatIf.add(SUBJECT);
        whatIf.add(last);
        read("classroom-gpt2", "The keys", "");
        assertThat(enabled()).containsExactly(true, false);
        assertThat(whatIf.messageProperty().get()).contains("One intervention was switched off");
        assertThat(whatIf.entries().get(1).objectionProperty().get()).contains("positions are 0 to 1");
        assertThat(whatIf.entries().get(0).objectionProperty().get()).isEmpty();
        assertThat(exhibit().texts().text()).isEqualTo("The keys");
        assertThat(exhibit().trace()).isNotSameAs(asRead().trace());
        read("classroom-gpt2", KEYS, "");
        whatIf.entries().get(1).enabledProperty().set(true);
        assertThat(enabled()).containsExactly(true, true);
        assertThat(whatIf.messageProperty().get()).isEmpty();
        assertThat(whatIf.entries().get(1).objectionProperty().get()).isEmpty();
    }

    @Test
    void anotherFamilyHasNoPlaceForADecodersHead() {
        read("classroom-gpt2", KEYS, "");
        whatIf.add(SUBJECT);
        read("classroom-bert", "The cat sat on the [MASK].", "");
        assertThat(enabled()).containsExactly(false);
        assertThat(whatIf.entries().getFirst().objectionProperty().get())
                .contains("this model has no decoder.5.attn.heads");
        assertThat(exhibit()).isSameAs(asRead());
    }

    @Test
    void whatMakesNoSenseIsSwitchedOffAndSaysWhy() {
        read("classroom-gpt2", KEYS, "");
        whatIf.add(new HeadChange(AttentionKind.DECODER, 99, 0, ALL, ZERO));
        assertThat(enabled()).containsExactly(false);
        assertThat(whatIf.entries().getFirst().objectionProperty().get()).contains("the layers are 0 to 5");
        assertThat(exhibit()).isSameAs(asRead());
    }

    @Test
    void theEffectIsToldWhereTheModelPredictsAndFollowsTheChosenToken() {
        read("classroom-gpt2", KEYS, "");
        whatIf.watchedProperty().set(" is");
        whatIf.add(SUBJECT);
        Effect effect = whatIf.effectProperty().get();
        assertThat(effect.row()).isEqualTo(4);
        PredictionChange change = effect.prediction().orElseThrow();
        assertThat(change.before().before().token()).isEqualTo(" are");
        assertThat(change.watched()).singleElement()
                .satisfies(is -> assertThat(is.after().probability()).isGreaterThan(20 * is.before().probability()));
        session.selection().position(Stack.DECODER).set(1);
        assertThat(whatIf.effectProperty().get().row()).isOne();
        whatIf.watchedProperty().set("");
        assertThat(whatIf.effectProperty().get().prediction().orElseThrow().watched()).isEmpty();
    }

    @Test
    void aPatchReadsTheOtherTextWithoutTouchingTheSessions() {
        read("classroom-gpt2", KEYS, "");
        whatIf.add(new Patch(TensorName.parse("decoder.2.mlp.resid"), ALL, 1, KEY));
        assertThat(whatIf.messageProperty().get()).isEmpty();
        PredictionChange change = whatIf.effectProperty().get().prediction().orElseThrow();
        assertThat(change.before().before().token()).isEqualTo(" are");
        assertThat(change.after().after().token()).isEqualTo(" is");
        assertThat(session.textProperty().get()).isEqualTo(KEYS);
        assertThat(asRead().texts().text()).isEqualTo(KEYS);
        assertThat(exhibit().texts().text()).isEqualTo(KEYS);
    }

    @Test
    void allOfAStreamFromAnotherTextGivesThatTextsPrediction() {
        read("classroom-gpt2", KEY, "");
        float[] other = logits(asRead().trace());
        read("classroom-gpt2", KEYS, "");
        whatIf.add(new Patch(TensorName.parse("decoder.5.mlp.resid"), ALL, ALL, KEY));
        assertThat(logits(exhibit().trace())).isEqualTo(other);
    }

    @Test
    void aTextOfAnotherLengthIsNoSourceForAWholeTensor() {
        read("classroom-gpt2", KEYS, "");
        whatIf.add(new Patch(TensorName.parse("decoder.5.mlp.resid"), ALL, ALL, "The"));
        assertThat(enabled()).containsExactly(false);
        assertThat(whatIf.entries().getFirst().objectionProperty().get()).contains("[5, 128]").contains("[1, 128]");
    }

    @Test
    void aTextThatCannotBeReadIsNoSource() {
        read("classroom-gpt2", KEYS, "");
        whatIf.add(SUBJECT);
        whatIf.add(new Patch(TensorName.parse("decoder.5.mlp.resid"), ALL, ALL, "keys ".repeat(400)));
        assertThat(enabled()).containsExactly(true, false);
        assertThat(whatIf.entries().get(1).objectionProperty().get()).contains("tokens");
        assertThat(session.messageProperty().get()).isEmpty();
    }

    @Test
    void theOtherTextIsReadAnewByAnotherModel() {
        read("classroom-bert", "The cat sat on the [MASK].", "");
        Patch patch = new Patch(TensorName.parse("encoder.1.mlp.resid"), ALL, 2, "The dog sat on the [MASK].");
        whatIf.add(patch);
        assertThat(enabled()).containsExactly(true);
        read("classroom-bart", "The cat sat on the mat.", "");
        assertThat(enabled()).containsExactly(true);
        assertThat(exhibit().trace()).isNotSameAs(asRead().trace());
        assertThat(whatIf.effectProperty().get().streams()).anyMatch(shift -> shift.relative() > 0);
    }

    @Test
    void numbersBeyondAllBoundsAreToldInWords() {
        read("classroom-gpt2", KEYS, "");
        whatIf.add(new StreamChange(Stack.DECODER, 1, 3, new Change.Scale(Float.MAX_VALUE)));
        assertThat(whatIf.messageProperty().get()).contains("beyond all bounds").contains("scale by less");
        assertThat(exhibit()).isSameAs(asRead());
        assertThat(session.messageProperty().get()).isEmpty();
    }

    @Test
    void listenersSeeEachEntryThatIsAdded() {
        List<Intervention> seen = new ArrayList<>();
        whatIf.entries().subscribe(() -> {
            seen.clear();
            whatIf.entries().forEach(entry -> seen.add(entry.intervention()));
        });
        System.gc();
        whatIf.add(SUBJECT);
        whatIf.add(EARLY);
        assertThat(seen).containsExactly(SUBJECT, EARLY);
    }

    @Test
    void onlyTheLatestWishComesOnShow() {
        Deque<Runnable> waiting = new ArrayDeque<>();
        Session slow = new Session(new Desk(waiting::add, Runnable::run), new Look(false, 1));
        WhatIf asked = new WhatIf(slow);
        slow.textProperty().set(KEYS);
        slow.run();
        waiting.remove().run();
        Exhibit first = slow.exhibitProperty().get();
        asked.add(SUBJECT);
        asked.entries().getFirst().enabledProperty().set(false);
        asked.add(EARLY);
        assertThat(waiting).hasSize(2);
        waiting.remove().run(); // what nobody wants any more
        assertThat(slow.exhibitProperty().get()).isSameAs(first);
        slow.textProperty().set(KEY);
        slow.run();
        waiting.removeLast().run(); // the new text comes before the other text's intervention
        Exhibit second = slow.exhibitProperty().get();
        waiting.remove().run();
        assertThat(slow.exhibitProperty().get()).isSameAs(second);
        waiting.remove().run();
        assertThat(slow.exhibitProperty().get().texts().text()).isEqualTo(KEY);
        assertThat(slow.exhibitProperty().get().trace()).isNotSameAs(second.trace());
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
        assertThat(asked.effectProperty().get()).isNotNull();
    }
}
