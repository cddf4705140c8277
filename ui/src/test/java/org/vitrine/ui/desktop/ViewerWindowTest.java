package org.vitrine.ui.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.ui.desktop.canvas.PictureView;
import org.vitrine.ui.desktop.saved.FileChoice;
import org.vitrine.ui.desktop.state.Look;
import org.vitrine.ui.desktop.state.Selection;
import org.vitrine.ui.picture.spot.TokenSpot;
import org.vitrine.ui.session.Backend;

class ViewerWindowTest {
    private static final String TEXT = " Heathrow airport is in the city of";

    @TempDir
    private Path folder;

    private static Fx open(FileChoice choice) {
        return Fx.open(new Look(false, 1), session -> new ViewerWindow(session,
                List.of(new SampleView(session, "one"), new SampleView(session, "two")), choice));
    }

    private static boolean emphasised(Fx fx) {
        Node run = fx.node("#run");
        return Fx.get(() -> run.getStyleClass().contains("accent"));
    }

    private static String message(Fx fx) {
        Label message = (Label) fx.node("#message");
        return Fx.get(message::getText);
    }

    private static String textOf(TextArea area) {
        return Fx.get(area::getText);
    }

    @Test
    void enterReadsWhatIsTypedAndShiftEnterBreaksTheLine() {
        try (Fx fx = open(null)) {
            TextArea text = (TextArea) fx.node("#text");
            fx.focus(text);
            double low = Fx.get(text::getHeight);
            fx.press(KeyCode.A);
            fx.press(KeyCode.SHIFT, KeyCode.ENTER);
            fx.press(KeyCode.B);
            assertThat(Fx.get(text::getHeight)).isGreaterThan(low);
            assertThat(emphasised(fx)).isTrue();
            fx.press(KeyCode.ENTER);
            assertThat(fx.session().exhibitProperty().get().texts().text()).isEqualTo("a\nb");
            assertThat(emphasised(fx)).isFalse();
            fx.press(KeyCode.C);
            assertThat(emphasised(fx)).isTrue();
            fx.press(KeyCode.F5);
            assertThat(fx.session().exhibitProperty().get().texts().text()).isEqualTo("a\nbc");
            fx.press(KeyCode.TAB);
            assertThat(Fx.get(text::isFocused)).isFalse();
            assertThat(textOf(text)).isEqualTo("a\nbc");
        }
    }

    @Test
    void aRunThatIsUnderWayCanBeCancelledAndWhatWasOnShowStays() {
        try (Fx fx = open(null)) {
            fx.read("classroom-gpt2", TEXT, "");
            var before = fx.session().exhibitProperty().get();
            Node cancel = fx.node("#cancel");
            assertThat(Fx.get(cancel::isDisabled)).isTrue();
            boolean[] states = Fx.get(() -> {
                fx.session().backendProperty().set(Backend.SCALAR);
                fx.session().textProperty().set(" and".repeat(200));
                fx.window().run();
                boolean busy = fx.session().running().busyProperty().get() && !cancel.isDisabled();
                ((Button) cancel).fire();
                return new boolean[]{busy, fx.session().running().busyProperty().get()};
            });
            fx.settle();
            assertThat(states).containsExactly(true, false);
            assertThat(fx.session().exhibitProperty().get()).isSameAs(before);
            assertThat(message(fx)).isEmpty();
            assertThat(emphasised(fx)).isTrue();
        }
    }

