package org.vitrine.ui.desktop.attention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.explain.attention.SentenceFilter;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.ui.desktop.Fx;
import org.vitrine.ui.desktop.Screenshot;
import org.vitrine.ui.desktop.canvas.PictureView;
import org.vitrine.ui.desktop.state.Look;
import org.vitrine.ui.desktop.state.Selection;
import org.vitrine.ui.picture.spot.KeySpot;
import org.vitrine.ui.picture.spot.QuerySpot;

class HeadViewTabTest {
    private static final String A = "The cat sat on the mat";
    private static final String B = "The cat lay on the rug";

    private Fx fx;
    private HeadViewTab tab;
    private PictureView picture;

    @BeforeEach
    void open() {
        fx = Fx.open();
        tab = (HeadViewTab) fx.window().view("head-view").orElseThrow();
        picture = tab.pictureView();
    }

    @AfterEach
    void close() {
        fx.close();
    }

    private void read(String model, String text, String pair) {
        fx.read(model, text, pair);
        fx.show("head-view");
    }

    @Test
    void squaresTurnHeadsOnAndOffButNotTheLast() {
        read("classroom-bert", A, "");
        Screenshot all = fx.screenshot("head-view-all-heads");
        for (int head : new int[]{0, 1, 2, 3}) {
            fx.click(fx.node("#head-" + head));
        }
        assertThat(heads()).containsExactly(3);
        assertThat(((ToggleButton) fx.node("#head-3")).isSelected()).isTrue();
        assertThat(((ToggleButton) fx.node("#head-0")).isSelected()).isFalse();
        assertThat(fx.screenshot("head-view-last-head").differences(all)).isGreaterThan(2000);
        fx.click(fx.node("#head-1"));
        assertThat(heads()).containsExactly(1, 3);
    }

    @Test
    void aDoubleClickIsolatesAHeadAndAnotherRestoresAll() {
        read("classroom-gpt2", "The keys to the cabinet", "");
        doubleClick(fx.node("#head-2"));
        assertThat(heads()).containsExactly(2);
        assertThat(selection().head().get()).isEqualTo(2);
        doubleClick(fx.node("#head-2"));
        assertThat(heads()).containsExactly(0, 1, 2, 3);
        assertThat(selection().head().get()).isEqualTo(Selection.NONE);
    }

    @Test
    void keysDoWhatClicksDo() {
        read("classroom-gpt2", "The keys to the cabinet", "");
        fx.focus(fx.node("#head-1"));
        fx.press(KeyCode.SPACE);
        assertThat(heads()).containsExactly(0, 2, 3);
        fx.press(KeyCode.ENTER);
        assertThat(heads()).containsExactly(0, 1, 2, 3);
        fx.press(KeyCode.SHIFT, KeyCode.ENTER);
        assertThat(heads()).containsExactly(1);
        fx.focus(fx.node("#head-view-layer"));
        fx.press(KeyCode.UP);
        assertThat(selection().layer().get()).isEqualTo(1);
        fx.focus(fx.node("#head-view-threshold"));
        fx.press(KeyCode.RIGHT);
        assertThat(Fx.get(() -> tab.model().links().percent().get())).isPositive();
    }

    @Test
    void pointingAtATokenShowsItsLinesAloneAndDoesNotRepaintThePicture() {
        read("classroom-bert", A, "");
        Object before = Fx.get(() -> picture.pictureProperty().get());
        Screenshot plain = fx.screenshot("head-view-plain");
        fx.point(picture, query(2));
        Screenshot left = fx.screenshot("head-view-hover-query");
        assertThat(Fx.get(() -> picture.overlayProperty().get())).isNotNull();
        assertThat(Fx.get(() -> picture.fadedProperty().get())).isTrue();
        assertThat(left.differences(plain)).isGreaterThan(2000);
        fx.point(picture, new KeySpot(AttentionKind.ENCODER, 2));
        assertThat(fx.screenshot("head-view-hover-key").differences(left)).isGreaterThan(2000);
        assertThat(Fx.get(() -> picture.pictureProperty().get())).isSameAs(before);
    }

    @Test
    void aClickChoosesATokenEverywhereAndKeepsItsLinesUntilTheNextClick() {
        read("classroom-bert", A, "");
        fx.click(picture, query(3));
        assertThat(selection().position(Stack.ENCODER).get()).isEqualTo(3);
        fx.point(fx.node("#run"), 0.5, 0.5);
        assertThat(pinned()).isEqualTo(query(3));
        assertThat(Fx.get(() -> picture.overlayProperty().get())).isNotNull();
        fx.click(picture, query(3));
        assertThat(pinned()).isNull();
        fx.click(picture, new KeySpot(AttentionKind.ENCODER, 5));
        assertThat(pinned()).isEqualTo(new KeySpot(AttentionKind.ENCODER, 5));
        assertThat(selection().position(Stack.ENCODER).get()).isEqualTo(5);
    }

