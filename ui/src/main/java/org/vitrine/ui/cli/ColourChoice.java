package org.vitrine.ui.cli;

/** When to use colour. */
enum ColourChoice {
    /** On a terminal, unless NO_COLOR is set or TERM is "dumb". */
    AUTO, ALWAYS, NEVER
}
