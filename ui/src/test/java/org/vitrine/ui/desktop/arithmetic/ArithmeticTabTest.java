package org.vitrine.ui.desktop.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TableRow;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.explain.arithmetic.Operation;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.ui.desktop.Fx;
import org.vitrine.ui.desktop.Screenshot;
import org.vitrine.ui.desktop.state.Look;
import org.vitrine.ui.drawing.Colour;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.picture.spot.CellSpot;

/** The arithmetic in the real window. */
class ArithmeticTabTest {
    private static final String VIEW = "arithmetic";

    private static Fx open(Look look, String model, String text) {
        Fx fx = Fx.open(look);
        fx.read(model, text, "");
        fx.show(VIEW);
        return fx;
    }

    private static ArithmeticTab tab(Fx fx) {
        return (ArithmeticTab) fx.window().view(VIEW).orElseThrow();
    }

    private static void type(Fx fx, String name) {
        TextField field = (TextField) fx.node("#arithmetic-name");
        Fx.run(() -> field.setText(name));
        fx.focus(field);
        fx.press(KeyCode.ENTER);
    }

    private static CellSpot cell(Fx fx) {
        return Fx.get(() -> fx.session().selection().cell().get());
    }

    private static Operation operation(Fx fx) {
        return Fx.get(() -> tab(fx).pane().model().derivationProperty().get().operation());
    }

    @Test
    void aSentenceTellsWhatToDoBeforeANumberIsChosen() {
        try (Fx fx = open(new Look(false, 1), "classroom-gpt2", "The cat sat on the")) {
            assertThat(((Label) fx.node(".arithmetic-pane .absent")).getText())
                    .startsWith("Click a number in any view");
            fx.screenshot("arithmetic-empty-light-1280").requireDrawn();
        }
    }

    @Test
    void aLogitIsFollowedToTheTableWithTheKeyboard() {
        try (Fx fx = open(new Look(false, 1), "classroom-gpt2", "The cat sat on the")) {
            type(fx, "head.logits[4, 17]");
            assertThat(cell(fx)).isEqualTo(CellSpot.of(TensorName.parse("head.logits"), 4, 17));
            fx.focus(fx.node("#arithmetic-terms"));
            for (int steps = 0; operation(fx) != Operation.TABLE_ROW; steps++) {
                assertThat(steps).isLessThan(90);
                fx.press(KeyCode.ENTER);
            }
            assertThat(cell(fx).toString()).startsWith("decoder.embed.");
            CellSpot last = cell(fx);
            fx.press(KeyCode.BACK_SPACE);
            assertThat(cell(fx)).isNotEqualTo(last);
            fx.press(KeyCode.SHIFT, KeyCode.BACK_SPACE);
            assertThat(cell(fx)).isEqualTo(last);
        }
    }

    @Test
    void aClickOnATermAndOnTheWayBackLeadsThere() {
        try (Fx fx = open(new Look(false, 1), "classroom-bart", "The cat sat on the mat.")) {
            type(fx, "decoder.0.cross.pattern[1, 2, 3]");
            Node link = fx.node("#arithmetic-terms .table-row-cell .hyperlink");
            String name = Fx.get(() -> ((Hyperlink) link).getText());
            fx.click(link);
            assertThat(cell(fx)).hasToString(name);
            assertThat(name).startsWith("decoder.0.cross.scores[1, 2, ");
            Node second = secondInput(fx);
            fx.click(second);
            assertThat(cell(fx).toString()).startsWith("decoder.0.cross.k[1, ");
            fx.click(fx.node(".crumbs .hyperlink"));
            assertThat(cell(fx)).hasToString("decoder.0.cross.pattern[1, 2, 3]");
            fx.click(fx.node("#arithmetic-forward"));
            assertThat(cell(fx)).hasToString(name);
            fx.click(fx.node("#arithmetic-back"));
            assertThat(cell(fx)).hasToString("decoder.0.cross.pattern[1, 2, 3]");
        }
    }

    private static Node secondInput(Fx fx) {
        Node table = fx.node("#arithmetic-terms");
        return Fx.get(() -> table.lookupAll(".hyperlink").stream()
                .filter(node -> node.isVisible() && ((Hyperlink) node).getText().contains(".k[")).findFirst()
                .orElseThrow());
    }

