package org.vitrine.ui.answer;

import java.util.List;
import java.util.function.Function;
import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.explain.attention.AttentionMap;
import org.vitrine.explain.attention.AttentionReader;
import org.vitrine.explain.attention.HeadSummary;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Site;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.ui.answer.HeadViewAnswer.Form;
import org.vitrine.ui.session.LoadedModel;
import org.vitrine.ui.session.Texts;

/**
 * Where does each token look?
 *
 * @param attention who looks at whom
 * @param layer which one
 * @param heads only these; null for all
 * @param position of the only token that looks; null for all
 * @param manner how the heads are put together
 */
public record HeadViewQuestion(AttentionSettings attention, int layer, List<Integer> heads, Integer position,
        Manner manner) implements Question<HeadViewAnswer> {
    /**
     * How heads are put together, and how much is shown of them.
     *
     * @param average whether the heads' average is shown
     * @param rollout whether attention is followed through all layers up to this one
     * @param links how many links of each token; null for as many as are easily read
     */
    public record Manner(boolean average, boolean rollout, Integer links) {
        /** Each head by itself. */
        public static final Manner USUAL = new Manner(false, false, null);
    }

    public HeadViewQuestion {
        heads = heads == null ? null : List.copyOf(heads);
    }

    @Override
    public void check(Asker asker) {
        attention.check(asker);
        if (manner.links != null && manner.links < 1) {
            throw asker.usage(asker.setting("links") + " takes the number of links, 1 or more, not " + manner.links);
        }
        if (manner.rollout && (manner.average || heads != null)) {
            throw asker.usage(asker.setting("rollout") + " is of all heads, averaged; leave out "
                    + asker.setting(manner.average ? "average" : "heads"));
        }
    }

    @Override
    public Function<Texts, HeadViewAnswer> open(LoadedModel model, Asker asker) {
        AttentionKind kind = attention.only(model, asker);
        if (manner.rollout && kind == AttentionKind.CROSS) {
            throw asker.usage(asker.setting("rollout")
                    + " follows one stack from layer to layer; cross attention leads from one to the other");
        }
        String where = AttentionSettings.where(kind, model);
        AttentionSettings.requireKnown("layer", layer, model.layers(kind), where, asker);
        List<Integer> shown = AttentionSettings.requireKnown("heads", heads, model.heads(kind), where, asker);
        return texts -> answer(attention.question(model, texts, asker), kind, shown, asker);
    }

    private HeadViewAnswer answer(AttentionQuestion question, AttentionKind kind, List<Integer> shown, Asker asker) {
        AttentionReader reader = new AttentionReader(question.reading().trace(name -> wanted(kind, name)),
                question.reading().tokens());
        AttentionMap map = question
                .narrowed(manner.rollout ? rolledOut(reader, kind) : reader.map(kind, layer).only(shown), asker);
        List<HeadSummary> summaries = manner.rollout
                ? List.of()
                : reader.summaries(kind).stream().filter(head -> shown.contains(head.head())).toList();
        int query = position == null
                ? Form.ALL
                : AttentionSettings.indexOf(position, question.queries(kind), map.queries(), asker);
        return new HeadViewAnswer(question, manner.average ? map.average() : map, summaries,
                new Form(manner.rollout, query, manner.links));
    }

    private boolean wanted(AttentionKind kind, TensorName name) {
        return kind.holds(name) && name.site() == Site.PATTERN
                && (name.layer() == layer || manner.rollout && name.layer() < layer);
    }

    /** The rollout as a map, for it is looked at in the same way. */
    private AttentionMap rolledOut(AttentionReader reader, AttentionKind kind) {
        Tensor rolled = reader.rollout(kind).layers().get(layer);                   // [T, T]
        List<Integer> all = reader.map(kind, layer).heads();
        return new AttentionMap(kind, layer, all, true, reader.tokens().queries(kind), reader.tokens().keys(kind),
                rolled.reshape(1, rolled.dim(0), rolled.dim(1)));
    }
}
