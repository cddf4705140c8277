package org.vitrine.ui.desktop.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.explain.arithmetic.Input;
import org.vitrine.explain.arithmetic.Operation;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Recorder;
import org.vitrine.transformer.trace.Recording;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.ui.desktop.state.Exhibit;
import org.vitrine.ui.desktop.state.Look;
import org.vitrine.ui.desktop.state.Session;
import org.vitrine.ui.desktop.work.Desk;
import org.vitrine.ui.picture.PlaceTag;
import org.vitrine.ui.picture.spot.CellSpot;

/** Walking from number to number, without a window. */
class ArithmeticModelTest {
    private static final TensorName LOGITS = TensorName.parse("head.logits");
    private Session session;
    private ArithmeticModel model;

    @BeforeEach
    void read() {
        session = read("classroom-gpt2", "The cat sat on the");
        model = new ArithmeticModel(session);
        model.follow();
    }

    private static Session read(String model, String text) {
        Session session = new Session(Desk.direct(), new Look(false, 1));
        session.modelProperty().set(model);
        session.textProperty().set(text);
        session.run();
        return session;
    }

    private CellSpot shown() {
        return ArithmeticModel.spot(model.derivationProperty().get().number());
    }

    private CellSpot firstInput() {
        return ArithmeticModel.spot(model.derivationProperty().get().inputs().getFirst());
    }

    @Test
    void itFollowsTheNumberThatIsChosenAnywhere() {
        assertThat(model.derivationProperty().get()).isNull();
        assertThat(model.absenceProperty().get()).startsWith("Click a number");
        session.selection().choose(CellSpot.of(LOGITS, 4, 17));
        assertThat(shown()).isEqualTo(CellSpot.of(LOGITS, 4, 17));
        assertThat(session.selection().tensor().get()).isEqualTo(LOGITS);
        session.selection().cell().set(null);
        assertThat(model.derivationProperty().get()).isNull();
    }

    @Test
    void thePathGrowsInputByInputAndBeginsAnewElsewhere() {
        model.go(CellSpot.of(LOGITS, 4, 17));
        CellSpot norm = firstInput();
        model.go(norm);
        model.go(firstInput());
        assertThat(model.path()).hasSize(3).startsWith(CellSpot.of(LOGITS, 4, 17), norm);
        model.go(CellSpot.of(LOGITS, 1, 1));
        assertThat(model.path()).containsExactly(CellSpot.of(LOGITS, 1, 1));
        model.back();
        assertThat(model.path()).hasSize(3);
    }

    @Test
    void backAndForwardLeadWhereOneWas() {
        assertThat(model.canGoBack()).isFalse();
        model.back();
        model.go(CellSpot.of(LOGITS, 4, 17));
        CellSpot norm = firstInput();
        model.go(norm);
        model.back();
        assertThat(session.selection().cell().get()).isEqualTo(CellSpot.of(LOGITS, 4, 17));
        assertThat(model.canGoForward()).isTrue();
        model.forward();
        assertThat(shown()).isEqualTo(norm);
        assertThat(model.canGoForward()).isFalse();
        model.returnTo(0);
        assertThat(shown()).isEqualTo(CellSpot.of(LOGITS, 4, 17));
        model.go(CellSpot.of(LOGITS, 0, 0));
        assertThat(model.canGoForward()).isFalse();
    }

    @Test
    void everyWayEndsAtTheTables() {
        model.go(CellSpot.of(LOGITS, 4, 17));
        int steps = 0;
        while (model.derivationProperty().get().operation() != Operation.TABLE_ROW) {
            model.go(firstInput());
            assertThat(++steps).isLessThan(200);
        }
        assertThat(model.path()).hasSize(steps + 1);
    }

    @Test
    void theTermsAreSortedBySizeOrStandAsTheyAreAdded() {
        model.go(CellSpot.of(LOGITS, 4, 17));
        List<TermRow> bySize = model.rows();
        assertThat(bySize).extracting(TermRow::rank).isSorted().startsWith(1, 2, 3);
        assertThat(Math.abs(bySize.getFirst().bar())).isEqualTo(1);
        model.largestFirstProperty().set(false);
        List<TermRow> natural = model.rows();
        assertThat(natural).extracting(TermRow::term)
                .containsExactlyElementsOf(model.derivationProperty().get().terms());
        assertThat(natural.getLast().running()).isCloseTo(bySize.getLast().running(),
                within(1e-6));
        assertThat(natural).extracting(TermRow::rank).isNotEqualTo(bySize.stream().map(TermRow::rank).toList());
        assertThat(model.sentence())
                .matches("The 10 largest of \\d+ terms add up to \\S+, (\\S+ % of|all to) \\S+, the value\\.");
    }

    @Test
    void placesAreNamedAndTokensShown() {
        model.go(CellSpot.of(TensorName.parse("decoder.1.attn.pattern"), 2, 3, 1));
        assertThat(model.tags()).containsExactly(new PlaceTag("head 2", Optional.empty()),
                new PlaceTag("position 3", Optional.of(" on")),
                new PlaceTag("looks at position 1", Optional.of(" cat")));
        assertThat(model.token(model.derivationProperty().get().terms().get(2))).isEqualTo("2 ·sat");
    }

