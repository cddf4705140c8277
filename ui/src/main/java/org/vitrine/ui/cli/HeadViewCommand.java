package org.vitrine.ui.cli;

import java.util.List;
import java.util.function.Function;
import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.explain.attention.AttentionMap;
import org.vitrine.explain.attention.AttentionReader;
import org.vitrine.explain.attention.HeadSummary;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Site;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.ui.cli.HeadViewAnswer.Form;
import org.vitrine.ui.session.LoadedModel;
import org.vitrine.ui.session.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Where each token looks in one layer: BertViz' {@code head_view}. */
@Command(name = "attention-head-view", header = "Where does each token look?", sortOptions = false,
        description = "Shows for each token and each head of a layer which token it looks at most, and what each head "
                + "looks at on average. One head, or one token (--position), is shown with its strongest links.",
        footer = {"", "Example:",
            "  vitrine attention-head-view \"The keys to the cabinet\" --layer 5 --heads 3",
            "  vitrine attention-head-view \"The cat sat on the mat\" \"The cat lay on the rug\"",
            "  vitrine attention-head-view \"The keys to the cabinet\" --rollout --layer 5"})
final class HeadViewCommand extends AttentionCommand {
    @Option(names = "--layer", paramLabel = "L", defaultValue = "0",
            description = "Which layer, counted from 0 (default: ${DEFAULT-VALUE}).")
    private int layer;

    @Option(names = "--heads", paramLabel = "LIST", converter = NumberList.Reader.class,
            description = "Only these heads, counted from 0, as in 0-3,5 (default: all).")
    private NumberList heads;

    @Option(names = "--position", paramLabel = "N",
            description = "Only the token at this place of the text that looks, counted from 0.")
    private Integer position;

    @Option(names = "--average", description = "The heads' average instead of each head.")
    private boolean average;

    @Option(names = "--rollout", description = "What has arrived where through all layers up to this one, if attention "
            + "were all that moves it (attention rollout).")
    private boolean rollout;

    @Option(names = "--links", paramLabel = "N",
            description = "How many links of each token, the strongest (default: as many as are easily read).")
    private Integer links;

    HeadViewCommand(Console console) {
        super(console);
    }

    @Override
    void checkOptions() {
        super.checkOptions();
        if (links != null && links < 1) {
            throw usage("--links takes the number of links, 1 or more, not " + links);
        }
        if (rollout && (average || heads != null)) {
            throw usage("--rollout is of all heads, averaged; leave out " + (average ? "--average" : "--heads"));
        }
    }

    @Override
    Function<Texts, PicturedAnswer> openPictured(ModelOptions options) {
        LoadedModel model = options.load(console());
        AttentionKind kind = kind(model);
        if (rollout && kind == AttentionKind.CROSS) {
            throw usage("--rollout follows one stack from layer to layer; cross attention leads from one to the other");
        }
        String where = where(kind, model);
        requireKnown("--layer", layer, model.layers(kind), where);
        List<Integer> shown = requireKnown("--heads", heads, model.heads(kind), where);
        return texts -> answer(question(model, texts), kind, shown);
    }

    private PicturedAnswer answer(AttentionQuestion question, AttentionKind kind, List<Integer> shown) {
        AttentionReader reader = new AttentionReader(question.reading().trace(name -> wanted(kind, name)),
                question.reading().tokens());
        AttentionMap map = question.narrowed(rollout ? rolledOut(reader, kind) : reader.map(kind, layer).only(shown));
        List<HeadSummary> summaries = rollout
                ? List.of()
                : reader.summaries(kind).stream().filter(head -> shown.contains(head.head())).toList();
        int query = position == null ? Form.ALL : indexOf(position, question.queries(kind), map.queries());
        return new HeadViewAnswer(question, average ? map.average() : map, summaries, new Form(rollout, query, links));
    }

    private boolean wanted(AttentionKind kind, TensorName name) {
        return kind.holds(name) && name.site() == Site.PATTERN
                && (name.layer() == layer || rollout && name.layer() < layer);
    }

    /** The rollout as a map, for it is looked at in the same way. */
    private AttentionMap rolledOut(AttentionReader reader, AttentionKind kind) {
        Tensor rolled = reader.rollout(kind).layers().get(layer);                   // [T, T]
        List<Integer> all = reader.map(kind, layer).heads();
        return new AttentionMap(kind, layer, all, true, reader.tokens().queries(kind), reader.tokens().keys(kind),
                rolled.reshape(1, rolled.dim(0), rolled.dim(1)));
    }
}
