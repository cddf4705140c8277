package org.vitrine.ui.cli;

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
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** One head's arithmetic for one token: BertViz' {@code neuron_view}, and what becomes of it. */
@Command(name = "attention-neuron-view", header = "Why does this token look there?", sortOptions = false,
        description = "Shows one head's arithmetic for one token: its query times each key, the pattern that becomes of it, "
                + "the neurons that add most, and what the head brings back and writes.",
        footer = {"", "Example:",
            "  vitrine attention-neuron-view \"The keys to the cabinet\" --layer 5 --head 3",
            "  vitrine attention-neuron-view \"The cat sat.\" \"It slept.\" --position 6"})
final class NeuronViewCommand extends AttentionCommand {
    private static final Set<Site> NEEDED = EnumSet.of(Site.Q, Site.K, Site.V, Site.SCORES, Site.PATTERN, Site.HEADS);

    @Option(names = "--layer", paramLabel = "L", defaultValue = "0",
            description = "Which layer, counted from 0 (default: ${DEFAULT-VALUE}).")
    private int layer;

    @Option(names = "--head", paramLabel = "H", defaultValue = "0",
            description = "Which head, counted from 0 (default: ${DEFAULT-VALUE}).")
    private int head;

    @Option(names = "--position", paramLabel = "N",
            description = "Place of the token that looks, counted from 0 (default: the last one of the text itself).")
    private Integer position;

    @Option(names = "--topk", paramLabel = "K", defaultValue = "5",
            description = "How many neurons (default: ${DEFAULT-VALUE}).")
    private int topk;

    NeuronViewCommand(Console console) {
        super(console);
    }

    @Override
    void checkOptions() {
        super.checkOptions();
        if (topk < 1) {
            throw usage("--topk takes the number of neurons, 1 or more, not " + topk);
        }
    }

    @Override
    Function<Texts, PicturedAnswer> openPictured(ModelOptions options) {
        LoadedModel model = options.load(console());
        AttentionKind kind = kind(model);
        requireKnown("--layer", layer, model.layers(kind), where(kind, model));
        requireKnown("--head", head, model.heads(kind), where(kind, model));
        return texts -> answer(question(model, texts), kind);
    }

    private PicturedAnswer answer(AttentionQuestion question, AttentionKind kind) {
        Reading reading = question.reading();
        Trace trace = reading
                .trace(name -> kind.holds(name) && name.layer() == layer && NEEDED.contains(name.site()));
        HeadWriter writer = new HeadWriter(reading.ops(), reading.projection(kind, layer));
        NeuronView view = question
                .narrowed(new AttentionReader(trace, reading.tokens()).neurons(kind, layer, head, writer));
        int query = position == null ? usual(view.queries())
                : indexOf(position, question.queries(kind), view.queries());
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
