package org.vitrine.ui.desktop.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vitrine.ui.desktop.work.Progress;
import org.vitrine.ui.drawing.Box;
import org.vitrine.ui.drawing.PixelArea;
import org.vitrine.ui.drawing.Sketch;
import org.vitrine.ui.drawing.Theme;

class TilesTest {
    private static Tiles tiles(double width, double height, double scale) {
        Sketch sketch = new Sketch();
        sketch.reserve(new Box(0, 0, width - 32, height - 32));
        return new Tiles(DisplayList.of(sketch.picture("empty", Theme.LIGHT), Progress.NONE), scale);
    }

    @Test
    void theTilesOverAPartCoverItAndNoMore() {
        Tiles tiles = tiles(1200, 700, 1);
        assertThat(tiles.over(new Box(0, 0, 1200, 700))).hasSize(6)
                .contains(new PixelArea(1024, 512, 176, 188, 1));
        assertThat(tiles.over(new Box(511, 0, 1, 1))).containsExactly(new PixelArea(0, 0, 512, 512, 1));
        assertThat(tiles.over(new Box(511.5, 0, 1, 1))).hasSize(2);
        assertThat(tiles.over(new Box(-300, -300, 100, 100))).isEmpty();
        assertThat(tiles.over(new Box(5000, 0, 100, 100))).isEmpty();
        assertThat(tiles(1200, 700, 2).over(new Box(0, 0, 300, 200))).as("512 pixels are 256 points").hasSize(2);
    }

    @Test
    void theMemoryStaysWithinItsBoundHoweverFarOneScrolls() {
        Tiles tiles = tiles(1000, 60_000, 1);
        for (int y = 0; y < 60_000; y += 700) {
            Box seen = new Box(0, y, 1000, 700);
            tiles.missing(seen).forEach(area -> tiles.add(tiles.paint(area)));
            tiles.trim(seen);
            assertThat(tiles.missing(seen)).isEmpty();
            assertThat(tiles.bytes()).isLessThanOrEqualTo(Tiles.MOST_BYTES);
        }
        assertThat(tiles.bytes()).as("and is used").isGreaterThan(Tiles.MOST_BYTES - (4 << 20));
        assertThat(tiles.missing(new Box(0, 59_000, 1000, 700))).isEmpty();
        assertThat(tiles.missing(new Box(0, 0, 1000, 700))).isNotEmpty();
    }

    @Test
    void tilesAheadAreTheNearestAndNeverPushOutEachOther() {
        Tiles tiles = tiles(20_000, 20_000, 1);
        Box seen = new Box(8000, 8000, 1900, 1000);
        tiles.missing(seen).forEach(area -> tiles.add(tiles.paint(area)));
        var ahead = tiles.ahead(seen);
        assertThat(ahead).isNotEmpty().doesNotContainAnyElementsOf(tiles.over(seen));
        ahead.forEach(area -> tiles.add(tiles.paint(area)));
        tiles.trim(seen);
        assertThat(tiles.ahead(seen)).isEmpty();
        assertThat(tiles.bytes()).isLessThanOrEqualTo(Tiles.MOST_BYTES);
    }
}