    @Test
    void escapeCancelsToo() {
        try (Fx fx = open(null)) {
            fx.read("classroom-gpt2", TEXT, "");
            var before = fx.session().exhibitProperty().get();
            fx.focus(fx.node("#text"));
            Fx.run(() -> {
                fx.session().textProperty().set(" a");
                fx.window().run();
                Event.fireEvent(fx.window().root(),
                        new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false));
            });
            fx.settle();
            assertThat(fx.session().exhibitProperty().get()).isSameAs(before);
        }
    }

    @Test
    void aBadFolderIsSaidInWordsUntilItIsDismissed() {
        try (Fx fx = open(null)) {
            fx.read("classroom-gpt2", TEXT, "");
            Fx.run(() -> {
                fx.session().modelProperty().set(folder.toString());
                fx.window().run();
            });
            fx.settle();
            assertThat(message(fx)).contains(folder.toString()).doesNotContain("Exception");
            assertThat(fx.session().exhibitProperty().get()).isNotNull();
            fx.screenshot("window-message-light-1280").requireDrawn();
            fx.click(fx.node("#dismiss"));
            assertThat(message(fx)).isEmpty();
        }
    }

    @Test
    void aTokenThatIsClickedIsChosenEverywhere() {
        try (Fx fx = open(null)) {
            fx.read("classroom-gpt2", TEXT, "");
            fx.click((PictureView) fx.node("#tokens"), new TokenSpot(Stack.DECODER, 2));
            assertThat(fx.session().selection().position(Stack.DECODER).get()).isEqualTo(2);
            Label sentence = (Label) fx.node("#token");
            assertThat(Fx.get(sentence::getText)).startsWith("2  ·is").contains("characters");
            fx.click(fx.node("#token-details"));
            TextArea steps = (TextArea) fx.node("#token-steps");
            assertThat(textOf(steps)).contains("Ġis").doesNotContain("airport");
            fx.click(fx.node("#token-all-steps"));
            assertThat(textOf(steps)).contains("airport");
        }
    }

    @Test
    void keysChooseLayersHeadsTokensAndViews() {
        try (Fx fx = open(null)) {
            fx.read("classroom-gpt2", TEXT, "");
            Selection selection = fx.session().selection();
            TextArea text = (TextArea) fx.node("#text");
            fx.focus(text);
            fx.press(KeyCode.ALT, KeyCode.UP);
            fx.press(KeyCode.ALT, KeyCode.UP);
            fx.press(KeyCode.ALT, KeyCode.DOWN);
            assertThat(selection.layer().get()).isEqualTo(1);
            fx.press(KeyCode.ALT, KeyCode.RIGHT);
            assertThat(selection.head().get()).isZero();
            fx.press(KeyCode.ALT, KeyCode.LEFT);
            assertThat(selection.head().get()).isEqualTo(Selection.NONE);
            fx.press(KeyCode.ALT, KeyCode.COMMA);
            assertThat(selection.position(Stack.DECODER).get()).isEqualTo(5);
            fx.press(KeyCode.ALT, KeyCode.PERIOD);
            assertThat(selection.position(Stack.DECODER).get()).isEqualTo(6);
            fx.press(KeyCode.CONTROL, KeyCode.DIGIT2);
            assertThat(Fx.get(() -> fx.window().front().orElseThrow().id())).isEqualTo("two");
            assertThat(textOf(text)).isEqualTo(TEXT);
        }
    }

    @Test
    void lettersGrowAndShrinkWithKeysAndButtons() {
        try (Fx fx = open(null)) {
            fx.read("classroom-gpt2", TEXT, "");
            Label family = (Label) fx.node("#family");
            fx.press(KeyCode.CONTROL, KeyCode.EQUALS);
            assertThat(Fx.get(() -> fx.session().lookProperty().get().fontScale())).isEqualTo(1.1);
            fx.click(fx.node("#larger"));
            assertThat(Fx.get(() -> family.getFont().getSize())).isEqualTo(Math.round(14 * 1.25));
            fx.press(KeyCode.CONTROL, KeyCode.DIGIT0);
            fx.press(KeyCode.CONTROL, KeyCode.MINUS);
            assertThat(Fx.get(() -> fx.session().lookProperty().get().fontScale())).isEqualTo(0.9);
        }
    }

    @Test
    void aViewAloneHasTheWholeWindowUntilEscape() {
        try (Fx fx = open(null)) {
            fx.read("classroom-gpt2", TEXT, "");
            Node view = Fx.get(() -> fx.window().view("one").orElseThrow().node());
            double low = Fx.get(() -> view.getLayoutBounds().getHeight());
            fx.press(KeyCode.F11);
            assertThat(Fx.get(() -> view.getLayoutBounds().getHeight())).isGreaterThan(low + 100);
            fx.screenshot("window-alone-light-1280").requireDrawn();
            fx.press(KeyCode.CONTROL, KeyCode.DIGIT2);
            Node second = Fx.get(() -> fx.window().view("two").orElseThrow().node());
            assertThat(Fx.get(() -> second.getScene() != null && second.getLayoutBounds().getHeight() > low)).isTrue();
            fx.press(KeyCode.ESCAPE);
            assertThat(fx.node("#run")).isNotNull();
            fx.press(KeyCode.CONTROL, KeyCode.DIGIT1);
            assertThat(Fx.get(() -> view.getScene() != null)).isTrue();
            assertThat(Fx.get(() -> view.getLayoutBounds().getHeight())).isEqualTo(low);
        }
    }

    @Test
    void whatAViewShowsIsSaved() throws Exception {
        try (Fx fx = open(new ChosenFiles(folder))) {
            fx.press(KeyCode.CONTROL, KeyCode.S);
            assertThat(message(fx)).contains("nothing on show yet");
            fx.read("classroom-gpt2", TEXT, "");
            fx.press(KeyCode.CONTROL, KeyCode.S);
            assertThat(message(fx)).isEqualTo("Saved " + folder.resolve("one.svg"));
            assertThat(Files.readString(folder.resolve("one.svg"))).contains("<svg", "bars of 7");
            fx.press(KeyCode.CONTROL, KeyCode.P);
            assertThat(ImageIO.read(folder.resolve("one.png").toFile())).isNotNull();
            MenuButton save = (MenuButton) fx.node("#save");
            Fx.run(() -> save.getItems().get(2).fire());
            fx.settle();
            assertThat(Files.readString(folder.resolve("one.json"))).isEqualTo("{\"tokens\": 7}\n");
        }
    }

    @Test
    void aFileThatCannotBeWrittenIsSaidInWords() {
        try (Fx fx = open(new ChosenFiles(folder.resolve("none")))) {
            fx.read("classroom-gpt2", TEXT, "");
            fx.press(KeyCode.CONTROL, KeyCode.J);
            assertThat(message(fx)).contains("cannot be written: there is no such folder");
        }
    }

    @Test
    void aScreenWithoutFileWindowsSaysSo() {
        try (Fx fx = open(null)) {
            fx.read("classroom-gpt2", TEXT, "");
            fx.press(KeyCode.CONTROL, KeyCode.S);
            assertThat(message(fx)).contains("no window in which files can be chosen");
        }
    }

    @Test
    void aSessionIsSavedAndOpenedAgain() {
        try (Fx fx = open(new ChosenFiles(folder))) {
            fx.read("classroom-bert", "a cat", "a dog");
            MenuButton menu = (MenuButton) fx.node("#session");
            Fx.run(() -> {
                fx.window().show("two");
                fx.session().selection().position(Stack.ENCODER).set(2);
                fx.session().selection().layer().set(3);
                menu.getItems().get(1).fire();
            });
            fx.settle();
            assertThat(message(fx)).startsWith("Saved");
            fx.read("classroom-gpt2", TEXT, "");
            fx.show("one");
            Fx.run(() -> menu.getItems().get(0).fire());
            fx.settle();
            assertThat(fx.session().exhibitProperty().get().texts().joined()).isEqualTo("a cat | a dog");
            assertThat(fx.session().selection().position(Stack.ENCODER).get()).isEqualTo(2);
            assertThat(fx.session().selection().layer().get()).isEqualTo(3);
            assertThat(Fx.get(() -> fx.window().front().orElseThrow().id())).isEqualTo("two");
        }
    }

    @Test
    void aFolderThatIsChosenBecomesTheModel() {
        try (Fx fx = open(new ChosenFiles(Path.of("src", "test", "resources", "models", "gpt2-tiny")))) {
            fx.click(fx.node("#folder"));
            fx.focus(fx.node("#text"));
            fx.press(KeyCode.A);
            fx.press(KeyCode.CONTROL, KeyCode.ENTER);
            assertThat(message(fx)).isEmpty();
            assertThat(fx.session().exhibitProperty().get().model().name()).endsWith("gpt2-tiny");
            assertThat(fx.session().models()).anyMatch(name -> name.endsWith("gpt2-tiny"));
        }
    }

    @Test
    void theSidesButtonsOpenAndCloseOnePanel() {
        try (Fx fx = open(null)) {
            Label notes = new Label("what was noted");
            Fx.run(() -> fx.window().side("Notes", notes));
            fx.settle();
            fx.click(fx.node("#side-notes"));
            assertThat(Fx.get(() -> notes.getScene() != null)).isTrue();
            fx.click(fx.node("#side-keyboard"));
            assertThat(Fx.get(() -> notes.getScene() == null)).isTrue();
            assertThat(Fx.get(() -> ((ToggleButton) fx.window().root().lookup("#side-notes")).isSelected()))
                    .isFalse();
            fx.click(fx.node("#side-close"));
            assertThat(Fx.get(() -> fx.window().root().lookup("#keys-help"))).isNull();
            fx.press(KeyCode.F1);
            assertThat(fx.node("#keys-help")).isNotNull();
            fx.press(KeyCode.F1);
            assertThat(Fx.get(() -> fx.window().root().lookup("#keys-help"))).isNull();
        }
    }
}
