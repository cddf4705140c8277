package org.vitrine.ui.desktop.attention;

import java.util.Map;
import java.util.Optional;

/** Reads settings; what makes no sense is as if it were missing. */
final class Settings {
    private Settings() {
    }

    /** Yes or no. */
    static Optional<Boolean> flag(Map<String, String> settings, String name) {
        return switch (settings.getOrDefault(name, "")) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
