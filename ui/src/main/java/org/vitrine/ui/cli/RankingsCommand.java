package org.vitrine.ui.cli;

import java.util.function.Function;
import org.vitrine.explain.LogitLens;
import org.vitrine.explain.RankTable;
import org.vitrine.transformer.config.ModelException;
import org.vitrine.transformer.generate.Generator.Generation;
import org.vitrine.transformer.generate.Generator.Stop;
import org.vitrine.transformer.generate.TokenChooser;
import org.vitrine.ui.session.LoadedModel;
import org.vitrine.ui.session.Passage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The rank of each written token at every layer: Ecco's {@code rankings}. */
@Command(name = "rankings", header = "When does the model make up its mind?", sortOptions = false,
        description = "Lets the model write on, always the likeliest token, and shows which rank each written token "
                + "had after each layer: 1 means that this layer would have said it, too.",
        footer = {"", "Example:",
            "  vitrine rankings \"The keys to the cabinet\" --generate 5"})
final class RankingsCommand extends LensCommand {
    @Option(names = "--generate", paramLabel = "N", defaultValue = "1",
            description = "How many tokens to write (default: ${DEFAULT-VALUE}).")
    private int count;

    @Option(names = "--show-inputs", description = "Show the ranks of the text's own tokens, too, from position 1.")
    private boolean showInputs;

    RankingsCommand(Console console) {
        super(console);
    }

    @Override
    void checkOptions() {
        if (count < 0 || count == 0 && !showInputs) {
            throw usage("--generate takes the number of tokens to write, 1 or more, not " + count
                    + (count == 0 ? "; 0 goes with --show-inputs" : ""));
        }
    }

    @Override
    Function<String, Answer> open(ModelOptions options) {
        LoadedModel model = options.load();
        return text -> {
            Passage typed = model.passage(text);
            Passage passage = written(typed);
            int from = showInputs ? 1 : typed.size();
            if (from >= passage.size()) {
                throw new ModelException("there is nothing to rank: the text's only token is the first, which is not "
                        + "predicted; let the model write some with --generate");
            }
            RankTable table = ranks(passage, from);
            return new RankingsAnswer(text, passage, table);
        };
    }

    private Passage written(Passage typed) {
        if (count > 0) {
            typed.withRoom();
        }
        Generation generation = typed.generate(count, TokenChooser.greedy(), typed.model().gpt2().config().end(),
                id -> {});
        if (generation.stop() != Stop.LENGTH) {
            noteStop(typed, generation, count);
        }
        return typed.with(generation);
    }

    private RankTable ranks(Passage passage, int from) {
        int[] positions = new int[passage.size() - from];
        int[] ids = new int[positions.length];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = from + i;
            ids[i] = passage.id(positions[i]);
        }
        LogitLens lens = passage.lens(lens());
        return Ranks.finite(lens.ranks(passage.streams(), positions, ids));
    }
}
