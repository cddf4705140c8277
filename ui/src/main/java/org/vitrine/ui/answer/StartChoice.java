package org.vitrine.ui.answer;

/** How factors are first guessed. */
public enum StartChoice {
    /** Random numbers, as Ecco has it. */
    RANDOM,
    /** From the largest singular vectors; nothing is random. */
    NNDSVD
}
