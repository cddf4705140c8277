package org.vitrine.ui.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ColourGridTest {
    private static final int RED = 0xFFFF0000;
    private static final int BLUE = 0xFF0000FF;
    private static final ColourGrid SMALL = new ColourGrid(2, 3, new int[]{RED, RED, BLUE, 0, BLUE, BLUE});

    @Test
    void anImageHasEachCellWhereItBelongs() {
        BufferedImage image = Pictures.image(picture(SMALL, new Box(10, 20, 30, 40)), 2);
        int margin = 16;
        assertThat(rgb(image, margin + 10 + 5, margin + 20 + 5)).isEqualTo(0xFF0000);
        assertThat(rgb(image, margin + 10 + 19, margin + 20 + 19)).as("the second cell").isEqualTo(0xFF0000);
        assertThat(rgb(image, margin + 10 + 21, margin + 20 + 19)).isEqualTo(0x0000FF);
        assertThat(rgb(image, margin + 10 + 5, margin + 20 + 21)).as("seen through").isEqualTo(0xFFFFFF);
        assertThat(rgb(image, margin + 10 + 11, margin + 20 + 21)).isEqualTo(0x0000FF);
        assertThat(rgb(image, margin + 10 + 31, margin + 20 + 21)).as("beyond").isEqualTo(0xFFFFFF);
    }

    @Test
    void aSmallGridIsOneRectangleForEachRunOfAColourInASvgFile() {
        String svg = SvgSurface.document(picture(SMALL, new Box(0, 0, 30, 20)));
        assertThat(svg).doesNotContain("<image").contains("width=\"20\" height=\"10\"", "#ff0000", "#0000ff");
        assertThat(svg.split("<rect", -1)).as("the ground and three runs; one cell is seen through").hasSize(1 + 4);
    }

    @Test
    void aLargeGridIsAnImageInsideTheSvgFile() throws IOException {
        int[] colours = new int[100 * 200];
        Arrays.fill(colours, RED);
        colours[100 * 200 - 1] = BLUE;
        String svg = SvgSurface.document(picture(new ColourGrid(100, 200, colours), new Box(0, 0, 400, 100)));
        String start = "href=\"data:image/png;base64,";
        int from = svg.indexOf(start) + start.length();
        BufferedImage image = ImageIO
                .read(new ByteArrayInputStream(
                        Base64.getDecoder().decode(svg.substring(from, svg.indexOf('"', from)))));
        assertThat(image.getWidth()).isEqualTo(200);
        assertThat(image.getHeight()).isEqualTo(100);
        assertThat(image.getRGB(0, 0)).isEqualTo(RED);
        assertThat(image.getRGB(199, 99)).isEqualTo(BLUE);
    }

    @Test
    void aGridHasAColourForEveryCell() {
        assertThat(SMALL.at(1, 0)).isEqualTo(new Colour(0, 0, 0, 0));
        assertThat(ColourGrid.argb(Colour.of("#ff0000"))).isEqualTo(RED);
        assertThat(ColourGrid.argb(Colour.of("#0000ff").withOpacity(0.5))).isEqualTo(0x800000FF);
        assertThatThrownBy(() -> new ColourGrid(2, 2, new int[3])).hasMessageContaining("2 × 2 cells");
    }

    private static Picture picture(ColourGrid grid, Box box) {
        Sketch sketch = new Sketch();
        sketch.grid(box, grid);
        return sketch.picture("grid", Theme.LIGHT);
    }

    private static int rgb(BufferedImage image, int x, int y) {
        return image.getRGB(2 * x, 2 * y) & 0xFFFFFF;
    }
}
