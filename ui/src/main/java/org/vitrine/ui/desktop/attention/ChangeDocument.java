package org.vitrine.ui.desktop.attention;

import org.vitrine.ui.cli.Answer;
import org.vitrine.ui.cli.Page;
import tools.jackson.core.JsonGenerator;

/**
 * What something was without an intervention, and what it is with it: {@code before} and {@code after}, each as the command line
 * has it.
 */
record ChangeDocument(Answer before, Answer after) implements Answer {
    @Override
    public void show(Page page) {
        before.show(page);
        after.show(page);
    }

    @Override
    public void write(JsonGenerator json) {
        json.writeObjectPropertyStart("before");
        before.write(json);
        json.writeEndObject();
        json.writeObjectPropertyStart("after");
        after.write(json);
        json.writeEndObject();
    }
}
