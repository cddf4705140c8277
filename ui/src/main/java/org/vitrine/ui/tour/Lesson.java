package org.vitrine.ui.tour;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A text, a view of it, and what to look for there.
 *
 * @param id a word that names it
 * @param title what a class would call it
 * @param model the classroom model that it was measured on
 * @param text what the model reads
 * @param pair the second text, empty if there is none
 * @param view what is shown: {@code predictions}, {@code attention_head} …
 * @param parameters of the view: texts, whole numbers, or lists of texts
 * @param whatToLookFor some sentences; every figure in them was measured on this model
 */
public record Lesson(String id, String title, String model, String text, String pair, String view,
        Map<String, Object> parameters, String whatToLookFor) {
    /** Options by the names of their parameters; a parameter that is not here is said in the sentences only. */
    private static final Map<String, String> OPTIONS = Map.of("position", "--position", "layer", "--layer", "topk",
            "--topk", "generate", "--generate", "watch", "--watch", "n_components", "--components", "from_layer",
            "--from-layer", "to_layer", "--to-layer");
    private static final String ALL = "all";

    public Lesson {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** The command that shows it. */
    public String command() {
        return switch (view) {
            case "attention_head", "attention_neuron", "attention_model" -> view.replace('_', '-') + "-view";
            case "generation" -> "generate";
            default -> view.replace('_', '-');
        };
    }

    /** What to type after {@code vitrine}: the command, the texts, the model and the options. */
    public List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of(command(), text));
        if (!pair.isEmpty()) {
            arguments.add(pair);
        }
        arguments.addAll(List.of("-m", model));
        parameters.forEach((name, value) -> {
            String option = name.equals("head") && view.equals("attention_neuron") ? "--head" : OPTIONS.get(name);
            if (option != null && !value.equals(ALL) && !view.equals("attention_model")) {
                for (Object each : value instanceof List<?> several ? several : List.of(value)) {
                    arguments.addAll(List.of(option, each.toString()));
                }
            }
        });
        return arguments;
    }
}
