package org.vitrine.ui.desktop.inspector;

import java.util.Locale;

/** What is shown of a tensor that an intervention changed. */
public enum Compared {
    /** Without the intervention. */
    BEFORE,
    /** With it. */
    AFTER,
    /** What it changed: after − before. */
    DIFFERENCE;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
