package org.vitrine.ui.cli;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.vitrine.transformer.config.ModelException;
import org.vitrine.transformer.generate.GenerationSettings;
import org.vitrine.transformer.generate.Sampler;
import org.vitrine.transformer.generate.TokenChooser;
import org.vitrine.ui.session.Family;
import org.vitrine.ui.session.LoadedModel;
import org.vitrine.ui.session.Passage;
import org.vitrine.ui.session.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lets the model write. */
@Command(name = "generate", header = "Let the model write: go on from a text (GPT-2), or sum it up (BART).",
        sortOptions = false,
        description = "Writes token by token: the likeliest, or drawn by probability, or weighing several texts side by "
                + "side (beams). What is not said here is as the model's generation_config.json has it.",
        footer = {"", "Example:", "  vitrine generate \"Anna had a small dog.\" --max-new-tokens 60",
            "  vitrine generate \"Anna had a small dog.\" --sample --temperature 0.8 --seed 1",
            "  vitrine generate \"The capital of Spain is<mask>.\" --beams 4"})
final class GenerateCommand extends TextCommand {
    private static final int USUAL_COUNT = 20;

    @Option(names = "--max-new-tokens", paramLabel = "N",
            description = "How many tokens to write at most (default: 20; with BART as the model has it).")
    private Integer count;

    @Option(names = "--min-new-tokens", paramLabel = "N", description = "How many tokens to write at least.")
    private Integer least;

    @Option(names = "--beams", paramLabel = "N",
            description = "Weigh N texts side by side and show all of them; 1 writes the likeliest token each time.")
    private Integer beams;

    @Option(names = "--length-penalty", paramLabel = "P",
            description = "With beams: above 0 favours long texts, below 0 short ones.")
    private Double lengthPenalty;

    @Option(names = "--no-repeat", paramLabel = "N",
            description = "Never write the same N tokens in a row twice; 0 may.")
    private Integer noRepeat;

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
        requireAtLeast(1, count, "--max-new-tokens");
        requireAtLeast(0, least, "--min-new-tokens");
        requireAtLeast(0, noRepeat, "--no-repeat");
        if (beams != null && (beams < 1 || beams > GenerationSettings.MOST_BEAMS)) {
            throw usage("--beams takes a number from 1 to " + GenerationSettings.MOST_BEAMS + ", not " + beams);
        }
        if (lengthPenalty != null && !(Math.abs(lengthPenalty) <= GenerationSettings.GREATEST_PENALTY)) {
            throw usage("--length-penalty takes a number from -" + GenerationSettings.GREATEST_PENALTY + " to "
                    + GenerationSettings.GREATEST_PENALTY + ", not " + lengthPenalty);
        }
        if (!sample && (temperature != null || topK != null || topP != null || seed != null)) {
            throw usage("--temperature, --top-k, --top-p and --seed say how to draw tokens; add --sample to draw them");
        }
        if (sample && beams != null && beams > 1) {
            throw usage("--sample and --beams exclude each other; beams are weighed, not drawn");
        }
        if (sample) {
            sampler(0);
        }
    }

    private void requireAtLeast(int smallest, Integer number, String option) {
        if (number != null && number < smallest) {
            throw usage(option + " takes a number of tokens, " + smallest + " or more, not " + number);
        }
    }

    @Override
    Function<Texts, Answer> open(ModelOptions options) {
        LoadedModel model = options.load(console());
        if (sample && seed == null) {
            seed = (long) ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE);
            note("drawing with --seed " + seed);
        }
        List<String> leftOut = model.leftOut();
        if (!leftOut.isEmpty()) {
            note("generation_config.json sets " + String.join(", ", leftOut) + ", which is left out here");
        }
        GenerationSettings settings = settings(model);
        return texts -> {
            if (!texts.pair().isEmpty()) {
                throw new ModelException(
                        "generate takes one text, without a \"text_pair\"; BART writes the second by itself");
            }
            Passage prompt = model.prompt(texts.text()).withRoom();
            return settings.beams() > 1
                    ? new BeamsAnswer(texts, prompt, settings, beams != null, console())
                    : new GenerateAnswer(texts, prompt, settings, chooser(), this::note);
        };
    }

    /** Each text gets a chooser of its own, so that a text's continuation does not depend on those before it. */
    private TokenChooser chooser() {
        return sample ? sampler(seed) : TokenChooser.greedy();
    }

    private GenerationSettings settings(LoadedModel model) {
        GenerationSettings settings = model.settings();
        if (count != null || model.family() == Family.GPT2) {
            settings = settings.withMaxNew(count == null ? USUAL_COUNT : count);
        }
        if (least != null) {
            settings = settings.withMinNew(least);
        }
        if (sample || beams != null) {
            settings = settings.withBeams(sample ? 1 : beams);
        }
        if (lengthPenalty != null) {
            settings = settings.withLengthPenalty(lengthPenalty);
        }
        return noRepeat == null ? settings : settings.withNoRepeat(noRepeat);
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
