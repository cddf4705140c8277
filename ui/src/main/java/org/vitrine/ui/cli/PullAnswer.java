package org.vitrine.ui.cli;

import org.vitrine.ui.answer.Answer;
import org.vitrine.ui.answer.Page;
import org.vitrine.ui.session.Family;
import org.vitrine.ui.terminal.Cell;
import org.vitrine.ui.terminal.Figure;
import org.vitrine.ui.terminal.Style;
import org.vitrine.ui.terminal.Table;
import org.vitrine.weights.hub.Pulled;
import org.vitrine.weights.hub.Pulled.PulledFile;
import tools.jackson.core.JsonGenerator;

/**
 * What was pulled.
 *
 * @param name by which the other commands find it
 * @param family which kind of model it is
 */
record PullAnswer(Pulled pulled, String name, Family family) implements Answer {
    @Override
    public void show(Page page) {
        if (pulled.wasThere()) {
            page.title(name + " is here already, " + Figure.bytes(pulled.size()) + "; nothing was fetched");
        } else {
            page.title(name + ": " + Figure.bytes(pulled.fetched()) + " fetched and checked");
        }
        page.line();
        Table table = new Table(page.terminal(), "lrl");
        for (PulledFile file : pulled.files()) {
            table.row(Cell.of(file.name()), Cell.of(Figure.bytes(file.size())),
                    new Cell(file.fetched() ? "" : "was there", Style.FAINT));
        }
        page.lines(table.lines());
        page.line();
        page.line("It lies in " + pulled.snapshot().folder());
        page.line("Next: vitrine inspect " + name);
        page.line("      vitrine predictions \"" + text() + "\" -m " + name);
    }

    /** Something for such a model to read. */
    private String text() {
        return switch (family) {
            case GPT2 -> "The keys to the cabinet";
            case BERT -> "The [MASK] sat on the mat.";
            case BART -> "The<mask> sat on the mat.";
        };
    }

    @Override
    public void write(JsonGenerator json) {
        json.writeStringProperty("model", name);
        json.writeStringProperty("id", pulled.snapshot().id());
        json.writeStringProperty("revision", pulled.revision());
        json.writeStringProperty("commit", pulled.snapshot().commit());
        json.writeStringProperty("folder", pulled.snapshot().folder().toString());
        json.writeNumberProperty("fetched", pulled.fetched());
        json.writeArrayPropertyStart("files");
        for (PulledFile file : pulled.files()) {
            json.writeStartObject();
            json.writeStringProperty("name", file.name());
            json.writeNumberProperty("bytes", file.size());
            json.writeBooleanProperty("fetched", file.fetched());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
