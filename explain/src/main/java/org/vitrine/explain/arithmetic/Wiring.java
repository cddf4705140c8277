package org.vitrine.explain.arithmetic;

import static org.vitrine.transformer.trace.Site.HEADS;
import static org.vitrine.transformer.trace.Site.PATTERN;
import static org.vitrine.transformer.trace.Site.SCORES;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.transformer.layer.Attention;
import org.vitrine.transformer.layer.LayerNorm;
import org.vitrine.transformer.layer.Linear;
import org.vitrine.transformer.trace.Part;
import org.vitrine.transformer.trace.Site;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.transformer.trace.TensorName;

/** Which tensors and weights feed which tensor, in the order of computation: a model without its numbers. */
final class Wiring {
    private final Map<TensorName, Step> steps = new LinkedHashMap<>();

    /** How the numbers of a tensor are made; empty for a tensor that this model does not have. */
    Optional<Step> step(TensorName name) {
        return Optional.ofNullable(steps.get(name));
    }

    /** All tensors, in the order of computation. */
    List<TensorName> names() {
        return List.copyOf(steps.keySet());
    }

    /** A part outside the layers. */
    Place in(Stack stack, Part part) {
        return new Place(stack, TensorName.NO_LAYER, part);
    }

    /** A part of a layer. */
    Place in(Stack stack, int layer, Part part) {
        return new Place(stack, layer, part);
    }

    /** The head. */
    Place head() {
        return new Place(Stack.HEAD, TensorName.NO_LAYER, null);
    }

    /** A part of the model: it knows all words of a name but the last. */
    final class Place {
        private final Stack stack;
        private final int layer;
        private final Part part;

        private Place(Stack stack, int layer, Part part) {
            this.stack = stack;
            this.layer = layer;
            this.part = part;
        }

        /** Says how the numbers of a site are made. */
        TensorName put(Site site, Step step) {
            TensorName name = new TensorName(stack, layer, part, site);
            steps.put(name, step);
            return name;
        }

        /** x·W + b. */
        TensorName linear(Site site, TensorName x, String letter, Linear layer) {
            return put(site, new Product(x, new Product.Names(toString(), "W" + letter, "b" + letter), layer, true));
        }

        /** LayerNorm(x). */
        TensorName norm(Site site, TensorName x, LayerNorm norm) {
            return put(site, new Norm(x, toString(), norm));
        }

        /** a + b. */
        TensorName sum(Site site, TensorName... inputs) {
            return put(site, Sum.of(inputs));
        }

        /** softmax(q·kᵀ/√e)·v, see {@link Attention#attend}. */
        TensorName attend(Attention attention, TensorName q, TensorName k, TensorName v) {
            TensorName scores = put(SCORES, new Scores(q, k, attention));
            TensorName pattern = put(PATTERN, new Softmax(scores));
            return put(HEADS, new Mix(pattern, v));
        }

        /** Its name without the last word. */
        @Override
        public String toString() {
            String name = new TensorName(stack, layer, part, Site.OUT).toString();
            return name.substring(0, name.lastIndexOf('.'));
        }
    }
}
