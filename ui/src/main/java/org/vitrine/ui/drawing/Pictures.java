package org.vitrine.ui.drawing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.vitrine.weights.WholeFile;

/** Writes pictures to files, whole or not at all; a file of that name is replaced. */
public final class Pictures {
    /** Pixels a point, so that letters stay sharp on a projector. */
    private static final double PIXELS = 2;
    private static final int LONGEST_SIDE = 16_000;
    private static final double MOST_PIXELS = 64e6;

    private Pictures() {
    }

    /**
     * Writes an SVG file, see {@link SvgSurface}.
     *
     * @throws PictureException if the file cannot be written
     */
    public static void writeSvg(Picture picture, Path file) {
        write(SvgSurface.document(picture).getBytes(StandardCharsets.UTF_8), file);
    }

    /**
     * Writes a PNG file of two pixels a point, fewer if it would otherwise be larger than other programs can open.
     *
     * @throws PictureException if the file cannot be written, the picture is too large even with one pixel a point, or this
     *         machine has no fonts
     */
    public static void writePng(Picture picture, Path file) {
        BufferedImage image = ImageSurface.image(picture, pixelScale(picture));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new PictureException(file + ": cannot be written: " + e.getMessage(), e);
        }
        write(bytes.toByteArray(), file);
    }

    /**
     * The picture in pixels, without a file.
     *
     * @param scale pixels a point
     * @throws PictureException if this machine has no fonts
     */
    public static BufferedImage image(Picture picture, double scale) {
        return ImageSurface.image(picture, scale);
    }

    /**
     * Draws a part of a picture over what an image holds: the same pixels that the whole picture has there.
     *
     * @param image of type {@link BufferedImage#TYPE_INT_RGB} or {@link BufferedImage#TYPE_INT_ARGB_PRE}, as large as the part
     * @throws PictureException if this machine has no fonts
     */
    public static void paint(Picture picture, PixelArea area, BufferedImage image) {
        ImageSurface.paint(picture, area, image);
    }

    /** Pixels a point, 1 to 2. */
    static double pixelScale(Picture picture) {
        double bySide = LONGEST_SIDE / Math.max(picture.width(), picture.height());
        double byArea = Math.sqrt(MOST_PIXELS / (picture.width() * picture.height()));
        double scale = Math.min(PIXELS, Math.min(bySide, byArea));
        if (scale < 1) {
            throw new PictureException("a picture of " + Math.round(picture.width()) + " × "
                    + Math.round(picture.height())
                    + " points is too large for a PNG file; write it with --svg, or show "
                    + "less");
        }
        return scale;
    }

    private static void write(byte[] bytes, Path file) {
        try {
            WholeFile.write(file, bytes);
        } catch (IOException e) {
            throw new PictureException(file + ": cannot be written: " + e.getMessage(), e);
        }
    }
}
