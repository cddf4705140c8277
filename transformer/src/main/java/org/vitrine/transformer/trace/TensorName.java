package org.vitrine.transformer.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * What one intermediate tensor is called: {@code decoder.3.attn.pattern}, {@code decoder.embed.resid}, {@code
 * head.logits}.
 *
 * <p>{@code resid} is always the stream as the next reader sees it. A block's input has no name of its own: it is the
 * previous {@code resid}.
 *
 * @param layer counted from 0; {@link #NO_LAYER} outside the layers
 * @param part null in the head, which is a stack and a part in one
 */
public record TensorName(Stack stack, int layer, Part part, Site site) {
    /** The layer of a name outside the layers. */
    public static final int NO_LAYER = -1;

    public TensorName {
        Objects.requireNonNull(stack, "stack");
        Objects.requireNonNull(site, "site");
        if ((part == null) != (stack == Stack.HEAD)) {
            throw new IllegalArgumentException("the head, and only the head, has no parts: " + stack + ", " + part);
        }
        if ((layer != NO_LAYER) != (part != null && part.inLayers()) || layer < NO_LAYER) {
            throw new IllegalArgumentException("layer " + layer + " does not go with part " + part);
        }
    }

    /** A name inside a layer, for example {@code decoder.3.attn.pattern}. */
    public static TensorName of(Stack stack, int layer, Part part, Site site) {
        return new TensorName(stack, layer, part, site);
    }

    /** A name outside the layers, for example {@code decoder.embed.resid}. */
    public static TensorName of(Stack stack, Part part, Site site) {
        return new TensorName(stack, NO_LAYER, part, site);
    }

    /** The stream before the first layer of a stack and after each, in the order of computation. */
    public static List<TensorName> streams(Stack stack, int layers) {
        List<TensorName> names = new ArrayList<>(List.of(of(stack, Part.EMBED, Site.RESID)));
        for (int i = 0; i < layers; i++) {
            names.add(of(stack, i, Part.MLP, Site.RESID));
        }
        return List.copyOf(names);
    }

    /** The name that this text spells, the inverse of {@link #toString}. */
    public static TensorName parse(String text) {
        String[] words = text.split("\\.", -1);
        try {
            Stack stack = word(Stack.class, words[0]);
            Site site = word(Site.class, words[words.length - 1]);
            return switch (words.length) {
                case 2 -> new TensorName(stack, NO_LAYER, null, site);
                case 3 -> of(stack, word(Part.class, words[1]), site);
                case 4 -> of(stack, Integer.parseInt(words[1]), word(Part.class, words[2]), site);
                default -> throw new IllegalArgumentException("too few or too many words");
            };
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + text + "' is no name of a tensor (" + e.getMessage()
                    + "); names look like decoder.0.attn.pattern, decoder.embed.resid or head.logits", e);
        }
    }

    /** What each axis counts: as the site says, but the dense layer of BERT's head is as wide as the stream. */
    public List<String> axes() {
        return stack == Stack.HEAD && (site == Site.PRE || site == Site.ACT) ? List.of("T", "d") : site.axes();
    }

    private static <E extends Enum<E>> E word(Class<E> kind, String text) {
        return Arrays.stream(kind.getEnumConstants()).filter(value -> value.toString().equals(text)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + text + "' is no " + kind.getSimpleName().toLowerCase(java.util.Locale.ROOT)));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(stack.toString());
        if (layer != NO_LAYER) {
            text.append('.').append(layer);
        }
        if (part != null) {
            text.append('.').append(part);
        }
        return text.append('.').append(site).toString();
    }
}
