package org.vitrine.ui.desktop.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.explain.whatif.Change;
import org.vitrine.explain.whatif.HeadChange;
import org.vitrine.explain.whatif.Intervention;
import org.vitrine.explain.whatif.NeuronChange;
import org.vitrine.explain.whatif.Patch;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.ui.desktop.Fx;
import org.vitrine.ui.desktop.state.Exhibit;
import org.vitrine.ui.desktop.state.Look;
import org.vitrine.ui.desktop.state.WhatIf;
import org.vitrine.ui.picture.spot.HeadSpot;
import org.vitrine.ui.picture.spot.TensorSpot;

/** The panel beside the real window. */
class WhatIfPaneTest {
    private static final int ALL = Intervention.ALL;

    /** Puts the panel to the right of all that the window has. */
    private static WhatIf open(Fx fx) {
        WhatIf opened = Fx.get(() -> {
            WhatIf whatIf = new WhatIf(fx.session());
            Node pane = new WhatIfPane(fx.session(), whatIf).node();
            Scene scene = fx.window().root().getScene();
            scene.setRoot(new Group());
            BorderPane both = new BorderPane(fx.window().root());
            both.styleProperty().bind(fx.window().root().styleProperty());
            both.setRight(pane);
            scene.setRoot(both);
            return whatIf;
        });
        fx.settle(); // what lies in a scroll pane is found once that has been laid out
        return opened;
    }

    private static String text(Fx fx, String selector) {
        Label label = (Label) fx.node(selector);
        return Fx.get(label::getText);
    }

    /** Whether a label has room for all of its text. */
    private static boolean isWhole(Label label) {
        return Fx.get(() -> label.isWrapText()
                ? label.getHeight() >= label.prefHeight(label.getWidth()) - 1
                : label.getWidth() >= label.prefWidth(-1) - 1);
    }

    private static Exhibit exhibit(Fx fx) {
        return Fx.get(() -> fx.session().exhibitProperty().get());
    }

    private static Exhibit read(Fx fx) {
        return Fx.get(() -> fx.session().readProperty().get());
    }

    private static void chooseSubjectHead(Fx fx) {
        Fx.run(() -> fx.session().selection().choose(new HeadSpot(AttentionKind.DECODER, 5, 3)));
        fx.settle();
    }

    @Test
    void theChosenHeadIsZeroedComparedAndSwitchedOffByMouse() {
        try (Fx fx = Fx.open()) {
            WhatIf whatIf = open(fx);
            fx.read("classroom-gpt2", "The keys to the cabinet", "");
            chooseSubjectHead(fx);
            fx.click(fx.node("#what-if-add"));
            assertThat(whatIf.entries().getFirst().intervention())
                    .isEqualTo(new HeadChange(AttentionKind.DECODER, 5, 3, ALL, new Change.Zero()));
            assertThat(exhibit(fx).trace()).isNotSameAs(read(fx).trace());
            assertThat(exhibit(fx).before()).isEmpty();
            assertThat(text(fx, "#what-if-sentence"))
                    .startsWith("“·are” stays the likeliest token: 60.04\u00a0% → 55.2");
            fx.click(fx.node("#what-if-difference"));
            assertThat(exhibit(fx).before()).containsSame(read(fx).trace());
            fx.click(fx.node("#what-if-difference")); // again: one of the three always is
            assertThat(((ToggleButton) fx.node("#what-if-difference")).isSelected()).isTrue();
            fx.click(fx.node("#what-if-before"));
            assertThat(exhibit(fx)).isSameAs(read(fx));
            fx.click(fx.node("#what-if-after"));
            assertThat(exhibit(fx)).isNotSameAs(read(fx));
            fx.click(fx.node("#what-if-list .check-box"), 0.05, 0.3);
            assertThat(exhibit(fx)).isSameAs(read(fx));
            assertThat(fx.node("#what-if-after").isDisabled()).isTrue();
            fx.click(fx.node("#what-if-list .button"));
            assertThat(whatIf.entries()).isEmpty();
        }
    }

    @Test
    void allOfItWorksByKeyboard() {
        try (Fx fx = Fx.open()) {
            WhatIf whatIf = open(fx);
            fx.read("classroom-gpt2", "The keys to the cabinet", "");
            fx.focus(fx.node("#what-if-what"));
            fx.press(KeyCode.DOWN);
            assertThat(((ComboBox<?>) fx.node("#what-if-what")).getValue()).isEqualTo(What.NEURON);
            fx.focus(fx.node("#what-if-neuron"));
            fx.press(KeyCode.END);
            fx.press(KeyCode.DIGIT9);
            fx.press(KeyCode.ENTER);
            assertThat(whatIf.entries().getFirst().intervention())
                    .isEqualTo(new NeuronChange(Stack.DECODER, 0, 9, ALL, new Change.Zero()));
            fx.focus(fx.node("#what-if-list .check-box"));
            fx.press(KeyCode.SPACE);
            assertThat(exhibit(fx)).isSameAs(read(fx));
            fx.press(KeyCode.SPACE);
            assertThat(exhibit(fx)).isNotSameAs(read(fx));
            fx.focus(fx.node("#what-if-difference"));
            fx.press(KeyCode.SPACE);
            assertThat(exhibit(fx).before()).isPresent();
            fx.focus(fx.node("#what-if-all-off"));
            fx.press(KeyCode.SPACE);
            assertThat(exhibit(fx)).isSameAs(read(fx));
            fx.focus(fx.node("#what-if-list .check-box"));
            fx.press(KeyCode.DELETE);
            assertThat(whatIf.entries()).isEmpty();
        }
    }

