package org.vitrine.ui.cli;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.vitrine.explain.RankTable;
import org.vitrine.transformer.config.ModelException;
import org.vitrine.transformer.generate.Generator.Generation;
import org.vitrine.transformer.generate.TokenChooser;
import org.vitrine.transformer.trace.Trace;
import org.vitrine.ui.session.LoadedModel;
import org.vitrine.ui.session.Passage;
import org.vitrine.ui.session.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The rank of each written token at every layer: Ecco's {@code rankings}. */
@Command(name = "rankings", header = "When does the model make up its mind?", sortOptions = false,
        description = "Lets the model write on, always the likeliest token, and shows which rank each written token "
                + "had after each layer: 1 means that this layer would have said it, too. BERT does not write: there it "
                + "is the likeliest token for each mask.",
        footer = {"", "Example:",
            "  vitrine rankings \"The keys to the cabinet\" --generate 5",
            "  vitrine rankings \"[MASK] was hungry, so she ate an [MASK].\""})
final class RankingsCommand extends LensCommand {
    @Option(names = "--generate", paramLabel = "N", description = "How many tokens to write (default: 1).")
    private Integer count;

    @Option(names = "--show-inputs", description = "Show the ranks of the text's own tokens, too.")
    private boolean showInputs;

    RankingsCommand(Console console) {
        super(console);
    }

    @Override
    void checkOptions() {
        if (count != null && (count < 0 || count == 0 && !showInputs)) {
            throw usage("--generate takes the number of tokens to write, 1 or more, not " + count
                    + (count == 0 ? "; 0 goes with --show-inputs" : ""));
        }
    }

    @Override
    Function<Texts, PicturedAnswer> openPictured(ModelOptions options) {
        LoadedModel model = options.load(console());
        return texts -> {
            Passage given = passage(model, texts);
            return given.predictsNext() ? written(texts, given) : filled(texts, given);
        };
    }

    private PicturedAnswer written(Texts texts, Passage given) {
        Passage passage = writtenOn(given, count == null ? 1 : count);
        int from = showInputs ? 1 : given.size();
        if (from >= passage.size()) {
            throw new ModelException("there is nothing to rank: the text's only token is the first, which is not "
                    + "predicted; let the model write some with --generate");
        }
        int[] positions = IntStream.range(from, passage.size()).toArray();
        int[] ids = Arrays.stream(positions).map(passage::id).toArray();
        return new RankingsAnswer(texts, passage, ranks(passage, passage.streams(), positions, ids));
    }

    private Passage writtenOn(Passage given, int tokens) {
        if (tokens > 0) {
            given.withRoom();
        }
        Generation generation = given.generate(tokens, TokenChooser.greedy(), given.model().end(), id -> {});
        if (generation.written().size() < tokens) {
            noteStop(given, generation, tokens);
        }
        return given.with(generation);
    }

    /** A model that fills masks: each mask's likeliest token, and on request what it makes of the tokens it can see. */
    private PicturedAnswer filled(Texts texts, Passage passage) {
        if (count != null) {
            throw usage("--generate is for models that write; " + passage.model().name() + " is "
                    + passage.model().family().title() + ", which fills masks");
        }
        if (!showInputs) {
            passage.usualPlace(); // says what to do where there is no mask
        }
        Trace trace = passage.streams();
        List<Integer> masks = passage.masks();
        int[] positions = IntStream.range(0, passage.size()).filter(place -> showInputs || masks.contains(place))
                .toArray();
        int last = passage.model().layers() - 1;
        int[] ids = Arrays.stream(positions).map(place -> masks.contains(place)
                ? passage.lens(lens()).predictions(trace, place, 1, layer -> layer == last).layers().getFirst()
                        .candidates().getFirst().id()
                : passage.id(place)).toArray();
        return new RankingsAnswer(texts, passage, ranks(passage, trace, positions, ids));
    }

    private RankTable ranks(Passage passage, Trace trace, int[] positions, int[] ids) {
        return Ranks.finite(passage.lens(lens()).ranks(trace, positions, ids));
    }
}
