package org.vitrine.ui.cli;

import java.util.concurrent.Callable;
import org.vitrine.transformer.config.ConfigFile;
import org.vitrine.transformer.gpt2.Gpt2Config;
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
                table.row(new Cell(name, Style.BOLD), Cell.of(sentence(config(name))));
            }
            page.lines(table.lines());
        }

        @Override
        public void write(JsonGenerator json) {
            json.writeArrayPropertyStart("models");
            for (String name : ModelFiles.classroomNames()) {
                Gpt2Config config = config(name);
                json.writeStartObject();
                json.writeStringProperty("model", name);
                json.writeStringProperty("model_type", "gpt2");
                json.writeNumberProperty("layers", config.layers());
                json.writeNumberProperty("heads", config.heads());
                json.writeNumberProperty("width", config.width());
                json.writeNumberProperty("vocabulary", config.vocabulary());
                json.writeNumberProperty("context", config.context());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }

    private static Gpt2Config config(String name) {
        return Gpt2Config.of(ConfigFile.of(ModelFiles.classroom(name)));
    }

    private static String sentence(Gpt2Config config) {
        return "GPT-2: " + config.layers() + " layers of width " + config.width() + ", " + config.heads() + " heads, "
                + config.vocabulary() + " tokens, reads " + config.context();
    }
}
