package org.vitrine.tornado;

/** What to tell people of an exception that was made for others. */
final class Failure {
    private Failure() {
    }

    /** The first sentence of what is behind it, without colours and signs such as [ERROR]. */
    static String words(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String message = root.getMessage() == null ? "" : root.getMessage().replaceAll("\u001b\\[[0-9;]*m", "");
        String line = message.lines().map(each -> each.replaceAll("\\[[A-Za-z ]+\\][.:]?", "").strip())
                .filter(each -> !each.isEmpty()).findFirst().orElse(root.getClass().getSimpleName());
        return line.split("\\.( |$)")[0];
    }
}
