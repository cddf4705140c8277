package org.vitrine.ui.answer;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.vitrine.transformer.config.ConfigFile;
import org.vitrine.transformer.config.ModelException;
import org.vitrine.ui.session.Family;
import org.vitrine.ui.session.ModelCache;
import org.vitrine.ui.terminal.Cell;
import org.vitrine.ui.terminal.Style;
import org.vitrine.ui.terminal.Table;
import org.vitrine.weights.ModelFiles;
import tools.jackson.core.JsonGenerator;

/**
 * The models that are here.
 *
 * @param folder where the cache is
 */
public record ModelsAnswer(List<Entry> classroom, List<Entry> cached, Path folder) implements Answer {
    /**
     * A model as its configuration describes it.
     *
     * @param sentence for people; why it cannot be used, if there are no facts
     */
    public record Entry(String name, String modelType, String sentence, Map<String, Object> facts) {
        static Entry of(ModelFiles files) {
            String name = files.name();
            ConfigFile file = ConfigFile.of(files);
            try {
                Family family = Family.of(file);
                return new Entry(name, file.modelType(), family.sentence(file), family.facts(file));
            } catch (ModelException e) {
                return new Entry(name, file.modelType(), e.getMessage(), Map.of());
            }
        }
    }

    /** The classroom models, and those of a cache. */
    public static ModelsAnswer of(ModelCache cache) {
        return new ModelsAnswer(
                ModelFiles.classroomNames().stream().map(ModelFiles::classroom).map(Entry::of).toList(),
                cache.models().stream().map(Entry::of).toList(), cache.folder());
    }

    @Override
    public void show(Page page) {
        show(page, classroom);
        if (!cached.isEmpty()) {
            page.line();
            page.aside("In the Hugging Face cache, " + folder + ":");
            show(page, cached);
        }
    }

    private static void show(Page page, List<Entry> entries) {
        Table table = new Table(page.terminal(), "ll");
        for (Entry entry : entries) {
            table.row(new Cell(entry.name(), Style.BOLD), Cell.of(entry.sentence()));
        }
        page.lines(table.lines());
    }

    @Override
    public void write(JsonGenerator json) {
        json.writeArrayPropertyStart("models");
        classroom.forEach(entry -> write(json, entry, "classroom"));
        cached.forEach(entry -> write(json, entry, "cache"));
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, Entry entry, String source) {
        json.writeStartObject();
        json.writeStringProperty("model", entry.name());
        json.writeStringProperty("model_type", entry.modelType());
        json.writeStringProperty("source", source);
        if (entry.facts().isEmpty()) {
            json.writeStringProperty("problem", entry.sentence());
        }
        entry.facts().forEach((fact, value) -> write(json, fact.replace(' ', '_'), value));
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, String name, Object value) {
        if (value instanceof Integer number) {
            json.writeNumberProperty(name, number);
        } else {
            json.writeStringProperty(name, value.toString());
        }
    }
}
