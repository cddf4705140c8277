package org.vitrine.ui.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.ui.desktop.state.Look;

/** What views say in sentences is seen whole, however narrow the view and however large the letters. */
class SentencesFitTest {
    private static final List<Double> WIDTHS = List.of(1280.0, 800.0, 500.0, 640.0);

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 2, 4})
    void everySentenceIsBrokenIntoLines(double letters) {
        try (Fx fx = Fx.open(new Look(false, letters))) {
            fx.read("classroom-gpt2", "The keys to the cabinet", "");
            for (String id : List.of("predictions", "rankings", "rankings-watch", "generation")) {
                fx.show(id);
                if (id.equals("generation")) {
                    Fx.run(((Button) fx.node("#generation-run"))::fire);
                    fx.settle();
                }
                for (double width : WIDTHS) {
                    Node sentence = fx.node("#" + id + "-sentence");
                    Fx.run(() -> sentence.getScene().getWindow().setWidth(width));
                    fx.screenshot("sentence-" + id + "-" + letters + "-" + (int) width);
                    Fx.run(() -> requireWhole((Label) sentence, width));
                }
            }
        }
    }

    private static void requireWhole(Label label, double width) {
        Bounds place = label.localToScene(label.getLayoutBounds());
        assertThat(label.getText()).hasSizeGreaterThan(40);
        assertThat(place.getMinX()).isNotNegative();
        assertThat(place.getMaxX()).as(label.getId() + " in " + width).isLessThanOrEqualTo(width);
        assertThat(label.getHeight()).as(label.getId() + " in " + width)
                .isGreaterThanOrEqualTo(label.prefHeight(label.getWidth()) - 1);
    }
}
