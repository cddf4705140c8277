package org.vitrine.ui.cli;

/** The command line's JSON documents, for others who show the same answers. */
public final class Documents {
    private Documents() {
    }

    /** What {@code --json} prints of an answer: one JSON object, as the schemas in {@code docs/schema} say. */
    public static String of(Answer answer) {
        return Json.document(answer::write);
    }
}
