package org.vitrine.ui.desktop.arithmetic;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.transformer.trace.Trace;
import org.vitrine.ui.picture.spot.CellSpot;

/** Numbers as people type them: {@code decoder.5.attn.pattern[3, 4, 1]}. */
final class NumberName {
    private static final Pattern NUMBER = Pattern.compile("\\s*([^\\s\\[]+)\\s*\\[([^\\]]*)\\]\\s*");
    private static final Pattern PLACE = Pattern.compile("-?\\d{1,9}");

    private NumberName() {
    }

    /**
     * The number that somebody means.
     *
     * @throws IllegalArgumentException in plain words, if there is none
     */
    static CellSpot parse(String text, Trace trace) {
        Matcher matcher = NUMBER.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(text.isBlank()
                    ? "type the name of a tensor and places in brackets, such as " + example(trace)
                    : "'" + text.strip() + "' is no number: after the name of a tensor come places in brackets, as in "
                            + example(trace));
        }
        TensorName name = TensorName.parse(matcher.group(1));
        Tensor tensor = trace.find(name).orElseThrow(() -> new IllegalArgumentException("this model computes no " + name
                + "; its tensors go from " + trace.names().getFirst() + " to " + trace.names().getLast()));
        List<Integer> index = places(matcher.group(2));
        if (!fits(index, tensor)) {
            throw new IllegalArgumentException(name + " has the shape " + tensor.shape() + " (" + String.join(", ",
                    name.axes()) + "), so " + index + " is none of its numbers; places are counted from 0");
        }
        return new CellSpot(name, index);
    }

    private static List<Integer> places(String text) {
        List<Integer> index = new ArrayList<>();
        for (String place : text.strip().split("[,\\s]+")) {
            if (!PLACE.matcher(place).matches()) {
                throw new IllegalArgumentException("'" + place + "' is no place: places are whole numbers from 0");
            }
            index.add(Integer.parseInt(place));
        }
        return index;
    }

    private static boolean fits(List<Integer> index, Tensor tensor) {
        boolean fits = index.size() == tensor.shape().rank();
        for (int axis = 0; fits && axis < index.size(); axis++) {
            fits = index.get(axis) >= 0 && index.get(axis) < tensor.dim(axis);
        }
        return fits;
    }

    /** A number that this model has. */
    private static String example(Trace trace) {
        TensorName name = trace.names().stream().filter(each -> each.toString().endsWith(".pattern")).findFirst()
                .orElse(trace.names().getFirst());
        List<Integer> zeros = java.util.Collections.nCopies(trace.get(name).shape().rank(), 0);
        return new CellSpot(name, zeros).toString();
    }
}
