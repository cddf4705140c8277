package org.vitrine.ui.answer;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.explain.attention.AttentionReader;
import org.vitrine.explain.attention.AttentionToken;
import org.vitrine.explain.attention.HeadWriter;
import org.vitrine.explain.attention.NeuronView;
import org.vitrine.transformer.trace.Site;
import org.vitrine.transformer.trace.Trace;
import org.vitrine.ui.session.LoadedModel;
import org.vitrine.ui.session.Reading;
import org.vitrine.ui.session.Texts;

/**
 * Why does this token look there?
 *
 * @param attention who looks at whom
 * @param layer which one
 * @param head which one
 * @param position of the token that looks; null for the last one of the text itself
 * @param topk how many neurons
 */
public record NeuronViewQuestion(AttentionSettings attention, int layer, int head, Integer position, int topk)
        implements
            Question<NeuronViewAnswer> {
    /** How many neurons if nobody says anything. */
    public static final int USUAL_TOPK = 5;

    private static final Set<Site> NEEDED = EnumSet.of(Site.Q, Site.K, Site.V, Site.SCORES, Site.PATTERN, Site.HEADS);

    @Override
    public void check(Asker asker) {
        attention.check(asker);
        if (topk < 1) {
            throw asker.usage(asker.setting("topk") + " takes the number of neurons, 1 or more, not " + topk);
        }
    }

    @Override
    public Function<Texts, NeuronViewAnswer> open(LoadedModel model, Asker asker) {
        AttentionKind kind = attention.only(model, asker);
        String where = AttentionSettings.where(kind, model);
        AttentionSettings.requireKnown("layer", layer, model.layers(kind), where, asker);
        AttentionSettings.requireKnown("head", head, model.heads(kind), where, asker);
        return texts -> answer(attention.question(model, texts, asker), kind, asker);
    }

    private NeuronViewAnswer answer(AttentionQuestion question, AttentionKind kind, Asker asker) {
        Reading reading = question.reading();
        Trace trace = reading
                .trace(name -> kind.holds(name) && name.layer() == layer && NEEDED.contains(name.site()));
        HeadWriter writer = new HeadWriter(reading.ops(), reading.projection(kind, layer));
        NeuronView view = question
                .narrowed(new AttentionReader(trace, reading.tokens()).neurons(kind, layer, head, writer), asker);
        int query = position == null
                ? usual(view.queries())
                : AttentionSettings.indexOf(position, question.queries(kind), view.queries(), asker);
        return new NeuronViewAnswer(question, view, query, topk);
    }

    /** The last token that the text itself has; where it has none, the last. */
    private static int usual(List<AttentionToken> queries) {
        for (int query = queries.size() - 1; query >= 0; query--) {
            if (!queries.get(query).special()) {
                return query;
            }
        }
        return queries.size() - 1;
    }
}
