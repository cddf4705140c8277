package org.vitrine.ui.desktop.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vitrine.ui.drawing.Box;

class HintPlacementTest {
    @Test
    void aHintIsBelowWhereThereIsRoomElseAboveElseBeside() {
        HintPlacement small = text(100, 40);
        assertThat(small.beside(new Box(50, 50, 20, 20), 400, 300)).isEqualTo(new Box(50, 70, 100, 40));
        assertThat(small.beside(new Box(380, 50, 20, 20), 400, 300)).isEqualTo(new Box(300, 70, 100, 40));
        assertThat(small.beside(new Box(50, 270, 20, 20), 400, 300)).isEqualTo(new Box(50, 230, 100, 40));
        HintPlacement high = text(100, 200);
        assertThat(high.beside(new Box(50, 150, 20, 20), 400, 300)).isEqualTo(new Box(70, 100, 100, 200));
        assertThat(high.beside(new Box(380, 150, 20, 20), 400, 300)).isEqualTo(new Box(280, 100, 100, 200));
    }

    @Test
    void aHintNeverCoversWhatItIsAboutAndNeverLeavesTheView() {
        Random random = new Random(2);
        for (int i = 0; i < 5000; i++) {
            double width = 50 + 1000 * random.nextDouble();
            double height = 50 + 700 * random.nextDouble();
            Box kept = new Box(random.nextDouble() * width, random.nextDouble() * height, 24, 32);
            Box found = text(20 + 900 * random.nextDouble(), 15 + 500 * random.nextDouble()).beside(kept, width,
                    height);
            assertThat(found.x()).isGreaterThanOrEqualTo(0);
            assertThat(found.y()).isGreaterThanOrEqualTo(0);
            assertThat(found.right()).isLessThanOrEqualTo(width + 1e-9);
            assertThat(found.bottom()).isLessThanOrEqualTo(height + 1e-9);
            Box within = found.inset(1e-6);
            boolean apart = within.x() >= kept.right() || within.right() <= kept.x() || within.y() >= kept.bottom()
                    || within.bottom() <= kept.y();
            assertThat(apart).as("%s beside %s in %s × %s", found, kept, width, height).isTrue();
        }
    }

    /** Text that needs the same area however wide it is. */
    private static HintPlacement text(double width, double height) {
        return new HintPlacement(width, wide -> wide <= 0 ? 1e9 : Math.max(height, width * height / wide));
    }
}
