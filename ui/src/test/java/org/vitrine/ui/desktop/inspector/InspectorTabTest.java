package org.vitrine.ui.desktop.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.ui.desktop.ChosenFiles;
import org.vitrine.ui.desktop.Fx;
import org.vitrine.ui.desktop.Screenshot;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.picture.spot.CellSpot;
import org.vitrine.ui.picture.spot.TensorSpot;

/** The view as people use it. */
class InspectorTabTest {
    private static final TensorName PATTERN = TensorName.parse("decoder.3.attn.pattern");

    @TempDir
    private Path folder;
    private Fx fx;
    private InspectorTab tab;

    @BeforeEach
    void open() {
        fx = Fx.open();
        tab = (InspectorTab) fx.window().view("inspector").orElseThrow();
        fx.read("classroom-gpt2", "the cat sat on the mat", "");
        fx.show("inspector");
        choose(PATTERN);
    }

    @AfterEach
    void close() {
        fx.close();
    }

    @Test
    void theTreeFollowsTheTensorAndChoosesIt() {
        assertThat(selected()).isEqualTo(PATTERN);
        fx.focus(fx.node("#tensor-tree"));
        fx.press(KeyCode.UP);
        assertThat(current()).isEqualTo("decoder.3.attn.scores");
        assertThat(text("#tensor-name")).isEqualTo("decoder.3.attn.scores, head 0");
    }

    @Test
    void typingFindsATensorAndEnterChoosesIt() {
        TextField filter = (TextField) fx.node("#tensor-filter");
        fx.focus(filter);
        Fx.run(() -> filter.setText("5 mlp act"));
        fx.press(KeyCode.ENTER);
        assertThat(current()).isEqualTo("decoder.5.mlp.act");
        assertThat(Fx.get(() -> tree().getExpandedItemCount())).isEqualTo(4);
    }

    @Test
    void aClickOnANumberChoosesItEverywhere() {
        CellSpot cell = CellSpot.of(PATTERN, 0, 5, 1);
        fx.click(tab.pictureView(), cell);
        assertThat(fx.session().selection().cell().get()).isEqualTo(cell);
        assertThat(fx.session().selection().spots()).contains(cell);
        fx.point(tab.pictureView(), CellSpot.of(PATTERN, 0, 2, 1));
        assertThat(Fx.get(() -> tab.pictureView().pointedProperty().get())).isEqualTo(CellSpot.of(PATTERN, 0, 2, 1));
    }

    @Test
    void theSliderChoosesTheHead() {
        Slider slider = (Slider) fx.node("#slice");
        fx.focus(slider);
        fx.press(KeyCode.RIGHT);
        fx.press(KeyCode.RIGHT);
        assertThat(fx.session().selection().head().get()).isEqualTo(2);
        assertThat(text("#slice-place")).isEqualTo("head 2 of 4");
        Fx.run(() -> fx.session().selection().head().set(1));
        fx.settle();
        assertThat(Fx.get(slider::getValue)).isEqualTo(1);
        assertThat(text("#tensor-name")).endsWith("head 1");
    }

    @Test
    void buttonsAndKeysGoThroughTheSteps() {
        fx.click(fx.node("#step-next"));
        assertThat(current()).isEqualTo("decoder.3.attn.heads");
        fx.click(fx.node("#step-next-layer"));
        assertThat(current()).isEqualTo("decoder.4.attn.heads");
        assertThat(text("#step-sentence")).contains("pattern·v");
        fx.focus(fx.node("#step-slider"));
        fx.press(KeyCode.COMMA);
        assertThat(current()).isEqualTo("decoder.4.attn.pattern");
        fx.press(KeyCode.PERIOD);
        fx.press(KeyCode.PERIOD);
        assertThat(current()).isEqualTo("decoder.4.attn.out");
        fx.press(KeyCode.SPACE);
        assertThat(Fx.get(() -> tab.steps().playingProperty().get())).isTrue();
        fx.press(KeyCode.SPACE);
        assertThat(Fx.get(() -> tab.steps().playingProperty().get())).isFalse();
        fx.click(fx.node("#step-first"));
        assertThat(current()).isEqualTo("decoder.embed.tokens");
        assertThat(text("#step-label")).isEqualTo("step 1 of 89");
    }

