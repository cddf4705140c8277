package org.vitrine.ui.desktop.lessons;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.ui.desktop.state.Exhibit;
import org.vitrine.ui.desktop.state.Selection;
import org.vitrine.ui.tour.Lesson;

/** What a lesson wants to be chosen and shown, in the words of the views. */
record Scenery(Lesson lesson) {
    /** The id of the view. */
    String view() {
        return switch (lesson.view()) {
            case "attention_head" -> "head-view";
            case "attention_neuron" -> "neuron-view";
            case "attention_model" -> "model-view";
            default -> lesson.view().replace('_', '-');
        };
    }

    /** How the view's controls are to stand. */
    Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        lesson.parameters().forEach((name, value) -> {
            switch (name) {
                case "topk", "from_layer", "to_layer" -> settings.put(name, value.toString());
                case "generate", "max_new_tokens" -> settings.put("count", value.toString());
                case "n_components" -> settings.put("components", value.toString());
                case "watch" -> settings.put("watch",
                        String.join("\n", ((List<?>) value).stream().map(Object::toString).toList()));
                case "num_beams" -> {
                    settings.put("beams", value.toString());
                    settings.put("way", "BEAMS");
                }
                default -> {
                    // Chosen below, or said in the sentences only.
                }
            }
        });
        if (lesson.view().equals("attention_neuron")) {
            settings.put("open", "true");
        }
        if (lesson.view().equals("predictions")) {
            settings.put("single", Boolean.toString(lesson.parameters().get("layer") instanceof Integer));
        }
        return settings;
    }

    /** Chooses the tokens, the layer and the head in question. */
    void choose(Selection selection, Exhibit exhibit) {
        boolean bridge = lesson.view().equals("attention_model")
                && exhibit.model().family().attentions().contains(AttentionKind.CROSS);
        AttentionKind kind = bridge ? AttentionKind.CROSS : exhibit.model().family().attentions().getFirst();
        selection.attention().set(kind);
        if (lesson.parameters().get("layer") instanceof Integer layer) {
            selection.layer().set(layer);
        }
        selection.head().set(lesson.parameters().get("head") instanceof Integer head ? head : Selection.NONE);
        if (lesson.parameters().get("position") instanceof Integer position) {
            boolean predicted = lesson.view().equals("predictions") || lesson.view().startsWith("rankings");
            Stack stack = Selection.queries(kind);
            selection.position(stack).set(predicted && exhibit.passage().predictsNext() ? position - 1 : position);
        }
    }
}
