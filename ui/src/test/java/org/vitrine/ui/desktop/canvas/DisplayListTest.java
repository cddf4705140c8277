package org.vitrine.ui.desktop.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vitrine.transformer.ops.CancelledException;
import org.vitrine.ui.desktop.work.Progress;
import org.vitrine.ui.drawing.Box;
import org.vitrine.ui.drawing.Colour;
import org.vitrine.ui.drawing.Line;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.Pictures;
import org.vitrine.ui.drawing.PixelArea;
import org.vitrine.ui.drawing.Sketch;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.picture.SamplePictures;

class DisplayListTest {
    private static final Colour RED = Colour.of("#ff0000");

    @Test
    void aPartIsPaintedAsByThePictureItself() {
        Random random = new Random(3);
        for (Picture picture : SamplePictures.all()) {
            DisplayList list = DisplayList.of(picture, Progress.NONE);
            for (int i = 0; i < 12; i++) {
                double scale = new double[]{1, 1.25, 2}[i % 3];
                PixelArea whole = PixelArea.whole(picture, scale);
                int x = random.nextInt(whole.width());
                int y = random.nextInt(whole.height());
                PixelArea area = new PixelArea(x, y, 1 + random.nextInt(Math.min(400, whole.width() - x)),
                        1 + random.nextInt(Math.min(400, whole.height() - y)), scale);
                assertThat(pixels(list.part(area.box()), area)).as("%s at %s", picture.title(), area)
                        .isEqualTo(pixels(picture, area));
            }
        }
    }

    @Test
    void tilesJoinToTheWholePicture() {
        for (Picture picture : SamplePictures.all()) {
            for (double scale : new double[]{1, 2}) {
                Tiles tiles = new Tiles(DisplayList.of(picture, Progress.NONE), scale);
                PixelArea whole = PixelArea.whole(picture, scale);
                int[] expected = pixels(picture, whole);
                int[] joined = new int[expected.length];
                for (PixelArea area : tiles.over(new Box(0, 0, picture.width(), picture.height()))) {
                    int[] part = argb(tiles.paint(area).pixels());
                    for (int row = 0; row < area.height(); row++) {
                        System.arraycopy(part, row * area.width(), joined,
                                (area.y() + row) * whole.width() + area.x(), area.width());
                    }
                }
                // Java places letters with numbers of seven digits, so one in thousands may lie a pixel beside.
                int different = 0;
                for (int i = 0; i < joined.length; i++) {
                    different += joined[i] == expected[i] ? 0 : 1;
                }
                assertThat(different).as("%s at scale %s", picture.title(), scale)
                        .isLessThanOrEqualTo(joined.length / 5000);
            }
        }
    }

    @Test
    void linesAndBoxesJoinWithoutASeam() {
        Random random = new Random(5);
        Sketch sketch = new Sketch();
        for (int i = 0; i < 300; i++) {
            sketch.line(new Line(1500 * random.nextDouble(), 1500 * random.nextDouble(), 1500 * random.nextDouble(),
                    1500 * random.nextDouble()), RED.withOpacity(random.nextDouble()), 3 * random.nextDouble());
        }
        for (int i = 0; i < 50; i++) {
            Box box = new Box(1400 * random.nextDouble(), 1400 * random.nextDouble(), 90 * random.nextDouble(),
                    90 * random.nextDouble());
            sketch.rectangle(box, Theme.LIGHT.positive().withOpacity(0.4));
        }
        Picture picture = sketch.picture("lines", Theme.LIGHT);
        PixelArea whole = PixelArea.whole(picture, 1);
        int[] expected = pixels(picture, whole);
        Tiles tiles = new Tiles(DisplayList.of(picture, Progress.NONE), 1);
        for (PixelArea area : tiles.over(new Box(0, 0, 9999, 9999))) {
            int[] part = argb(tiles.paint(area).pixels());
            for (int row = 0; row < area.height(); row++) {
                int from = (area.y() + row) * whole.width() + area.x();
                assertThat(Arrays.mismatch(part, row * area.width(), (row + 1) * area.width(), expected, from,
                        from + area.width())).isEqualTo(-1);
            }
        }
    }

