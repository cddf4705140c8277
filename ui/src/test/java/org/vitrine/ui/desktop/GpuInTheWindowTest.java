package org.vitrine.ui.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.vitrine.ui.desktop.saved.SavedSelection;
import org.vitrine.ui.desktop.saved.SavedSession;
import org.vitrine.ui.desktop.state.Look;
import org.vitrine.ui.desktop.state.Pass.Question;
import org.vitrine.ui.desktop.state.Session;
import org.vitrine.ui.desktop.work.Desk;
import org.vitrine.ui.session.Backend;
import org.vitrine.ui.session.Texts;

class GpuInTheWindowTest {
    private static final String TEXT = " Heathrow airport is in the city of";

    private static Fx open(StubAccelerator accelerator) {
        return Fx.open(() -> new Session(Desk.ofWindow(), new Look(false, 1), () -> Optional.of(accelerator)),
                session -> new ViewerWindow(session, List.of(new SampleView(session, "one")), null));
    }

    private static String text(Fx fx, String label) {
        Label found = (Label) fx.node(label);
        return Fx.get(() -> found.isVisible() ? found.getText() : "");
    }

    /** Chooses the back end after the vector one, as a person does with keys. */
    private static void chooseGpu(Fx fx) {
        fx.focus(fx.node("#backend"));
        fx.press(KeyCode.SPACE);
        fx.press(KeyCode.DOWN);
        fx.press(KeyCode.ENTER);
    }

    @Test
    void theChooserGoesBackWhereThereIsNoDevice() {
        try (Fx fx = open(StubAccelerator.absent())) {
            fx.read("classroom-gpt2", TEXT, "");
            var before = fx.session().exhibitProperty().get();
            ChoiceBox<?> chooser = (ChoiceBox<?>) fx.node("#backend");
            chooseGpu(fx);
            assertThat(text(fx, "#message")).isEqualTo("No driver was found. Install one. Back to vector.");
            assertThat(Fx.<Object>get(chooser::getValue)).isEqualTo(Backend.VECTOR);
            assertThat(fx.session().exhibitProperty().get()).isSameAs(before);
            assertThat(Fx.get(() -> chooser.getTooltip().getText())).contains("gpu: a device that TornadoVM finds");
        }
    }

    @Test
    void theFootSaysHowFarTheDeviceIs() {
        StubAccelerator accelerator = StubAccelerator.present();
        try (Fx fx = open(accelerator)) {
            fx.read("classroom-gpt2", TEXT, "");
            chooseGpu(fx);
            assertThat(Fx.get(() -> fx.session().backendProperty().get())).isEqualTo(Backend.GPU);
            fx.press(KeyCode.F5);
            accelerator.listener().compiling(12, 31);
            fx.settle();
            assertThat(text(fx, "#device")).isEqualTo("GPU: compiling, 12 of 31 kernels; the CPU answers meanwhile");
            assertThat(text(fx, "#status")).contains(" on the CPU, not the GPU");
            fx.screenshot("window-compiling-light-1280").requireDrawn();
            accelerator.listener().compiling(31, 31);
            fx.settle();
            assertThat(text(fx, "#device")).isEmpty();
            assertThat(text(fx, "#status")).contains(" ms on the GPU");
            accelerator.listener().failed("device lost");
            fx.settle();
            assertThat(text(fx, "#message")).startsWith("The GPU failed (device lost)");
        }
    }

    @Test
    void aSavedSessionOpensWhereThereIsNoDevice() {
        try (Fx fx = open(StubAccelerator.absent())) {
            Question question = new Question("classroom-bert", Backend.GPU, new Texts("a [MASK]", ""));
            SavedSelection chosen = new SavedSelection(1, -1, 2, 3, Optional.empty(), Optional.empty());
            Fx.run(() -> fx.window().restore(new SavedSession(question, chosen, "", Map.of(), new Look(false, 1),
                    SavedSession.Size.USUAL, List.of())));
            fx.settle();
            assertThat(fx.session().exhibitProperty().get().texts().text()).isEqualTo("a [MASK]");
            assertThat(fx.session().selection().head().get()).isEqualTo(3);
            assertThat(fx.session().backendProperty().get()).isEqualTo(Backend.VECTOR);
            assertThat(text(fx, "#message")).isEqualTo("No driver was found. Install one. Back to vector.");
        }
    }
}
