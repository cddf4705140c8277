package org.vitrine.ui.api;

import java.util.Arrays;
import org.vitrine.explain.attention.AttentionMap;
import org.vitrine.ui.answer.AttentionSettings;
import org.vitrine.ui.answer.HeadViewAnswer;
import org.vitrine.ui.answer.HeadViewQuestion;
import org.vitrine.ui.answer.HeadViewQuestion.Manner;

/** Where each token looks in one layer. Without settings: layer 0, all heads, all tokens. */
public final class HeadView extends AttentionView<HeadView> {
    private final HeadViewQuestion asked;

    private HeadView(Run run, HeadViewQuestion asked) {
        super(run, asked);
        this.asked = asked;
    }

    HeadView(Run run) {
        this(run, new HeadViewQuestion(AttentionSettings.USUAL, 0, null, null, Manner.USUAL));
    }

    @Override
    AttentionSettings settings() {
        return asked.attention();
    }

    @Override
    HeadView with(AttentionSettings settings) {
        return new HeadView(run(), new HeadViewQuestion(settings, asked.layer(), asked.heads(), asked.position(),
                asked.manner()));
    }

    /**
     * Which layer.
     *
     * <pre>{@code
     * run.attentionHeadView().layer(5)
     * }</pre>
     */
    public HeadView layer(int layer) {
        return new HeadView(run(), new HeadViewQuestion(asked.attention(), layer, asked.heads(), asked.position(),
                asked.manner()));
    }

    /**
     * Only these heads.
     *
     * <pre>{@code
     * run.attentionHeadView().layer(5).heads(0, 3)
     * }</pre>
     */
    public HeadView heads(int... heads) {
        return new HeadView(run(), new HeadViewQuestion(asked.attention(), asked.layer(),
                Arrays.stream(heads).sorted().distinct().boxed().toList(), asked.position(), asked.manner()));
    }

    /**
     * Only one token that looks.
     *
     * <pre>{@code
     * run.attentionHeadView().layer(5).position(4)
     * }</pre>
     *
     * @param position its place in the text
     */
    public HeadView position(int position) {
        return new HeadView(run(), new HeadViewQuestion(asked.attention(), asked.layer(), asked.heads(), position,
                asked.manner()));
    }

    /** The heads' average instead of each head. */
    public HeadView average() {
        return with(new Manner(true, asked.manner().rollout(), asked.manner().links()));
    }

    /**
     * What has arrived where through all layers up to this one, if attention were all that moves it.
     *
     * <pre>{@code
     * run.attentionHeadView().layer(5).rollout()
     * }</pre>
     */
    public HeadView rollout() {
        return with(new Manner(asked.manner().average(), true, asked.manner().links()));
    }

    /**
     * How many links of each token, the strongest.
     *
     * @param links 1 or more
     */
    public HeadView links(int links) {
        return with(new Manner(asked.manner().average(), asked.manner().rollout(), links));
    }

    private HeadView with(Manner manner) {
        return new HeadView(run(), new HeadViewQuestion(asked.attention(), asked.layer(), asked.heads(),
                asked.position(), manner));
    }

    /** The numbers: the weights [H, T, S] of the heads and tokens that are shown. */
    public AttentionMap numbers() {
        return ((HeadViewAnswer) found().answer()).map();
    }
}
