package org.vitrine.tornado;

/** What to tell people of an exception that was made for others. */
final class Failure {
    private Failure() {
    }

    /** The first line of what is behind it, without colours and full stop. */
    static String words(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String message = root.getMessage() == null ? "" : root.getMessage().replaceAll("\u001b\\[[0-9;]*m", "").strip();
        String line = message.lines().findFirst().orElse(root.getClass().getSimpleName());
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }
}
