package org.vitrine.ui.api;

import org.vitrine.ui.answer.AttentionSettings;
import org.vitrine.ui.answer.NeuronViewAnswer;
import org.vitrine.ui.answer.NeuronViewQuestion;

/** One head's arithmetic for one token. Without settings: layer 0, head 0, the last token of the text itself, five neurons. */
public final class NeuronView extends AttentionView<NeuronView> {
    private final NeuronViewQuestion asked;

    private NeuronView(Run run, NeuronViewQuestion asked) {
        super(run, asked);
        this.asked = asked;
    }

    NeuronView(Run run) {
        this(run, new NeuronViewQuestion(AttentionSettings.USUAL, 0, 0, null, NeuronViewQuestion.USUAL_TOPK));
    }

    @Override
    AttentionSettings settings() {
        return asked.attention();
    }

    @Override
    NeuronView with(AttentionSettings settings) {
        return new NeuronView(run(), new NeuronViewQuestion(settings, asked.layer(), asked.head(), asked.position(),
                asked.topk()));
    }

    /** Which layer. */
    public NeuronView layer(int layer) {
        return new NeuronView(run(), new NeuronViewQuestion(asked.attention(), layer, asked.head(), asked.position(),
                asked.topk()));
    }

    /**
     * Which head.
     *
     * <pre>{@code
     * run.attentionNeuronView().layer(5).head(3)
     * }</pre>
     */
    public NeuronView head(int head) {
        return new NeuronView(run(), new NeuronViewQuestion(asked.attention(), asked.layer(), head, asked.position(),
                asked.topk()));
    }

    /**
     * Which token looks.
     *
     * <pre>{@code
     * run.attentionNeuronView().layer(1).head(2).position(3)
     * }</pre>
     *
     * @param position its place in the text
     */
    public NeuronView position(int position) {
        return new NeuronView(run(), new NeuronViewQuestion(asked.attention(), asked.layer(), asked.head(), position,
                asked.topk()));
    }

    /**
     * How many neurons are listed.
     *
     * @param topk 1 or more
     */
    public NeuronView topk(int topk) {
        return new NeuronView(run(), new NeuronViewQuestion(asked.attention(), asked.layer(), asked.head(),
                asked.position(), topk));
    }

    /**
     * The numbers of the head for all tokens that are shown: queries [T, e], keys and values [S, e], scores and weights [T, S],
     * what the head brings back [T, e] and writes [T, d].
     */
    public org.vitrine.explain.attention.NeuronView numbers() {
        return ((NeuronViewAnswer) found().answer()).view();
    }
}
