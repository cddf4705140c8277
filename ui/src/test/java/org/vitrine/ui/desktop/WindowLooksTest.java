package org.vitrine.ui.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;
import org.vitrine.ui.desktop.state.Look;

class WindowLooksTest {
    private static final String LONG = "The piano is a keyboard instrument that produces sound when its keys are pressed. ";

    private static Fx open(Look look) {
        return Fx.open(look, session -> new ViewerWindow(session,
                List.of(new SampleView(session, "one"), new SampleView(session, "two")), null));
    }

    @Test
    void lightAndDark() {
        try (Fx fx = open(new Look(false, 1))) {
            fx.read("classroom-gpt2", " Heathrow airport is in the city of", "");
            Screenshot light = fx.screenshot("window-light-1280").requireDrawn();
            fx.screenshot("window-light-1920", 1920, 1080).requireDrawn();
            fx.click(fx.node("#theme"));
            Screenshot dark = fx.screenshot("window-dark-1280").requireDrawn();
            fx.screenshot("window-dark-1920", 1920, 1080).requireDrawn();
            assertThat(brightness(light.rgb(640, 5))).isGreaterThan(600);
            assertThat(brightness(dark.rgb(640, 5))).isLessThan(150);
            assertThat(dark.differences(light)).isGreaterThan(1280 * 800 / 2);
        }
    }

    private static int brightness(int rgb) {
        return (rgb >> 16) + (rgb >> 8 & 0xFF) + (rgb & 0xFF);
    }

    @Test
    void aPairAndItsDetails() {
        try (Fx fx = open(new Look(false, 1))) {
            fx.read("classroom-bert", "Where was the [MASK]?", "The incomprehensible cat was on the mat.");
            ToggleButton details = (ToggleButton) fx.node("#token-details");
            Fx.run(details::fire);
            fx.screenshot("window-pair-light-1280").requireDrawn();
            Fx.run(() -> fx.window().showSide(ViewerWindow.KEYS));
            fx.screenshot("window-keys-light-1280").requireDrawn();
        }
    }

    @Test
    void bothStacksAndManyTokens() {
        try (Fx fx = open(new Look(true, 1))) {
            fx.read("classroom-bart", "The cat sat on the <mask>.", "");
            fx.screenshot("window-bart-dark-1280").requireDrawn();
            fx.read("classroom-bert", LONG.repeat(11), "");
            fx.screenshot("window-long-dark-1280").requireDrawn();
        }
    }

    @Test
    void lettersFromHalfToFourTimes() {
        for (double scale : new double[]{0.5, 2, 4}) {
            try (Fx fx = open(new Look(false, scale))) {
                fx.read("classroom-gpt2", " Heathrow airport is in the city of", "");
                fx.screenshot("window-scale-" + scale + "-1280").requireDrawn();
                fx.screenshot("window-scale-" + scale + "-1920", 1920, 1080).requireDrawn();
                Label family = (Label) fx.node("#family");
                assertThat(Fx.get(() -> family.getFont().getSize())).isEqualTo(14 * scale);
            }
        }
    }
}
