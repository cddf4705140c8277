package org.vitrine.ui.cli;

import java.util.concurrent.Callable;
import org.vitrine.transformer.config.ConfigFile;
import org.vitrine.ui.session.Family;
import org.vitrine.ui.terminal.Cell;
import org.vitrine.ui.terminal.Style;
import org.vitrine.ui.terminal.Table;
import org.vitrine.weights.ModelFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.core.JsonGenerator;

/** Lists the classroom models. */
@Command(name = "models", header = "Which models are inside?", sortOptions = false,
        description = "Lists the classroom models: small, really trained, part of the program, no network needed.",
        footer = {"", "Example:", "  vitrine models"})
final class ModelsCommand implements Callable<Integer> {
    @Mixin
    private OutputOptions output;

    private final Console console;

    ModelsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        output.give(new ModelsAnswer(), console);
        return 0;
    }

    /** All of them, a line each. */
    private record ModelsAnswer() implements Answer {
        @Override
        public void show(Page page) {
            Table table = new Table(page.terminal(), "ll");
            for (String name : ModelFiles.classroomNames()) {
                ConfigFile file = ConfigFile.of(ModelFiles.classroom(name));
                table.row(new Cell(name, Style.BOLD), Cell.of(Family.of(file).sentence(file)));
            }
            page.lines(table.lines());
        }

        @Override
        public void write(JsonGenerator json) {
            json.writeArrayPropertyStart("models");
            for (String name : ModelFiles.classroomNames()) {
                ConfigFile file = ConfigFile.of(ModelFiles.classroom(name));
                json.writeStartObject();
                json.writeStringProperty("model", name);
                json.writeStringProperty("model_type", file.modelType());
                Family.of(file).facts(file).forEach((fact, value) -> write(json, fact.replace(' ', '_'), value));
                json.writeEndObject();
            }
            json.writeEndArray();
        }

        private static void write(JsonGenerator json, String name, Object value) {
            if (value instanceof Integer number) {
                json.writeNumberProperty(name, number);
            } else {
                json.writeStringProperty(name, value.toString());
            }
        }
    }
}
