package org.vitrine.ui.tour;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** The lessons that come along, one for each thing that the classroom models can show. */
public final class Lessons {
    private static final String FILE = "lessons.json";

    private Lessons() {
    }

    /** All lessons by their ids, in the order of the file. */
    public static Map<String, Lesson> all() {
        Map<String, Lesson> lessons = new LinkedHashMap<>();
        try (InputStream in = Lessons.class.getResourceAsStream(FILE);
                JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), in)) {
            json.nextToken();
            for (Object each : (List<?>) value(json)) {
                Lesson lesson = lesson((Map<?, ?>) each);
                lessons.put(lesson.id(), lesson);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
        return lessons;
    }

    private static Lesson lesson(Map<?, ?> fields) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        ((Map<?, ?>) fields.get("parameters")).forEach((name, value) -> parameters.put(name.toString(), value));
        return new Lesson(text(fields, "id"), text(fields, "title"), text(fields, "model"), text(fields, "text"),
                text(fields, "text_pair"), text(fields, "view"), parameters, text(fields, "what_to_look_for"));
    }

    private static String text(Map<?, ?> fields, String name) {
        Object text = fields.get(name);
        return text == null ? "" : text.toString();
    }

    /** The value that the parser stands at: a map, a list, a whole number, a truth value or a text. */
    private static Object value(JsonParser json) {
        return switch (json.currentToken()) {
            case START_OBJECT -> {
                Map<String, Object> fields = new LinkedHashMap<>();
                while (json.nextToken() != JsonToken.END_OBJECT) {
                    String name = json.currentName();
                    json.nextToken();
                    fields.put(name, value(json));
                }
                yield fields;
            }
            case START_ARRAY -> {
                List<Object> values = new ArrayList<>();
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    values.add(value(json));
                }
                yield values;
            }
            case VALUE_NUMBER_INT -> json.getIntValue();
            case VALUE_TRUE, VALUE_FALSE -> json.getBooleanValue();
            default -> json.getString();
        };
    }
}
