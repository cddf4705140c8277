package org.vitrine.weights.hub;

import java.util.regex.Pattern;

/** Which names of models, revisions and files are allowed. They become parts of addresses and of paths on disk. */
final class HubNames {
    /** What every system takes as the name of a file; no separator, no drive, no step upwards. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_](?:[A-Za-z0-9._+-]{0,198}[A-Za-z0-9_])?");
    private static final Pattern ID_PART = Pattern.compile("[A-Za-z0-9_](?:[A-Za-z0-9._-]{0,94}[A-Za-z0-9_])?");
    /** What Windows takes for a device, with whatever ending. */
    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");
    private static final int LONGEST_ID = 96;
    private static final int MOST_PARTS = 8;
    private static final int LONGEST_SHOWN = 80;

    private HubNames() {
    }

    /** Whether a file can safely be called so on any system. */
    static boolean isPlain(String name) {
        return PLAIN.matcher(name).matches() && !name.contains("..") && !DEVICE.matcher(name).matches();
    }

    /** Whether a model can be called so: {@code name} or {@code org/name}. */
    static boolean isId(String id) {
        String[] parts = id.split("/", -1);
        if (parts.length > 2 || id.length() > LONGEST_ID || id.contains("--")) {
            return false;
        }
        for (String part : parts) {
            if (!ID_PART.matcher(part).matches() || !isPlain(part)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a branch, a tag or a commit can be called so: plain names with slashes between them. */
    static boolean isRevision(String revision) {
        String[] parts = revision.split("/", -1);
        if (parts.length > MOST_PARTS) {
            return false;
        }
        for (String part : parts) {
            if (!isPlain(part)) {
                return false;
            }
        }
        return true;
    }

    /** A name that nobody has checked, for a message: cut, and without anything that could play with a terminal. */
    static String shown(String name) {
        String cut = name.length() <= LONGEST_SHOWN ? name : name.substring(0, LONGEST_SHOWN) + "...";
        return '"' + cut.replaceAll("[^ -~]", "?") + '"';
    }
}
