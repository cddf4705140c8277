package org.vitrine.ui.cli;

/** What pictures look like. */
enum ThemeChoice {
    LIGHT, DARK
}
