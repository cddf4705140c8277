package org.vitrine.ui.desktop.lens;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.ui.desktop.Fx;
import org.vitrine.ui.desktop.PictureTab;
import org.vitrine.ui.desktop.Screenshot;
import org.vitrine.ui.desktop.state.Look;

class LensScreenshotsTest {
    private static final List<String> VIEWS = List.of("predictions", "rankings", "rankings-watch",
            "generation");

    @ParameterizedTest
    @CsvSource({"gpt2, false", "gpt2, true", "bert, false", "bert, true", "bart, false", "bart, true"})
    void everyViewLooksRightInEveryFamilyAndTheme(String family, boolean dark) {
        try (Fx fx = Fx.open(new Look(dark, 1))) {
            fx.read("classroom-" + family, text(family), "");
            for (String view : VIEWS) {
                fx.show(view);
                String name = view + "-" + (family.equals("gpt2") ? "" : family + "-") + (dark ? "dark" : "light");
                Screenshot small = fx.screenshot(name + "-1280").requireDrawn();
                assertThat(small.width()).isEqualTo(1280);
                assertThat(fx.screenshot(name + "-1920", 1920, 1080).requireDrawn().height()).isEqualTo(1080);
                requirePicture(fx, view, family);
            }
            Fx.run(() -> fx.session().exhibitProperty()
                    .set(Sessions.withoutHeads(fx.session().exhibitProperty().get())));
            for (String view : VIEWS) {
                fx.show(view);
                fx.screenshot(view + "-" + family + "-before-" + (dark ? "dark" : "light")).requireDrawn();
                requirePicture(fx, view, family);
            }
        }
    }

    private static void requirePicture(Fx fx, String view, String family) {
        PictureTab tab = (PictureTab) fx.window().view(view).orElseThrow();
        boolean silent = view.equals("generation") && family.equals("bert");
        assertThat(tab.pictureView().pictureProperty().get() == null).as(view).isEqualTo(silent);
        assertThat(Fx.get(() -> fx.session().messageProperty().get())).isEmpty();
    }

    private static String text(String family) {
        return switch (family) {
            case "gpt2" -> Sessions.HEATHROW;
            case "bert" -> Sessions.MASKED;
            default -> Sessions.SPAIN;
        };
    }
}