    @Test
    void whatIsNoNumberIsAnsweredInWords() {
        try (Fx fx = open(new Look(false, 1), "classroom-bert", "The [MASK] sat.")) {
            type(fx, "encoder.0.attn.q[9, 0, 0]");
            assertThat(((Label) fx.node("#arithmetic-error")).getText()).contains("encoder.0.attn.q has the shape");
            assertThat(cell(fx)).isNull();
            type(fx, "encoder.0.attn.q[1, 0, 0]");
            assertThat(((Label) fx.node("#arithmetic-error")).getText()).isEmpty();
        }
    }

    @Test
    void onlyTheTermsInSightAreLaidOut() {
        try (Fx fx = open(new Look(false, 1), "classroom-gpt2", "The cat sat on the")) {
            type(fx, "decoder.0.mlp.out[1, 2]");
            Node table = fx.node("#arithmetic-terms");
            Set<Node> rows = Fx.get(() -> table.lookupAll(".table-row-cell"));
            assertThat(Fx.get(() -> tab(fx).pane().table().getItems().size())).isGreaterThan(400);
            assertThat(rows).hasSizeLessThan(60).allMatch(TableRow.class::isInstance);
        }
    }

    @Test
    void theButtonsBeginWithWhatIsChosen() {
        try (Fx fx = open(new Look(false, 1), "classroom-bert", "The [MASK] sat.")) {
            fx.click(fx.node(".starts .button"));
            assertThat(cell(fx).toString()).startsWith("head.logits[2, ");
            fx.click(fx.node("#arithmetic-natural"));
            assertThat(tab(fx).settings()).isEqualTo(Map.of("order", "sum"));
            assertThat(Fx.get(() -> tab(fx).document()).orElseThrow())
                    .contains("\"name\":\"head.logits\"", "\"equation\":\"logits[t, j] = ", "\"kind\":\"learned\"");
            assertThat(Fx.get(() -> tab(fx).picture(theme(fx))).orElseThrow().title()).contains("came about");
        }
    }

    private static Theme theme(Fx fx) {
        return fx.session().lookProperty().get().theme();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyKindOfEquationIsDrawn(boolean dark) {
        String theme = dark ? "dark" : "light";
        try (Fx fx = open(new Look(dark, 1), "classroom-gpt2", "The cat sat on the mat and the dog sat on the")) {
            List<String> kinds = List.of("logit", "head.logits[10, 17]", "pattern", "decoder.2.attn.pattern[1, 6, 2]",
                    "norm", "decoder.1.mlp.norm[4, 5]", "act", "decoder.1.mlp.act[3, 8]", "embed",
                    "decoder.embed.resid[2, 7]");
            Screenshot last = null;
            for (int i = 0; i < kinds.size(); i += 2) {
                type(fx, kinds.get(i + 1));
                Screenshot small = fx.screenshot("arithmetic-" + kinds.get(i) + "-" + theme + "-1280").requireDrawn();
                fx.screenshot("arithmetic-" + kinds.get(i) + "-" + theme + "-1920", 1920, 1080).requireDrawn();
                Theme colours = theme(fx);
                assertThat(pixels(small, colours.positive()) + pixels(small, colours.negative()))
                        .as("bars of " + kinds.get(i)).isGreaterThan(1000);
                if (last != null) {
                    assertThat(small.differences(last)).isGreaterThan(1000);
                }
                last = small;
            }
        }
    }

    private static long pixels(Screenshot shot, Colour colour) {
        int rgb = Integer.parseInt(colour.hex().substring(1), 16);
        long count = 0;
        for (int y = 0; y < shot.height(); y++) {
            for (int x = shot.width() / 2; x < shot.width(); x++) {
                count += shot.rgb(x, y) == rgb ? 1 : 0;
            }
        }
        return count;
    }

    @Test
    void largeLettersFitToo() {
        try (Fx fx = open(new Look(false, 2), "classroom-gpt2", "The cat sat on the")) {
            type(fx, "decoder.1.mlp.norm[4, 5]");
            fx.screenshot("arithmetic-large-letters").requireDrawn();
            for (Node label : Fx.get(() -> fx.window().root().lookupAll(".arithmetic-pane .equation"))) {
                assertThat(Fx.get(() -> ((Label) label).getHeight())).as(((Label) label).getText())
                        .isGreaterThanOrEqualTo(Fx.get(() -> label.prefHeight(((Label) label).getWidth())));
            }
            Fx.run(() -> fx.session().lookProperty().set(new Look(true, 0.5)));
            fx.screenshot("arithmetic-small-letters").requireDrawn();
        }
    }
}
