package org.vitrine.ui.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.explain.attention.AttentionMap;
import org.vitrine.explain.attention.AttentionReader;
import org.vitrine.explain.attention.HeadSummary;
import org.vitrine.transformer.trace.Site;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.ui.answer.ModelViewAnswer.Grid;
import org.vitrine.ui.session.LoadedModel;
import org.vitrine.ui.session.Texts;

/**
 * What does each head of each layer look at?
 *
 * @param attention who looks at whom
 * @param layers only these; null for all
 * @param heads only these; null for all
 */
public record ModelViewQuestion(AttentionSettings attention, List<Integer> layers, List<Integer> heads)
        implements
            Question<ModelViewAnswer> {
    public ModelViewQuestion {
        layers = layers == null ? null : List.copyOf(layers);
        heads = heads == null ? null : List.copyOf(heads);
    }

    /** One attention and what of it is shown. */
    private record Part(AttentionKind kind, List<Integer> layers, List<Integer> heads) {
        boolean wants(TensorName name) {
            return kind.holds(name) && name.site() == Site.PATTERN && layers.contains(name.layer());
        }
    }

    @Override
    public void check(Asker asker) {
        attention.check(asker);
    }

    @Override
    public Function<Texts, ModelViewAnswer> open(LoadedModel model, Asker asker) {
        List<Part> parts = new ArrayList<>();
        for (AttentionKind kind : attention.kinds(model, asker)) {
            String where = AttentionSettings.where(kind, model);
            parts.add(new Part(kind,
                    AttentionSettings.requireKnown("layers", layers, model.layers(kind), where, asker),
                    AttentionSettings.requireKnown("heads", heads, model.heads(kind), where, asker)));
        }
        return texts -> answer(attention.question(model, texts, asker), parts, asker);
    }

    private static ModelViewAnswer answer(AttentionQuestion question, List<Part> parts, Asker asker) {
        AttentionReader reader = new AttentionReader(
                question.reading().trace(name -> parts.stream().anyMatch(part -> part.wants(name))),
                question.reading().tokens());
        return new ModelViewAnswer(question,
                parts.stream().map(part -> grid(question, reader, part, asker)).toList());
    }

    private static Grid grid(AttentionQuestion question, AttentionReader reader, Part part, Asker asker) {
        List<AttentionMap> maps = part.layers().stream()
                .map(layer -> question.narrowed(reader.map(part.kind(), layer).only(part.heads()), asker)).toList();
        List<HeadSummary> summaries = reader.summaries(part.kind()).stream()
                .filter(head -> part.heads().contains(head.head())).toList();
        return new Grid(part.kind(), maps, summaries);
    }
}
