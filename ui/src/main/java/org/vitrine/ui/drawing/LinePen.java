package org.vitrine.ui.drawing;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Draws straight lines on an image, smooth and with butt ends. Java's own pen takes a tenth of a millisecond for each, and
 * attention has tens of thousands; this one draws many at once, one strip of the image after the other, so that what they
 * cross stays in the processor's cache.
 */
final class LinePen {
    private static final int OPAQUE = 0xFF000000;
    /** Two channels of eight bits, with room for the products of each with a share of 16 bits. */
    private static final long TWO_CHANNELS = 0xFF_0000_00FFL;
    private static final long WHOLE = 1 << 16;
    private static final long HALF = WHOLE / 2 | WHOLE / 2 << 32;
    /** The rows of a strip. */
    private static final int STRIP = 128;

    private final int left;
    private final int top;
    private final int width;
    private final int height;
    private final int[] pixels;
    /** What an image that knows no opacity lacks. */
    private final int known;
    private final List<Stroke> waiting = new ArrayList<>();

    /**
     * A line that is to be drawn. It is walked along its longer axis; across that, at a place x of the longer axis, its middle
     * is at {@code origin + slope · x}.
     *
     * @param steep whether the longer axis is the vertical one
     * @param from where it begins on the longer axis
     * @param to where it ends there
     * @param reach from its middle to its edge, across
     */
    private record Stroke(boolean steep, double from, double to, double slope, double origin, double reach,
            Colour colour) {
        static Stroke of(Line line, Colour colour, double thickness) {
            double dx = line.x2() - line.x1();
            double dy = line.y2() - line.y1();
            boolean steep = Math.abs(dy) > Math.abs(dx);
            double slope = steep ? dx / dy : dx == 0 ? 0 : dy / dx;
            double reach = thickness / 2 * Math.sqrt(1 + slope * slope);
            return steep
                    ? new Stroke(true, Math.min(line.y1(), line.y2()), Math.max(line.y1(), line.y2()), slope,
                            line.x1() - slope * line.y1(), reach, colour)
                    : new Stroke(false, Math.min(line.x1(), line.x2()), Math.max(line.x1(), line.x2()), slope,
                            line.y1() - slope * line.x1(), reach, colour);
        }

        /** Its middle, across, at a place of the longer axis. */
        double middle(double place) {
            return origin + slope * place;
        }
    }

    /**
     * A pen for an image that is part of a larger one, in whose pixels lines are given.
     *
     * @param image of type {@link BufferedImage#TYPE_INT_RGB} or {@link BufferedImage#TYPE_INT_ARGB_PRE}
     * @param left where the image begins in the larger one
     * @param top where it begins there
     */
    LinePen(BufferedImage image, int left, int top) {
        this.left = left;
        this.top = top;
        this.width = image.getWidth();
        this.height = image.getHeight();
        this.known = image.getColorModel().hasAlpha() ? 0 : OPAQUE;
        this.pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }

    /**
     * Notes a line; it is drawn by the next {@link #flush}.
     *
     * @param line in pixels
     * @param thickness in pixels
     */
    void add(Line line, Colour colour, double thickness) {
        waiting.add(Stroke.of(line, colour, thickness));
    }

    /** Draws all lines that were noted, in their order. */
    void flush() {
        if (!waiting.isEmpty()) {
            IntStream.range(0, (height + STRIP - 1) / STRIP).parallel().forEach(this::drawStrip);
            waiting.clear();
        }
    }

    private void drawStrip(int strip) {
        int from = top + strip * STRIP;
        int to = Math.min(top + height, from + STRIP);
        for (Stroke stroke : waiting) {
            if (stroke.steep) {
                drawSteep(stroke, from, to);
            } else {
                drawFlat(stroke, from, to);
            }
        }
    }

    /** Row by row. */
    private void drawSteep(Stroke stroke, int above, int bottom) {
        int last = (int) Math.min(Math.ceil(stroke.to), bottom);
        for (int y = (int) Math.max(Math.floor(stroke.from), above); y < last; y++) {
            double opacity = stroke.colour.opacity() * covered(y, stroke.from, stroke.to);
            double low = stroke.middle(y + 0.5) - stroke.reach;
            double high = stroke.middle(y + 0.5) + stroke.reach;
            int right = (int) Math.min(Math.ceil(high), left + width);
            for (int x = (int) Math.max(Math.floor(low), left); x < right; x++) {
                blend(place(x, y), stroke.colour, opacity * covered(x, low, high));
            }
        }
    }

    /** Column by column, as far as they lie in the strip. */
    private void drawFlat(Stroke stroke, int above, int bottom) {
        double first = Math.max(stroke.from, left);
        double last = Math.min(stroke.to, left + width);
        if (stroke.slope != 0) {
            double a = (above - stroke.reach - stroke.origin) / stroke.slope;
            double b = (bottom + stroke.reach - stroke.origin) / stroke.slope;
            first = Math.max(first, Math.min(a, b) - 1);
            last = Math.min(last, Math.max(a, b) + 1);
        }
        for (int x = (int) Math.floor(first); x < last; x++) {
            double opacity = stroke.colour.opacity() * covered(x, stroke.from, stroke.to);
            double low = stroke.middle(x + 0.5) - stroke.reach;
            double high = stroke.middle(x + 0.5) + stroke.reach;
            int end = (int) Math.min(Math.ceil(high), bottom);
            for (int y = (int) Math.max(Math.floor(low), above); y < end; y++) {
                blend(place(x, y), stroke.colour, opacity * covered(y, low, high));
            }
        }
    }

    /** How much of a pixel lies between two places: 0 to 1. */
    private static double covered(int pixel, double low, double high) {
        return Math.max(0, Math.min(pixel + 1, high) - Math.max(pixel, low));
    }

    private int place(int x, int y) {
        return (y - top) * width + x - left;
    }

    private void blend(int pixel, Colour colour, double opacity) {
        int below = pixels[pixel] | known;
        pixels[pixel] = (below & OPAQUE) == OPAQUE
                ? OPAQUE | mixed(below >> 16 & 0xFF, colour.red(), opacity) << 16
                        | mixed(below >> 8 & 0xFF, colour.green(), opacity) << 8
                        | mixed(below & 0xFF, colour.blue(), opacity)
                : layered(below, OPAQUE | colour.red() << 16 | colour.green() << 8 | colour.blue(), opacity);
    }

    private static int mixed(int below, int above, double share) {
        return (int) (below + (above - below) * share + 0.5);
    }

    /** Where something is seen through: opacity mixes as the colours do, which hold it already. Two channels at once. */
    private static int layered(int below, int above, double share) {
        long part = (long) (share * WHOLE + 0.5);
        long redBlue = two(below) * (WHOLE - part) + two(above) * part + HALF >>> 16 & TWO_CHANNELS;
        long alphaGreen = two(below >>> 8) * (WHOLE - part) + two(above >>> 8) * part + HALF >>> 16 & TWO_CHANNELS;
        return packed(alphaGreen) << 8 | packed(redBlue);
    }

    /** The first and the third channel, 32 bits apart. */
    private static long two(int argb) {
        return (argb & 0xFF0000L) << 16 | argb & 0xFFL;
    }

    private static int packed(long channels) {
        return (int) (channels >>> 16 | channels);
    }
}