    @Test
    void anOpaquePictureHasThePixelsOfItsFile() {
        Picture picture = SamplePictures.headView(4, 30, Theme.LIGHT);
        BufferedImage file = Pictures.image(picture, 1);
        int[] expected = file.getRGB(0, 0, file.getWidth(), file.getHeight(), null, 0, file.getWidth());
        int[] found = pixels(picture, PixelArea.whole(picture, 1));
        int largest = 0;
        for (int i = 0; i < expected.length; i++) {
            for (int shift = 0; shift < 32; shift += 8) {
                largest = Math.max(largest, Math.abs((expected[i] >>> shift & 0xFF) - (found[i] >>> shift & 0xFF)));
            }
        }
        assertThat(largest).as("difference of a channel; Java rounds differently where there is opacity").isLessThan(3);
    }

    @Test
    void anOverlayCanBeSeenThrough() {
        Sketch sketch = new Sketch();
        sketch.line(new Line(0, 10, 100, 10), RED.withOpacity(0.5), 4);
        sketch.reserve(new Box(0, 0, 100, 100));
        Picture overlay = sketch.overlay("overlay", Theme.LIGHT);
        PixelArea whole = PixelArea.whole(overlay, 1);
        int[] argb = pixels(overlay, whole);
        assertThat(argb[0]).isZero();
        assertThat(argb[26 * whole.width() + 50]).as("premultiplied").isEqualTo(0x80800000);
        assertThat(DisplayList.of(overlay, Progress.NONE).ground()).isEmpty();
        DisplayList list = DisplayList.of(overlay, Progress.NONE);
        assertThat(list.inked(new Box(0, 0, 132, 132))).hasValueSatisfying(box -> {
            assertThat(box.y()).isBetween(15.0, 24.0);
            assertThat(box.bottom()).isBetween(28.0, 36.0);
        });
        assertThat(list.inked(new Box(0, 60, 132, 50))).isEmpty();
    }

    @Test
    void onlyMarksNearAPartArePainted() {
        DisplayList list = DisplayList.of(SamplePictures.modelView(4, 4, 30, Theme.LIGHT), Progress.NONE);
        int all = list.count(new Box(0, 0, list.width(), list.height()));
        assertThat(list.count(new Box(60, 100, 40, 40))).isPositive().isLessThan(all / 8);
        assertThat(list.count(new Box(-500, -500, 100, 100))).isZero();
        assertThat(list.ground()).contains(Theme.LIGHT.ground());
    }

    @Test
    void aPictureOfTooManyMarksIsNotSmall() {
        Picture picture = SamplePictures.headView(2, 10, Theme.LIGHT);
        assertThat(DisplayList.ofSmall(picture, 50)).isEmpty();
        assertThat(DisplayList.ofSmall(picture, 5000)).isPresent();
    }

    @Test
    void recordingCanBeCancelled() {
        Picture large = SamplePictures.headView(12, 60, Theme.LIGHT);
        assertThatThrownBy(() -> DisplayList.of(large, share -> {
            throw new CancelledException();
        })).isInstanceOf(CancelledException.class);
    }

    @Test
    void numbersGoneWildAreSurvived() {
        Sketch sketch = new Sketch();
        Picture picture = sketch.picture("wild", Theme.LIGHT);
        Picture wild = new Picture() {
            @Override
            public String title() {
                return "wild";
            }

            @Override
            public double width() {
                return 100;
            }

            @Override
            public double height() {
                return 100;
            }

            @Override
            public void paint(org.vitrine.ui.drawing.Surface surface) {
                picture.paint(surface);
                surface.rectangle(new Box(Double.NaN, 0, 1, 1), RED);
                surface.rectangle(new Box(0, Double.NaN, 1, 1), RED);
                surface.line(new Line(0, 0, 1e300, Double.POSITIVE_INFINITY), RED, 1);
                surface.rectangle(new Box(-1e9, -1e9, 2e9, 2e9), RED);
            }
        };
        DisplayList list = DisplayList.of(wild, Progress.NONE);
        PixelArea area = new PixelArea(20, 20, 10, 10, 1);
        assertThat(pixels(list.part(area.box()), area)).containsOnly(0xFFFF0000);
    }

    private static int[] pixels(Picture picture, PixelArea area) {
        BufferedImage image = new BufferedImage(area.width(), area.height(), BufferedImage.TYPE_INT_ARGB_PRE);
        Pictures.paint(picture, area, image);
        return argb(image);
    }

    private static int[] argb(BufferedImage image) {
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }
}
