package org.vitrine.ui.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.vitrine.ui.desktop.state.Exhibit;
import org.vitrine.ui.desktop.state.Look;

class ViewerTest {
    @Test
    void readsTheTextThatWasTyped() {
        try (Fx fx = Fx.open()) {
            fx.focus(fx.node("#text"));
            fx.press(KeyCode.A);
            fx.click(fx.node("#run"));
            Exhibit exhibit = fx.session().exhibitProperty().get();
            assertThat(exhibit.texts().text()).isEqualTo("a");
            assertThat(fx.screenshot("typed").width()).isEqualTo(1280);
        }
    }

    @Test
    void theLargestScreenIsDrawnToo() {
        try (Fx fx = Fx.open(new Look(true, 1))) {
            Screenshot large = fx.screenshot("large", 1920, 1080);
            assertThat(large.width()).isEqualTo(1920);
            assertThat(large.height()).isEqualTo(1080);
        }
    }
}