    @Test
    void switchingBackAndForthQuicklyEndsWhereItWasLeft() {
        try (Fx fx = Fx.open()) {
            WhatIf whatIf = open(fx);
            fx.read("classroom-gpt2", "The keys to the cabinet", "");
            Fx.run(() -> whatIf.add(new HeadChange(AttentionKind.DECODER, 5, 3, ALL, new Change.Zero())));
            fx.settle();
            float[] once = exhibit(fx).trace().get("head.logits").data();
            for (int i = 0; i < 41; i++) {
                boolean on = i % 2 == 1;
                Fx.run(() -> whatIf.entries().getFirst().enabledProperty().set(on));
            }
            fx.settle();
            assertThat(exhibit(fx)).isSameAs(read(fx));
            Fx.run(() -> whatIf.entries().getFirst().enabledProperty().set(true));
            fx.settle();
            assertThat(exhibit(fx).trace().get("head.logits").data()).isEqualTo(once);
        }
    }

    @Test
    void whatCannotBeDoneIsToldInWords() {
        try (Fx fx = Fx.open()) {
            WhatIf whatIf = open(fx);
            fx.click(fx.node("#what-if-add"));
            assertThat(text(fx, "#what-if-error")).isEqualTo("Nothing was read yet; run the model first.");
            fx.read("classroom-gpt2", "The keys to the cabinet", "");
            Fx.run(() -> whatIf.add(new Patch(TensorName.parse("decoder.2.mlp.resid"), ALL, ALL, "The")));
            fx.settle();
            assertThat(text(fx, "#what-if-message")).isEqualTo(
                    "One intervention was switched off: it does not fit this model and text.");
            CheckBox box = (CheckBox) fx.node("#what-if-list .check-box");
            assertThat(box.isSelected()).isFalse();
            assertThat(text(fx, "#what-if-list .danger")).contains("[5, 128]").contains("[1, 128]");
            fx.screenshot("what-if-refused").requireDrawn();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void threeInterventionsAndTheirEffectAreDrawn(boolean dark) {
        try (Fx fx = Fx.open(new Look(dark, 1))) {
            WhatIf whatIf = open(fx);
            fx.read("classroom-gpt2", "The keys to the cabinet", "");
            Fx.run(() -> {
                whatIf.watchedProperty().set(" is");
                whatIf.add(new HeadChange(AttentionKind.DECODER, 5, 3, ALL, new Change.Zero()));
                whatIf.add(new NeuronChange(Stack.DECODER, 2, 17, 4, new Change.Scale(3)));
                whatIf.add(new Patch(TensorName.parse("decoder.2.mlp.resid"), ALL, 1, "The key to the cabinets"));
            });
            chooseSubjectHead(fx);
            String name = "what-if-" + (dark ? "dark" : "light");
            fx.screenshot(name + "-1280").requireDrawn();
            fx.screenshot(name + "-1920", 1920, 1080).requireDrawn();
            Region pane = (Region) fx.node("#what-if");
            assertThat(pane.getWidth()).isGreaterThanOrEqualTo(320);
            assertThat(fx.node("#what-if-effect").lookupAll(".label")).hasSizeGreaterThan(60)
                    .allSatisfy(label -> assertThat(isWhole((Label) label)).as(((Label) label).getText()).isTrue());
            fx.screenshot(name, pane).requireDrawn();
            fx.screenshot(name + "-all", fx.node("#what-if .viewport > *")).requireDrawn();
        }
    }

    @Test
    void nothingIsCutWhereLettersAreLarge() {
        try (Fx fx = Fx.open(new Look(false, 2))) {
            WhatIf whatIf = open(fx);
            fx.read("classroom-bart", "The cat sat on the mat.", "");
            Fx.run(() -> {
                whatIf.add(new HeadChange(AttentionKind.CROSS, 1, 2, ALL, new Change.Mean()));
                fx.session().selection().choose(new TensorSpot(TensorName.parse("decoder.1.cross.heads")));
            });
            fx.settle();
            fx.screenshot("what-if-large").requireDrawn();
            fx.screenshot("what-if-large-all", fx.node("#what-if .viewport > *")).requireDrawn();
        }
    }
}
