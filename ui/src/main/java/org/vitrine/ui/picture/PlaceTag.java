package org.vitrine.ui.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vitrine.explain.attention.AttentionToken;
import org.vitrine.transformer.trace.Part;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.ui.session.Family;
import org.vitrine.ui.session.Reading;

/**
 * What a place on one axis of a tensor stands for.
 *
 * @param words {@code position 3}, {@code head 2}
 * @param token the token there, leading space included, if the axis counts tokens or the vocabulary
 */
public record PlaceTag(String words, Optional<String> token) {
    /** What the places of one number stand for, axis by axis. */
    public static List<PlaceTag> of(Reading reading, TensorName name, List<Integer> index) {
        List<PlaceTag> tags = new ArrayList<>();
        List<String> axes = name.axes();
        for (int axis = 0; axis < Math.min(axes.size(), index.size()); axis++) {
            tags.add(of(reading, name, axes.get(axis), index.get(axis)));
        }
        return tags;
    }

    private static PlaceTag of(Reading reading, TensorName name, String axis, int place) {
        return switch (axis) {
            case "T" -> token("position ", tokens(reading, rows(reading, name)), place);
            case "S" -> token(axisWords(name), tokens(reading, name.part() == Part.CROSS ? Stack.ENCODER
                    : rows(reading, name)), place);
            case "V" -> new PlaceTag("token " + place, Optional.of(reading.model().tokenizer().text(place)));
            case "H" -> new PlaceTag("head " + place, Optional.empty());
            case "f" -> new PlaceTag("neuron " + place, Optional.empty());
            case "c" -> new PlaceTag(place == 0 ? "\"it follows\"" : "\"it does not follow\"", Optional.empty());
            default -> new PlaceTag("dimension " + place, Optional.empty());
        };
    }

    /** Keys and values are a token's own; in scores and pattern, it is looked at. */
    private static String axisWords(TensorName name) {
        return name.axes().contains("T") ? "looks at position " : "position ";
    }

    private static PlaceTag token(String words, List<AttentionToken> tokens, int place) {
        return new PlaceTag(words + place, place < tokens.size() ? Optional.of(tokens.get(place).token())
                : Optional.empty());
    }

    private static List<AttentionToken> tokens(Reading reading, Stack stack) {
        return stack == Stack.ENCODER ? reading.tokens().encoder() : reading.tokens().decoder();
    }

    /** The stack whose tokens are a tensor's rows; those of the head are of the stack that it reads. */
    private static Stack rows(Reading reading, TensorName name) {
        Stack head = reading.model().family() == Family.BERT ? Stack.ENCODER : Stack.DECODER;
        return name.stack() == Stack.HEAD ? head : name.stack();
    }
}