    @Test
    void aTokenChosenInAnotherViewIsShownHere() {
        read("classroom-gpt2", "The keys to the cabinet", "");
        assertThat(Fx.get(() -> picture.overlayProperty().get())).isNull();
        Fx.run(() -> selection().position(Stack.DECODER).set(1));
        fx.settle();
        assertThat(Fx.get(() -> picture.overlayProperty().get())).isNotNull();
        assertThat(Fx.get(() -> picture.chosen().contains(new QuerySpot(AttentionKind.DECODER, 1)))).isTrue();
    }

    @Test
    void thresholdSpecialTokensAverageAndMatrixChangeWhatIsDrawn() {
        read("classroom-bert", A, B);
        Screenshot before = fx.screenshot("head-view-step");
        Slider slider = (Slider) fx.node("#head-view-threshold");
        Fx.run(() -> slider.setBlockIncrement(30));
        for (String control : List.of("threshold", "hide-special", "average", "form-matrix", "rollout")) {
            Node node = fx.node("#head-view-" + control);
            if (node instanceof Slider) {
                fx.focus(node);
                fx.press(KeyCode.RIGHT);
            } else {
                fx.click(node);
            }
            Screenshot after = fx.screenshot("head-view-step");
            assertThat(after.differences(before)).as(control).isGreaterThan(500);
            before = after;
        }
        assertThat(Fx.get(() -> tab.document().orElseThrow())).contains("\"rollout\":true");
        assertThat(Fx.get(() -> tab.picture(new Look(true, 1).theme()).orElseThrow().title()))
                .startsWith("classroom-bert: what stands at each token");
    }

    @Test
    void ofAPairOneTextLooksAtTheOther() {
        read("classroom-bert", A, B);
        fx.click(fx.node("#head-view-filter-a-b"));
        assertThat(Fx.get(() -> tab.model().links().sentences().get())).isEqualTo(SentenceFilter.A_TO_B);
        assertThat(Fx.get(() -> picture.reveal(query(2)))).isPresent();
        assertThat(Fx.get(() -> picture.reveal(query(9)))).as("a token of the second text does not look").isEmpty();
        assertThat(Fx.get(() -> picture.reveal(new KeySpot(AttentionKind.ENCODER, 9)))).isPresent();
        fx.read("classroom-bert", A, "");
        assertThat(fx.node("#head-view-filter").isVisible()).isFalse();
        assertThat(Fx.get(() -> picture.reveal(query(2)))).isPresent();
    }

    @Test
    void bartHasThreeAttentions() {
        read("classroom-bart", A, B);
        for (AttentionKind kind : AttentionKind.values()) {
            fx.click(fx.node("#head-view-attention-" + kind));
            assertThat(selection().attention().get()).isEqualTo(kind);
            assertThat(Fx.get(() -> picture.reveal(new QuerySpot(kind, 1)))).isPresent();
            assertThat(Fx.get(() -> picture.reveal(new KeySpot(kind, 1)))).isPresent();
        }
        assertThat(fx.node("#head-view-rollout").isDisabled()).isTrue();
    }

    @Test
    void theLayerOfTheSelectionIsShown() {
        read("classroom-gpt2", "The keys to the cabinet", "");
        Fx.run(() -> selection().layer().set(4));
        fx.settle();
        assertThat(Fx.get(() -> tab.document().orElseThrow())).contains("\"layer\":4,");
        fx.read("classroom-bart", A, B);
        assertThat(selection().layer().get()).isLessThan(4);
    }

    @Test
    void squaresSayWhatTheirHeadsLookAt() {
        read("classroom-bert", A, "");
        ToggleButton square = (ToggleButton) fx.node("#head-1");
        assertThat(square.getTooltip().getText()).startsWith("Head 1 looks on average at\nthe token before: ")
                .contains("special tokens", "Entropy: ", "Double click");
        assertThat(square.getAccessibleText()).startsWith("Head 1");
    }

    private void doubleClick(Node node) {
        Robot robot = Fx.get(Robot::new);
        Fx.run(() -> {
            Bounds bounds = node.localToScreen(node.getLayoutBounds());
            robot.mouseMove(bounds.getCenterX(), bounds.getCenterY());
        });
        for (int i = 0; i < 2; i++) {
            Fx.run(() -> robot.mouseClick(MouseButton.PRIMARY));
        }
        fx.settle();
    }

    private Selection selection() {
        return fx.session().selection();
    }

    private List<Integer> heads() {
        return Fx.get(() -> tab.model().wish().orElseThrow().heads());
    }

    private Object pinned() {
        return Fx.get(() -> tab.model().pin().spot().get());
    }

    private static QuerySpot query(int position) {
        return new QuerySpot(AttentionKind.ENCODER, position);
    }
}
