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
    /** Four channels of eight bits, with room for the products of each with a share of eight bits. */
    private static final long FOUR_CHANNELS = 0x00FF_00FF_00FF_00FFL;
    private static final int SHARE_BITS = 8;
    private static final int WHOLE = 1 << SHARE_BITS;
    private static final long HALF = 0x0080_0080_0080_0080L;
    /** Places across a line are whole numbers of 1/2³² of a pixel. */
    private static final int PLACE_BITS = 32;
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
     * @param ink its colour
     */
    private record Stroke(boolean steep, double from, double to, double slope, double origin, double reach, Ink ink) {
        static Stroke of(Line line, Colour colour, double thickness) {
            double dx = line.x2() - line.x1();
            double dy = line.y2() - line.y1();
            boolean steep = Math.abs(dy) > Math.abs(dx);
            double slope = steep ? dx / dy : dx == 0 ? 0 : dy / dx;
            double reach = thickness / 2 * Math.sqrt(1 + slope * slope);
            return steep
                    ? new Stroke(true, Math.min(line.y1(), line.y2()), Math.max(line.y1(), line.y2()), slope,
                            line.x1() - slope * line.y1(), reach, Ink.of(colour))
                    : new Stroke(false, Math.min(line.x1(), line.x2()), Math.max(line.x1(), line.x2()), slope,
                            line.y1() - slope * line.x1(), reach, Ink.of(colour));
        }

        /** Its lower edge, across, in the middle of a pixel of the longer axis. */
        double low(int pixel) {
            return origin + slope * (pixel + 0.5) - reach;
        }

        /** How much of a pixel of the longer axis it takes, times its opacity. */
        int share(int pixel) {
            return pixel >= from && pixel + 1 <= to
                    ? ink.share
                    : (int) Math.round(ink.share * Math.max(0, Math.min(pixel + 1, to) - Math.max(pixel, from)));
        }
    }

    /**
     * A colour as pixels are mixed with it.
     *
     * @param channels see {@link #channels(int)}
     * @param share its opacity
     */
    private record Ink(long channels, int share) {
        static Ink of(Colour colour) {
            return new Ink(channels(OPAQUE | colour.red() << 16 | colour.green() << 8 | colour.blue()),
                    (int) Math.round(Math.clamp(colour.opacity(), 0, 1) * WHOLE));
        }

        /**
         * Part of it and part of what lies below, all channels at once: opacity mixes as the colours do, which hold it already. A
         * channel that becomes less borrows of the next, and gives back when what was below is added.
         */
        int over(int below, long part) {
            long under = channels(below);
            long mixed = (channels - under) * part + (under << SHARE_BITS) + HALF >>> SHARE_BITS & FOUR_CHANNELS;
            return (int) (mixed >>> 24 | mixed);
        }

        /** Blue, red, green and opacity, 16 bits apart. */
        private static long channels(int argb) {
            return argb & 0x00FF_00FFL | (argb & 0xFF00_FF00L) << 24;
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
        int base = -(top * width + left);
        Window lying = new Window(left, left + width, from, to, 1, width, base);
        Window standing = new Window(from, to, left, left + width, width, 1, base);
        for (Stroke stroke : waiting) {
            draw(stroke, stroke.steep ? standing : lying);
        }
    }

    /**
     * A strip of the image as a line sees it that is walked along one axis.
     *
     * @param from the first pixel along
     * @param to the pixel after the last
     * @param low the first pixel across
     * @param high the pixel after the last
     * @param along from a pixel's index to that of the next one along
     * @param across to that of the next one across
     * @param base the index of the pixel where the larger image begins
     */
    private record Window(int from, int to, int low, int high, int along, int across, int base) {
        int index(int pixelAlong, int pixelAcross) {
            return base + pixelAlong * along + pixelAcross * across;
        }
    }

    /** Pixel by pixel along, as far as it may be seen in the window. */
    private void draw(Stroke stroke, Window window) {
        double first = Math.max(stroke.from, window.from);
        double last = Math.min(stroke.to, window.to);
        double enters = window.low - stroke.reach - stroke.origin;
        double leaves = window.high + stroke.reach - stroke.origin;
        if (stroke.slope == 0) {
            last = enters < 0 && leaves > 0 ? last : first;
        } else {
            first = Math.max(first, Math.min(enters / stroke.slope, leaves / stroke.slope) - 1);
            last = Math.min(last, Math.max(enters / stroke.slope, leaves / stroke.slope) + 1);
        }
        if (!(first < last)) { // also where a number is none
            return;
        }
        int begin = (int) Math.floor(first);
        long low = place(stroke.low(begin));
        long step = place(stroke.slope);
        int breadth = (int) Math.round(2 * stroke.reach * WHOLE);
        for (int pixel = begin; pixel < last; pixel++) {
            cross(stroke, pixel, low, breadth, window);
            low += step;
        }
    }

    private static long place(double pixels) {
        return Math.round(pixels * (1L << PLACE_BITS));
    }

    /**
     * What of a stroke lies at one pixel along. There are always as many pixels across as it may cover, in the last of them nothing
     * perhaps: the processor then guesses right how many there are.
     *
     * @param low where it begins across
     * @param breadth across, as shares of a pixel
     */
    private void cross(Stroke stroke, int pixel, long low, int breadth, Window window) {
        Ink ink = stroke.ink;
        int share = stroke.share(pixel);
        int first = (int) (low >> PLACE_BITS);
        int begin = Math.max(first, window.low);
        int end = Math.min(first + (breadth >> SHARE_BITS) + 2, window.high);
        int before = (int) (low >> PLACE_BITS - SHARE_BITS) & WHOLE - 1; // empty, of the first pixel
        int left = before + breadth - (begin - first << SHARE_BITS);
        int empty = begin == first ? before : 0;
        int index = window.index(pixel, begin);
        for (int across = begin; across < end; across++) {
            int covered = Math.max(0, Math.min(left, WHOLE) - empty);
            pixels[index] = ink.over(pixels[index] | known, covered * share + WHOLE / 2 >> SHARE_BITS);
            left -= WHOLE;
            empty = 0;
            index += window.across;
        }
    }
}