    @Test
    void theDiagramLightsUpTheStepAndGoesToTheBoxThatIsClicked() {
        int accent = Integer.parseInt(Theme.LIGHT.positive().hex().substring(1), 16);
        int lit = count(fx.screenshot("diagram-pattern", tab.diagramView()), accent);
        assertThat(lit).isGreaterThan(300);
        TensorName heads = TensorName.parse("decoder.3.attn.heads");
        Screenshot before = fx.screenshot("diagram-pattern", tab.diagramView());
        fx.click(tab.diagramView(), new TensorSpot(heads));
        assertThat(current()).isEqualTo("decoder.3.attn.heads");
        Screenshot after = fx.screenshot("diagram-heads", tab.diagramView());
        assertThat(count(after, accent)).isGreaterThan(300);
        assertThat(after.differences(before)).as("another box").isGreaterThan(600);
    }

    @Test
    void theSliceIsCopiedAndSavedAsATable() throws IOException {
        fx.click(fx.node("#copy-csv"));
        String copied = Fx.get(() -> Clipboard.getSystemClipboard().getString());
        assertThat(copied).isEqualTo(TensorCsv.text(Fx.get(() -> tab.model().inspectedProperty().get().map())));
        assertThat(text("#csv-done")).isEqualTo("Copied 36 numbers.");
        Path file = folder.resolve("decoder.3.attn.pattern.csv");
        Fx.run(() -> tab.ask(new ChosenFiles(folder)));
        fx.click(fx.node("#save-csv"));
        assertThat(Files.readString(file)).isEqualTo(copied);
        Fx.run(() -> tab.ask(new ChosenFiles(file)));
        fx.click(fx.node("#save-csv"));
        assertThat(text("#csv-done")).contains("cannot be written");
        assertThat(fx.node("#save-csv")).isInstanceOf(Button.class);
    }

    @Test
    void theWholeHeatMapAndItsNumbersCanBeSaved() {
        assertThat(Fx.get(() -> tab.picture(Theme.DARK)).orElseThrow().title())
                .isEqualTo("classroom-gpt2: decoder.3.attn.pattern, head 0, for: the cat sat on the mat");
        assertThat(Fx.get(tab::document).orElseThrow()).contains("\"name\":\"decoder.3.attn.pattern\"");
        Fx.run(() -> tab.restore(Map.of("speed", "2.0", "scale", "slice")));
        assertThat(Fx.get(tab::settings)).containsEntry("speed", "2.0").containsEntry("scale", "slice");
    }

    @Test
    void thereIsRoomForTheArithmeticBelow() {
        StackPane arithmetic = new StackPane();
        arithmetic.setId("arithmetic");
        Fx.run(() -> tab.setArithmetic(arithmetic));
        fx.settle();
        assertThat(Fx.get(arithmetic::getHeight)).isGreaterThan(100);
        Fx.run(() -> tab.setArithmetic(null));
        fx.settle();
        assertThat(Fx.get(arithmetic::getParent)).isNull();
    }

    private void choose(TensorName name) {
        Fx.run(() -> fx.session().selection().tensor().set(name));
        fx.settle();
    }

    private String current() {
        return String.valueOf(fx.session().selection().tensor().get());
    }

    private String text(String selector) {
        Label label = (Label) fx.node(selector);
        return Fx.get(label::getText);
    }

    @SuppressWarnings("unchecked")
    private TreeView<TensorTree> tree() {
        return (TreeView<TensorTree>) fx.window().root().lookup("#tensor-tree");
    }

    private TensorName selected() {
        TreeItem<TensorTree> item = Fx.get(() -> tree().getSelectionModel().getSelectedItem());
        return item.getValue().name().orElseThrow();
    }

    private static int count(Screenshot shot, int rgb) {
        int count = 0;
        for (int y = 0; y < shot.height(); y++) {
            for (int x = 0; x < shot.width(); x++) {
                count += shot.rgb(x, y) == rgb ? 1 : 0;
            }
        }
        return count;
    }
}