    @Test
    void aNumberIsFoundByItsName() {
        assertThat(model.go(" decoder.0.attn.q[1,2, 3] ")).isTrue();
        assertThat(shown()).isEqualTo(CellSpot.of(TensorName.parse("decoder.0.attn.q"), 1, 2, 3));
        assertThat(model.errorProperty().get()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"decoder.0.attn.q; after the name of a tensor come places",
        "decoder.0.attn.q[1, 2]; has the shape", "decoder.0.attn.q[1, 2, 99999]; has the shape",
        "decoder.0.attn.q[1, x, 3]; 'x' is no place", "decoder.0.attn.q[]; is no place",
        "encoder.0.attn.q[0, 0, 0]; this model computes no encoder.0.attn.q",
        "nonsense[1]; is no name of a tensor", "''; type the name of a tensor",
        "decoder.0.attn.q[99999999999, 0, 0]; is no place", "decoder.0.attn.q[-1, 0, 0]; has the shape"})
    void whatIsNoNumberIsAnsweredInWords(String text, String answer) {
        assertThat(model.go(text)).isFalse();
        assertThat(model.errorProperty().get()).contains(answer);
        assertThat(session.selection().cell().get()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"classroom-gpt2", "classroom-bert", "classroom-bart"})
    void whatIsOfferedToBeginWithIsThere(String name) {
        Session other = read(name, name.equals("classroom-gpt2") ? "The cat" : "The [MASK] sat.".replace("[MASK]",
                name.equals("classroom-bert") ? "[MASK]" : "<mask>"));
        ArithmeticModel walking = new ArithmeticModel(other);
        walking.follow();
        List<Starts.Start> starts = Starts.of(other.exhibitProperty().get(), other.selection());
        assertThat(starts).hasSize(3);
        for (Starts.Start start : starts) {
            walking.go(start.cell());
            assertThat(walking.derivationProperty().get()).isNotNull();
            assertThat(walking.intervention()).isEmpty();
        }
    }

    @Test
    void anInterventionIsToldWithBothNumbers() {
        Exhibit read = session.exhibitProperty().get();
        TensorName heads = TensorName.parse("decoder.0.attn.heads");
        Recording after = Recording.everything();
        Recorder zeroing = (name, tensor) -> after.keep(name,
                name.equals(heads) ? Tensor.of(new float[tensor.size()], tensor.shape()) : tensor);
        read.model().forward(read.reading().input(), zeroing);
        model.go(CellSpot.of(heads, 0, 2, 1));
        assertThat(model.intervention()).isEmpty();
        session.exhibitProperty().set(read.with(after.trace(), Optional.of(read.trace())));
        assertThat(shown()).isEqualTo(CellSpot.of(heads, 0, 2, 1));
        float before = read.trace().get(heads).at(0, 2, 1);
        assertThat(model.intervention()).contains("Somebody intervened here: recorded is 0.0",
                "without it, this number "
                        + "was " + before);
        model.go(CellSpot.of(TensorName.parse("decoder.0.attn.out"), 2, 1));
        assertThat(model.intervention()).doesNotContain("Somebody").contains("after the intervention");
    }

    @Test
    void aNewTextForgetsTheWalk() {
        model.go(CellSpot.of(LOGITS, 4, 17));
        session.textProperty().set("The dog");
        session.run();
        assertThat(model.derivationProperty().get()).isNull();
        assertThat(model.canGoBack()).isFalse();
        session.selection().cell().set(CellSpot.of(LOGITS, 4, 17));
        assertThat(model.derivationProperty().get()).isNull();
        assertThat(model.absenceProperty().get()).startsWith("There is no head.logits[4, 17] here");
    }

    @Test
    void nothingIsDerivedBeforeATextWasRead() {
        ArithmeticModel early = new ArithmeticModel(new Session(Desk.direct(), new Look(false, 1)));
        early.follow();
        assertThat(early.go("head.logits[0, 0]")).isFalse();
        assertThat(early.errorProperty().get()).startsWith("Nothing was read yet");
        assertThat(early.absenceProperty().get()).startsWith("Nothing was read yet");
        assertThatThrownBy(() -> new Walk().back()).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void theLongestWalkIsRememberedInPart() {
        Walk walk = new Walk();
        for (int i = 0; i < 2 * Walk.MOST; i++) {
            walk.visit(CellSpot.of(LOGITS, 0, i), true);
        }
        assertThat(walk.path()).hasSize(Walk.MOST).endsWith(CellSpot.of(LOGITS, 0, 2 * Walk.MOST - 1));
    }

    @Test
    void inputsOfATermThatWereLearntLeadNowhere() {
        model.go(CellSpot.of(LOGITS, 4, 17));
        TermRow row = model.rows().getFirst();
        assertThat(row.factor(0)).isInstanceOf(Input.Recorded.class);
        assertThat(row.factor(1)).isInstanceOf(Input.Learned.class);
        assertThat(row.factor(2)).isNull();
    }
}
