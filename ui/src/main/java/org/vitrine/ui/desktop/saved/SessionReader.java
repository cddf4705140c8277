package org.vitrine.ui.desktop.saved;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.ui.desktop.saved.SavedSession.Size;
import org.vitrine.ui.desktop.state.Look;
import org.vitrine.ui.desktop.state.Pass.Question;
import org.vitrine.ui.desktop.state.Selection;
import org.vitrine.ui.session.Backend;
import org.vitrine.ui.session.Texts;

/**
 * Makes a session of what a file says. Somebody else may have written the file: what is missing is as in a new session, and so
 * is what makes no sense, which is noted.
 */
final class SessionReader {
    private static final SavedSession FIRST = SavedSession.FIRST;
    private static final int MOST_POSITIONS = 1 << 20;

    private final List<String> senseless = new ArrayList<>();

    /** The names of values that made no sense. */
    List<String> senseless() {
        return List.copyOf(senseless);
    }

    SavedSession read(Map<String, Object> file) {
        Question first = FIRST.question();
        Question question = new Question(text(file, "model", first.model()),
                choice(file, "backend", Backend.values()).orElse(first.backend()),
                new Texts(text(file, "text", first.texts().text()), text(file, "text_pair", first.texts().pair())));
        Map<String, Map<String, String>> views = new LinkedHashMap<>();
        object(file, "views").forEach((view, settings) -> views.put(view, settings(view, settings)));
        Map<String, Object> look = object(file, "look");
        return new SavedSession(question, selection(object(file, "selection")), text(file, "tab", ""), views,
                look(look), size(look), recent(file));
    }

    private SavedSelection selection(Map<String, Object> selection) {
        return new SavedSelection(position(selection, "encoder_position", Selection.NONE),
                position(selection, "decoder_position", Selection.NONE), position(selection, "layer", 0),
                position(selection, "head", Selection.NONE), choice(selection, "attention", AttentionKind.values()),
                Optional.ofNullable(sensible("tensor", null, () -> selection.containsKey("tensor")
                        ? TensorName.parse(text(selection, "tensor", "")) : null)));
    }

    private Look look(Map<String, Object> look) {
        return sensible("font_scale", FIRST.look(), () -> new Look(flag(look, "dark", FIRST.look().dark()),
                number(look, "font_scale", FIRST.look().fontScale())));
    }

    private Size size(Map<String, Object> look) {
        return sensible("width and height", FIRST.size(), () -> new Size(number(look, "width", FIRST.size().width()),
                number(look, "height", FIRST.size().height()), flag(look, "maximized", false)));
    }

    private List<String> recent(Map<String, Object> file) {
        List<String> recent = new ArrayList<>();
        if (value(file, "recent_models", List.class, List.of()) instanceof List<?> all) {
            for (Object each : all) {
                if (each instanceof String name) {
                    recent.add(name);
                } else {
                    senseless.add("recent_models");
                }
            }
        }
        return recent;
    }

    private Map<String, String> settings(String view, Object settings) {
        Map<String, String> found = new LinkedHashMap<>();
        if (settings instanceof Map<?, ?> map) {
            map.forEach((name, value) -> {
                if (value instanceof String text) {
                    found.put(name.toString(), text);
                } else {
                    senseless.add(view + "." + name);
                }
            });
        } else {
            senseless.add(view);
        }
        return found;
    }

    private int position(Map<String, Object> object, String name, int otherwise) {
        double number = number(object, name, otherwise);
        if (number != Math.rint(number) || number < -1 || number > MOST_POSITIONS) {
            senseless.add(name);
            return otherwise;
        }
        return (int) number;
    }

    private <E extends Enum<E>> Optional<E> choice(Map<String, Object> object, String name, E[] choices) {
        String word = text(object, name, "");
        Optional<E> choice = Stream.of(choices).filter(each -> each.toString().equals(word)).findFirst();
        if (choice.isEmpty() && !word.isEmpty()) {
            senseless.add(name);
        }
        return choice;
    }

    private <T> T sensible(String name, T otherwise, Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            senseless.add(name);
            return otherwise;
        }
    }

    private String text(Map<String, Object> object, String name, String otherwise) {
        return value(object, name, String.class, otherwise);
    }

    private double number(Map<String, Object> object, String name, double otherwise) {
        return value(object, name, Double.class, otherwise);
    }

    private boolean flag(Map<String, Object> object, String name, boolean otherwise) {
        return value(object, name, Boolean.class, otherwise);
    }

    @SuppressWarnings("unchecked") // the keys of a JSON object are texts
    private Map<String, Object> object(Map<String, Object> object, String name) {
        return value(object, name, Map.class, Map.of());
    }

    private <T> T value(Map<String, Object> object, String name, Class<T> type, T otherwise) {
        Object value = object.get(name);
        if (value != null && !type.isInstance(value)) {
            senseless.add(name);
        }
        return type.isInstance(value) ? type.cast(value) : otherwise;
    }
}
