package org.vitrine.explain.attention;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.vitrine.transformer.config.ModelException;
import org.vitrine.transformer.tensor.Shape;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Site;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.transformer.trace.Trace;

/**
 * Reads the attention of one forward pass: BertViz' head view, model view and neuron view, and what becomes of attention
 * over the layers.
 *
 * <p>Every method says which tensor is missing where it was not recorded (IllegalArgumentException), and which holds NaN
 * (ModelException).
 *
 * @param trace of a whole pass, without a cache
 * @param tokens what the pass read
 */
public record AttentionReader(Trace trace, AttentionTokens tokens) {
    /** The kinds of attention of which a pattern was recorded. */
    public List<AttentionKind> kinds() {
        return Arrays.stream(AttentionKind.values()).filter(kind -> !recorded(kind).isEmpty()).toList();
    }

    /** How many layers there are, as far as recorded: one more than the highest of them. */
    public int layers(AttentionKind kind) {
        return trace.layers(name -> kind.holds(name) && name.site() == Site.PATTERN);
    }

    /** H, the number of heads; all layers of a kind have as many. */
    public int heads(AttentionKind kind) {
        List<Integer> layers = recorded(kind);
        return read(kind, layers.isEmpty() ? 0 : layers.getFirst(), Site.PATTERN).dim(0);
    }

    /** Where all heads of a layer look, with all tokens: the head view. */
    public AttentionMap map(AttentionKind kind, int layer) {
        Tensor pattern = read(kind, layer, Site.PATTERN);                               // [H, T, S]
        List<Integer> heads = IntStream.range(0, pattern.dim(0)).boxed().toList();
        return new AttentionMap(kind, layer, heads, false, tokens.queries(kind), tokens.keys(kind), pattern);
    }

    /** The same for every layer recorded, the first of them first: the model view. */
    public List<AttentionMap> maps(AttentionKind kind) {
        return recorded(kind).stream().map(layer -> map(kind, layer)).toList();
    }

    /**
     * The arithmetic of one head, with all tokens: the neuron view. Needs q, k, v, scores, pattern and heads of the layer.
     *
     * @param writer the layer's output projection
     */
    public NeuronView neurons(AttentionKind kind, int layer, int head, HeadWriter writer) {
        Tensor pattern = read(kind, layer, Site.PATTERN);                               // [H, T, S]
        int heads = pattern.dim(0);
        requireHead(head, heads);
        Tensor result = read(kind, layer, Site.HEADS).slice(head);                      // [T, e]
        return new NeuronView(kind, layer, head, tokens.queries(kind), tokens.keys(kind),
                read(kind, layer, Site.Q).slice(head), read(kind, layer, Site.K).slice(head),
                read(kind, layer, Site.V).slice(head), read(kind, layer, Site.SCORES).slice(head), pattern.slice(head),
                result, writer.written(head, heads, result));
    }

    /**
     * How much of each token arrives where, if attention were all that moves it. Needs the pattern of every layer.
     *
     * @param kind encoder or decoder; across stacks nothing rolls (IllegalArgumentException)
     */
    public AttentionRollout rollout(AttentionKind kind) {
        List<Tensor> patterns = IntStream.range(0, layers(kind)).mapToObj(layer -> read(kind, layer, Site.PATTERN))
                .toList();
        return AttentionRollout.of(kind, tokens.queries(kind), patterns);
    }

    /** What one head looks at, in a few numbers. */
    public HeadSummary summary(AttentionKind kind, int layer, int head) {
        AttentionMap map = map(kind, layer);
        requireHead(head, map.rows());
        return HeadSummary.of(map, head);
    }

    /** What each head looks at, layer by layer; of a long text, millions of weights, so the layers are shared out. */
    public List<HeadSummary> summaries(AttentionKind kind) {
        return maps(kind).parallelStream()
                .flatMap(map -> IntStream.range(0, map.rows()).mapToObj(head -> HeadSummary.of(map, head))).toList();
    }

    /** The layers of which a pattern was recorded, in order. */
    private List<Integer> recorded(AttentionKind kind) {
        return trace.names().stream().filter(name -> kind.holds(name) && name.site() == Site.PATTERN)
                .map(TensorName::layer).toList();
    }

    private Tensor read(AttentionKind kind, int layer, Site site) {
        TensorName name = kind.name(layer, site);
        Tensor tensor = trace.get(name);
        requireTokens(name, tensor, kind);
        requireNumbers(name, tensor);
        return tensor;
    }

    private void requireTokens(TensorName name, Tensor tensor, AttentionKind kind) {
        Shape shape = tensor.shape();
        List<String> axes = name.axes();
        for (int axis = 0; axis < axes.size(); axis++) {
            boolean fits = switch (axes.get(axis)) {
                case "T" -> shape.dim(axis) == tokens.queries(kind).size();
                case "S" -> shape.dim(axis) == tokens.keys(kind).size();
                default -> true;
            };
            if (!fits) {
                throw new IllegalArgumentException(name + " is " + shape + ", which does not fit "
                        + tokens.queries(kind).size() + " tokens that look at " + tokens.keys(kind).size()
                        + ": give the tokens of this very pass, which must be one without a cache");
            }
        }
    }

    /** −∞ is a number here: a masked score. */
    private static void requireNumbers(TensorName name, Tensor tensor) {
        for (float value : tensor.data()) {
            if (Float.isNaN(value)) {
                throw new ModelException(name + " holds NaN, which is no number, so there is no attention to show;"
                        + " the checkpoint is damaged or holds infinite weights: get it again or take another");
            }
        }
    }

    private static void requireHead(int head, int heads) {
        if (head < 0 || head >= heads) {
            throw new IllegalArgumentException("there is no head " + head + "; the heads are 0 to " + (heads - 1));
        }
    }
}
