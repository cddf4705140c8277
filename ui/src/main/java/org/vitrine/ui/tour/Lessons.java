package org.vitrine.ui.tour;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vitrine.ui.session.FileException;
import org.vitrine.ui.terminal.Chip;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** The lessons that come along, one for each thing that the classroom models can show. */
public final class Lessons {
    private static final String FILE = "lessons.json";

    private Lessons() {
    }

    /**
     * All lessons by their ids, in the order of the file.
     *
     * @throws FileException if the program's own file is damaged
     */
    public static Map<String, Lesson> all() {
        try (InputStream in = Lessons.class.getResourceAsStream(FILE)) {
            return read(in);
        } catch (IOException e) {
            throw damaged("it cannot be read");
        }
    }

    /** The lessons of such a file. */
    static Map<String, Lesson> read(InputStream in) {
        Map<String, Lesson> lessons = new LinkedHashMap<>();
        try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), in)) {
            if (json.nextToken() != JsonToken.START_ARRAY) {
                throw damaged("expected a list of lessons");
            }
            for (Object each : (List<?>) value(json)) {
                Lesson lesson = lesson(each);
                lessons.put(lesson.id(), lesson);
            }
            if (json.nextToken() != null) {
                throw damaged("more follows behind the lessons");
            }
        } catch (JacksonException e) {
            throw damaged(Chip.line(e.getOriginalMessage()));
        }
        return lessons;
    }

    private static FileException damaged(String how) {
        return new FileException(FILE + " inside the program is damaged (" + how + "); install Vitrine again");
    }

    private static Lesson lesson(Object each) {
        if (!(each instanceof Map<?, ?> fields) || !(fields.get("parameters") instanceof Map<?, ?> given)) {
            throw damaged("expected a lesson with parameters");
        }
        Map<String, Object> parameters = new LinkedHashMap<>();
        given.forEach((name, value) -> parameters.put(name.toString(), value));
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
