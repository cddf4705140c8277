package org.vitrine.explain.whatif;

import java.util.Map;
import java.util.Objects;
import org.vitrine.transformer.tensor.Shape;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.transformer.trace.Trace;

/**
 * A tensor, or a part of it, is replaced by the same one of another text's pass: Vig et al. 2020, "Investigating Gender Bias in
 * Language Models Using Causal Mediation Analysis"; Meng et al. 2022, "Locating and Editing Factual Associations in GPT".
 *
 * <p>Both tensors have the same shape; where one position is taken, the texts may differ in length.
 *
 * @param head the one that is replaced, or {@link Intervention#ALL}
 * @param position the one that is replaced, of the token that stands there in both texts, or {@link Intervention#ALL}
 * @param from the other text
 */
public record Patch(TensorName site, int head, int position, String from) implements Intervention {
    public Patch {
        Objects.requireNonNull(site, "site");
        Objects.requireNonNull(from, "from");
        Intervention.requireCount("head", head, ALL);
        Intervention.requireCount("position", position, ALL);
        if (head != ALL && site.axes().size() < 3) {
            throw new IllegalArgumentException(
                    site + " has no heads, so no single head of it can be replaced; take all");
        }
        if (position != ALL && site.axes().size() < 2) {
            throw new IllegalArgumentException(
                    site + " is of the whole text, so no single position of it can be replaced; take all");
        }
    }

    @Override
    public String sentence() {
        String what = head == ALL ? site.toString() : "Head " + head + " of " + site;
        return what + " is replaced by that of “" + from + "” "
                + (position == ALL ? "as a whole" : Intervention.place(position));
    }

    @Override
    public Tensor apply(Tensor tensor, Map<String, Trace> sources) {
        Trace source = sources.get(from);
        if (source == null) {
            throw new IllegalArgumentException("the text “" + from + "” was not read, so nothing can be taken from it");
        }
        Tensor other = source.find(site).orElseThrow(() -> new IllegalArgumentException(
                "in the pass over “" + from + "” there is no " + site));
        if (position == ALL) {
            requireSame(tensor.shape(), other.shape());
        } else {
            requireFit(tensor.shape(), other.shape());
        }
        if (head != ALL) {
            Intervention.requireInside("head", head, tensor.dim(0), site);
        }
        return copied(tensor, other);
    }

    private Tensor copied(Tensor tensor, Tensor other) {
        if (head == ALL && position == ALL) {
            return Tensor.of(other.data().clone(), tensor.shape());
        }
        float[] out = tensor.data().clone();
        int heads = heads(tensor.shape());
        for (int h = head == ALL ? 0 : head; h < (head == ALL ? heads : head + 1); h++) {
            copy(other, out, h, positions(tensor.shape()));
        }
        return Tensor.of(out, tensor.shape());
    }

    private void copy(Tensor other, float[] out, int h, int tokens) {
        int width = other.dim(-1);
        int first = position == ALL ? 0 : position;
        int count = position == ALL ? tokens : 1;
        System.arraycopy(other.data(), (h * positions(other.shape()) + first) * width, out,
                (h * tokens + first) * width, count * width);
    }

    private void requireSame(Shape here, Shape there) {
        if (!here.equals(there)) {
            throw new IllegalArgumentException(
                    shapes(here, there) + "; only texts of as many tokens can be exchanged as"
                            + " a whole: take one position, or another text");
        }
    }

    private void requireFit(Shape here, Shape there) {
        Intervention.requireInside("position", position, positions(here), site);
        if (position >= positions(there)) {
            throw new IllegalArgumentException(
                    "“" + from + "” has no position " + position + "; its positions are 0 to "
                            + (positions(there) - 1));
        }
        if (heads(here) != heads(there) || here.dim(-1) != there.dim(-1)) {
            throw new IllegalArgumentException(shapes(here, there) + "; one position of it fits only texts of as many"
                    + " tokens, because each token looks at all of its text");
        }
    }

    private String shapes(Shape here, Shape there) {
        return site + " has shape " + here + " here, but " + there + " in the pass over “" + from + "”";
    }

    private static int heads(Shape shape) {
        return shape.rank() == 3 ? shape.dim(0) : 1;
    }

    private static int positions(Shape shape) {
        return shape.dim(-2);
    }
}
