package org.vitrine.ui.terminal;

import java.util.function.DoubleFunction;

/**
 * Strength as colour, in three steps that show on dark and on light ground: coloured letters, a pale ground, the full
 * ground. What is weaker stays plain. The colours are of the 256 that terminals agree on.
 */
public final class Shade {
    /**
     * Sixteen colours for things of a kind, those that differ most first. Chosen by the distance of the nearest two in OKLab
     * as people with normal sight and with the three kinds of colour blindness see them (Machado et al. 2009), among those
     * that can be read on black and on white.
     */
    private static final int[] KINDS = {26, 142, 75, 95, 211, 101, 31, 130, 72, 105, 176, 136, 99, 162, 170, 61};
    /** Blue means positive everywhere, orange negative. */
    private static final int POSITIVE = 33;
    private static final int NEGATIVE = 208;

    private static final double LETTERS = 1 / 8.0;
    private static final double PALE = 1 / 3.0;
    private static final double FULL = 2 / 3.0;

    private static final int CUBE = 16;
    private static final int[] LEVELS = {0, 95, 135, 175, 215, 255};
    /** For each level the one halfway to white. */
    private static final int[] PALER = {2, 3, 4, 4, 5, 5};
    private static final int BLACK = 16;
    private static final int WHITE = 231;

    private Shade() {
    }

    /** The colour of the n-th of several things, which after the sixteenth begin again, for a strength from 0 to 1. */
    public static Style kind(int n, double share) {
        return of(KINDS[n % KINDS.length], share);
    }

    /** Blue for a strength up to 1, orange for one down to −1. */
    public static Style signed(double share) {
        return of(share < 0 ? NEGATIVE : POSITIVE, Math.abs(share));
    }

    /** From which share on each step of a colour is used. */
    public static String legend(DoubleFunction<Style> colour, Terminal terminal) {
        return terminal.paint(colour.apply(LETTERS), "from 1/8") + " "
                + terminal.paint(colour.apply(PALE), " from 1/3 ")
                + " " + terminal.paint(colour.apply(FULL), " from 2/3 ");
    }

    private static Style of(int colour, double share) {
        if (!(share >= LETTERS)) {
            return Style.PLAIN;
        }
        if (share < PALE) {
            return new Style("38;5;" + colour, false);
        }
        int ground = share < FULL ? pale(colour) : colour;
        return new Style("38;5;" + (isDark(ground) ? WHITE : BLACK) + ";48;5;" + ground, true);
    }

    /** Halfway between a colour and white. */
    private static int pale(int colour) {
        int pale = CUBE;
        for (int place = 36; place > 0; place /= 6) {
            pale += place * PALER[(colour - CUBE) / place % 6];
        }
        return pale;
    }

    private static boolean isDark(int colour) {
        int red = LEVELS[(colour - CUBE) / 36];
        int green = LEVELS[(colour - CUBE) / 6 % 6];
        int blue = LEVELS[(colour - CUBE) % 6];
        return 0.3 * red + 0.59 * green + 0.11 * blue < 128;
    }
}
