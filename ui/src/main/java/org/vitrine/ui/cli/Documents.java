package org.vitrine.ui.cli;

/** The command line's JSON documents, for others who show the same answers. */
public final class Documents {
    private Documents() {
    }

    /** What {@code --json} prints of an answer: one JSON object, as the schemas in {@code docs/schema} say. */
    public static String of(Answer answer) {
        return Json.document(answer::write);
    }

    /** What is so after an intervention, and under {@code before} what is so without it: two documents of one kind. */
    public static String of(Answer after, Answer before) {
        return Json.document(json -> {
            after.write(json);
            json.writeObjectPropertyStart("before");
            before.write(json);
            json.writeEndObject();
        });
    }
}
