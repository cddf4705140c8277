package org.vitrine.ui.tour;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One picture of the tour.
 *
 * @param number of the demo, counted from 1; a second lesson that is put beside a first has the same
 * @param lesson what is shown
 */
public record TourStop(int number, Lesson lesson) {
    /** The demos of the page that this rebuilds, in its order; a second lesson of a line is for comparison. */
    private static final List<List<String>> ROUTE = List.of(
            List.of("activations-strange-qualities", "activations-classroom"),
            List.of("predictions-last-layer"),
            List.of("predictions-every-layer"),
            List.of("rankings-keys-cabinet"),
            List.of("rankings-watch-is-are", "rankings-watch-key-cabinets"),
            List.of("head-view-cat-mat"),
            List.of("neuron-view-cat-mat-rug"),
            List.of("model-view-house-budget"));

    /** How many demos there are. */
    public static final int DEMOS = ROUTE.size();

    /** All stops in the order of the tour. */
    public static List<TourStop> all() {
        Map<String, Lesson> lessons = Lessons.all();
        return IntStream.range(0, ROUTE.size()).boxed()
                .flatMap(i -> ROUTE.get(i).stream().map(id -> new TourStop(i + 1, lessons.get(id)))).toList();
    }

    /** What its picture's file is called, without the ending. */
    public String file() {
        return number + "-" + lesson.id();
    }

    /** What to type to see it again. */
    public String commandLine() {
        return "vitrine " + lesson.arguments().stream().map(TourStop::quoted).collect(Collectors.joining(" "));
    }

    /** As a shell takes it. */
    private static String quoted(String argument) {
        if (argument.matches("[A-Za-z0-9._/-]+")) {
            return argument;
        }
        return "\"" + argument.replaceAll("([\\\\\"$`])", "\\\\$1") + "\"";
    }
}
