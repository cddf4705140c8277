package org.vitrine.ui.api;

import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.explain.attention.SentenceFilter;
import org.vitrine.ui.answer.AttentionSettings;
import org.vitrine.ui.answer.Choice;
import org.vitrine.ui.answer.PicturedAnswer;
import org.vitrine.ui.answer.Question;

/**
 * A view of attention: what they have in common.
 *
 * @param <V> which view
 */
public abstract sealed class AttentionView<V extends AttentionView<V>> extends Drawn
        permits HeadView, NeuronView, ModelView {
    AttentionView(Run run, Question<? extends PicturedAnswer> question) {
        super(run, question);
    }

    abstract AttentionSettings settings();

    abstract V with(AttentionSettings settings);

    /**
     * Who looks at whom, where the model has several attentions.
     *
     * <pre>{@code
     * bart.attentionModelView().attention("cross")
     * }</pre>
     *
     * @param attention {@code encoder}, {@code decoder} or {@code cross}
     */
    public final V attention(String attention) {
        return with(
                new AttentionSettings(Choice.of("attention", attention, AttentionKind.values()), settings().filter(),
                        settings().hideSpecial(), settings().threshold(), settings().unshifted()));
    }

    /**
     * Only where one text of a pair that BERT reads looks at the other.
     *
     * <pre>{@code
     * pair.attentionHeadView().filter("a-b")
     * }</pre>
     *
     * @param filter {@code all}, {@code a-a}, {@code a-b}, {@code b-a} or {@code b-b}
     */
    public final V filter(String filter) {
        return with(new AttentionSettings(settings().kind(), Choice.of("filter", filter, SentenceFilter.values()),
                settings().hideSpecial(), settings().threshold(), settings().unshifted()));
    }

    /** Leaves out the tokens that no text has, such as {@code [CLS]} and {@code </s>}. */
    public final V hideSpecial() {
        return with(new AttentionSettings(settings().kind(), settings().filter(), true, settings().threshold(),
                settings().unshifted()));
    }

    /**
     * Only links of some weight.
     *
     * @param threshold the least weight, 0 to 1
     */
    public final V threshold(double threshold) {
        return with(new AttentionSettings(settings().kind(), settings().filter(), settings().hideSpecial(), threshold,
                settings().unshifted()));
    }

    /** BART's decoder reads the second text as it is, not as when it writes it: behind the start token, without the last one. */
    public final V unshifted() {
        return with(new AttentionSettings(settings().kind(), settings().filter(), settings().hideSpecial(),
                settings().threshold(), true));
    }
}
