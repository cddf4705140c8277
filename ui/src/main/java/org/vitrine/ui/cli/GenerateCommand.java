package org.vitrine.ui.cli;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.vitrine.transformer.generate.Sampler;
import org.vitrine.transformer.generate.TokenChooser;
import org.vitrine.ui.session.LoadedModel;
import org.vitrine.ui.session.Passage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lets the model write. */
@Command(name = "generate", header = "Let the model write on.", sortOptions = false,
        description = "Writes after the text, token by token: always the likeliest, or drawn by probability.",
        footer = {"", "Example:", "  vitrine generate \"Anna had a small dog.\" --max-new-tokens 60",
            "  vitrine generate \"Anna had a small dog.\" --sample --temperature 0.8 --seed 1"})
final class GenerateCommand extends TextCommand {
    @Option(names = "--max-new-tokens", paramLabel = "N", defaultValue = "20",
            description = "How many tokens to write at most (default: ${DEFAULT-VALUE}).")
    private int count;

    @Option(names = "--sample", description = "Draw each token by its probability, not always the likeliest.")
    private boolean sample;

    @Option(names = "--temperature", paramLabel = "T",
            description = "With --sample: below 1 bolder likely tokens, above 1 more surprises (default: 1).")
    private Double temperature;

    @Option(names = "--top-k", paramLabel = "K",
            description = "With --sample: draw from the K likeliest (default: all).")
    private Integer topK;

    @Option(names = "--top-p", paramLabel = "P",
            description = "With --sample: draw from the likeliest that together have probability P (default: 1).")
    private Double topP;

    @Option(names = "--seed", paramLabel = "S",
            description = "With --sample: the same seed draws the same tokens (default: another one each time).")
    private Long seed;

    GenerateCommand(Console console) {
        super(console);
    }

    @Override
    void checkOptions() {
        if (count < 1) {
            throw usage("--max-new-tokens takes a number of tokens, 1 or more, not " + count);
        }
        if (!sample && (temperature != null || topK != null || topP != null || seed != null)) {
            throw usage("--temperature, --top-k, --top-p and --seed say how to draw tokens; add --sample to draw them");
        }
        if (sample) {
            sampler(0);
        }
    }

    /** Each text gets a chooser of its own, so that a text's continuation does not depend on those before it. */
    @Override
    Function<String, Answer> open(ModelOptions options) {
        LoadedModel model = options.load();
        long start = seed == null ? ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE) : seed;
        if (sample && seed == null) {
            note("drawing with --seed " + start);
        }
        return text -> {
            Passage passage = model.passage(text).withRoom();
            TokenChooser chooser = sample ? sampler(start) : TokenChooser.greedy();
            return new GenerateAnswer(text, passage, count, chooser, this::note);
        };
    }

    private Sampler sampler(long start) {
        try {
            return new Sampler(temperature == null ? 1 : temperature, topK == null ? 0 : topK, topP == null ? 1 : topP,
                    start);
        } catch (IllegalArgumentException e) {
            throw usage(e.getMessage());
        }
    }
}
