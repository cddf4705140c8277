package org.vitrine.ui.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.explain.attention.AttentionToken;
import org.vitrine.explain.attention.AttentionTokens;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Part;
import org.vitrine.transformer.trace.Site;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.ui.drawing.Spot;
import org.vitrine.ui.picture.spot.HeadSpot;
import org.vitrine.ui.picture.spot.NeuronSpot;
import org.vitrine.ui.picture.spot.TokenSpot;
import org.vitrine.ui.session.Reading;
import org.vitrine.ui.terminal.Chip;

/**
 * What one axis of a tensor counts.
 *
 * @param letter as the paper has it, for example {@code T}
 * @param size how long the axis is
 * @param token the token at a place; empty where no token stands there
 * @param spot what a place stands for; empty where nothing can be chosen
 */
public record TensorAxis(String letter, int size, IntFunction<Optional<String>> token,
        IntFunction<Optional<Spot>> spot) {
    /** An axis whose places have numbers only. */
    public static TensorAxis plain(String letter, int size) {
        return new TensorAxis(letter, size, place -> Optional.empty(), place -> Optional.empty());
    }

    /** The axes of a tensor of what was read, outermost first. */
    public static List<TensorAxis> of(Reading reading, TensorName name, Tensor tensor) {
        List<TensorAxis> axes = new ArrayList<>();
        for (int axis = 0; axis < tensor.shape().rank(); axis++) {
            String letter = name.axes().size() == tensor.shape().rank() ? name.axes().get(axis) : "";
            axes.add(of(reading, name, letter, tensor.dim(axis)));
        }
        return List.copyOf(axes);
    }

    private static TensorAxis of(Reading reading, TensorName name, String letter, int size) {
        return switch (letter) {
            case "T" -> tokens(letter, size, reading.tokens(), stack(reading, name));
            case "S" -> tokens(letter, size, reading.tokens(),
                    name.part() == Part.CROSS ? Stack.ENCODER : name.stack());
            case "H" -> kind(name).map(kind -> new TensorAxis(letter, size, place -> Optional.empty(),
                    place -> Optional.of(new HeadSpot(kind, name.layer(), place)))).orElse(plain(letter, size));
            case "f" -> name.part() != Part.MLP ? plain(letter, size)
                    : new TensorAxis(letter, size, place -> Optional.empty(),
                            place -> Optional.of(new NeuronSpot(name.stack(), name.layer(), place)));
            case "V" -> new TensorAxis(letter, size, place -> Optional.of(reading.model().tokenizer().text(place)),
                    place -> Optional.empty());
            case "c" -> new TensorAxis(letter, size,
                    place -> name.site() == Site.NSP ? Optional.of(place == 0 ? "follows" : "does not")
                            : Optional.empty(),
                    place -> Optional.empty());
            default -> plain(letter, size);
        };
    }

    /** The stack whose tokens a tensor has a row for each. */
    private static Stack stack(Reading reading, TensorName name) {
        return name.stack() != Stack.HEAD ? name.stack()
                : reading.tokens().decoder().isEmpty() ? Stack.ENCODER : Stack.DECODER;
    }

    /** The attention that a tensor belongs to; empty outside of attention. */
    private static Optional<AttentionKind> kind(TensorName name) {
        return List.of(AttentionKind.values()).stream().filter(kind -> kind.holds(name)).findFirst();
    }

    private static TensorAxis tokens(String letter, int size, AttentionTokens all, Stack stack) {
        List<AttentionToken> tokens = stack == Stack.ENCODER ? all.encoder() : all.decoder();
        return tokens.size() != size ? plain(letter, size)
                : new TensorAxis(letter, size, place -> Optional.of(tokens.get(place).token()),
                        place -> Optional.of(new TokenSpot(stack, place)));
    }

    /** What it counts, in words. */
    public String words() {
        return switch (letter) {
            case "T" -> "tokens";
            case "S" -> "tokens looked at";
            case "d" -> "width";
            case "H" -> "heads";
            case "e" -> "width of a head";
            case "f" -> "neurons";
            case "V" -> "vocabulary";
            case "c" -> "classes";
            default -> "numbers";
        };
    }

    /** One place in words: {@code token 4 ·mat}, {@code head 2}. */
    public String place(int index) {
        String what = switch (letter) {
            case "T" -> "token";
            case "S" -> "token looked at";
            case "H" -> "head";
            case "f" -> "neuron";
            case "V" -> "vocabulary entry";
            case "c" -> "class";
            case "d", "e" -> letter;
            default -> "number";
        };
        return what + " " + index + token.apply(index).map(text -> " " + Chip.of(text)).orElse("");
    }
}
