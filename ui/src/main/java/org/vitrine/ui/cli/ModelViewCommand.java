package org.vitrine.ui.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.explain.attention.AttentionMap;
import org.vitrine.explain.attention.AttentionReader;
import org.vitrine.explain.attention.HeadSummary;
import org.vitrine.transformer.trace.Site;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.ui.cli.ModelViewAnswer.Grid;
import org.vitrine.ui.session.LoadedModel;
import org.vitrine.ui.session.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What all heads of all layers look at: BertViz' {@code model_view}. */
@Command(name = "attention-model-view", header = "What does each head of each layer look at?", sortOptions = false,
        description = "Shows a grid of all layers and heads, what each looks at on average, and the links that stand out. "
                + "Of BART all three attentions, unless --attention names one.",
        footer = {"", "Example:", "  vitrine attention-model-view \"The keys to the cabinet\"",
            "  vitrine attention-model-view \"The cat sat on the mat\" \"The cat lay on the rug\"",
            "  vitrine attention-model-view -m classroom-bart \"A dog.\" --attention cross"})
final class ModelViewCommand extends AttentionCommand {
    @Option(names = "--layers", paramLabel = "LIST", converter = NumberList.Reader.class,
            description = "Only these layers, counted from 0, as in 0-3,5 (default: all).")
    private NumberList layers;

    @Option(names = "--heads", paramLabel = "LIST", converter = NumberList.Reader.class,
            description = "Only these heads, counted from 0, as in 0-3,5 (default: all).")
    private NumberList heads;

    ModelViewCommand(Console console) {
        super(console);
    }

    /** One attention and what of it is shown. */
    private record Part(AttentionKind kind, List<Integer> layers, List<Integer> heads) {
        boolean wants(TensorName name) {
            return kind.holds(name) && name.site() == Site.PATTERN && layers.contains(name.layer());
        }
    }

    @Override
    Function<Texts, PicturedAnswer> openPictured(ModelOptions options) {
        LoadedModel model = options.load(console());
        List<Part> parts = new ArrayList<>();
        for (AttentionKind kind : kinds(model)) {
            String where = where(kind, model);
            parts.add(new Part(kind, requireKnown("--layers", layers, model.layers(kind), where),
                    requireKnown("--heads", heads, model.heads(kind), where)));
        }
        return texts -> answer(question(model, texts), parts);
    }

    private static PicturedAnswer answer(AttentionQuestion question, List<Part> parts) {
        AttentionReader reader = new AttentionReader(
                question.reading().trace(name -> parts.stream().anyMatch(part -> part.wants(name))),
                question.reading().tokens());
        return new ModelViewAnswer(question, parts.stream().map(part -> grid(question, reader, part)).toList());
    }

    private static Grid grid(AttentionQuestion question, AttentionReader reader, Part part) {
        List<AttentionMap> maps = part.layers().stream()
                .map(layer -> question.narrowed(reader.map(part.kind(), layer).only(part.heads()))).toList();
        List<HeadSummary> summaries = reader.summaries(part.kind()).stream()
                .filter(head -> part.heads().contains(head.head())).toList();
        return new Grid(part.kind(), maps, summaries);
    }
}
