package org.vitrine.ui.drawing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A matrix of colours, to be drawn as one mark: thousands of numbers at once.
 *
 * @param colours row by row, as {@code 0xaarrggbb}; whoever gives or takes them does not change them
 */
public record ColourGrid(int rows, int columns, int[] colours) {
    private static final int OPAQUE = 255;

    public ColourGrid {
        Objects.requireNonNull(colours, "colours");
        if (rows < 1 || columns < 1 || colours.length != (long) rows * columns) {
            throw new IllegalArgumentException(
                    rows + " × " + columns + " cells need as many colours, not " + colours.length);
        }
    }

    /** A colour as a grid holds it. */
    public static int argb(Colour colour) {
        int alpha = (int) Math.round(OPAQUE * Math.clamp(colour.opacity(), 0, 1));
        return alpha << 24 | colour.red() << 16 | colour.green() << 8 | colour.blue();
    }

    /** The colour of a cell. */
    public Colour at(int row, int column) {
        int argb = colours[row * columns + column];
        return new Colour(argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF, (argb >>> 24) / (double) OPAQUE);
    }

    /** Draws neighbours of one colour in a row as one rectangle. */
    void paintRectangles(Surface surface, Box box) {
        double width = box.width() / columns;
        double height = box.height() / rows;
        for (int row = 0; row < rows; row++) {
            int from = 0;
            for (int column = 1; column <= columns; column++) {
                if (column == columns || colours[row * columns + column] != colours[row * columns + from]) {
                    surface.rectangle(new Box(box.x() + from * width, box.y() + row * height, (column - from) * width,
                            height), at(row, from));
                    from = column;
                }
            }
        }
    }

    /** The cells as pixels. */
    BufferedImage image() {
        BufferedImage image = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, columns, rows, colours, 0, columns);
        return image;
    }

    /** The cells as pixels of a PNG file. */
    byte[] png() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image(), "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ColourGrid grid && rows == grid.rows && columns == grid.columns
                && Arrays.equals(colours, grid.colours);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * rows + columns) + Arrays.hashCode(colours);
    }

    @Override
    public String toString() {
        return rows + " × " + columns + " colours";
    }
}
