package org.vitrine.ui.desktop.arithmetic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
     * The number that somebody means; its places may lie outside the tensor.
     *
     * @throws IllegalArgumentException in plain words, if there is no such tensor
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
        if (trace.find(name).isEmpty()) {
            throw new IllegalArgumentException("this model computes no " + name + "; its tensors go from "
                    + trace.names().getFirst() + " to " + trace.names().getLast());
        }
        return new CellSpot(name, places(matcher.group(2)));
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

    /** A number that this model has. */
    private static String example(Trace trace) {
        TensorName name = trace.names().stream().filter(each -> each.toString().endsWith(".pattern")).findFirst()
                .orElse(trace.names().getFirst());
        List<Integer> zeros = Collections.nCopies(trace.get(name).shape().rank(), 0);
        return new CellSpot(name, zeros).toString();
    }
}
