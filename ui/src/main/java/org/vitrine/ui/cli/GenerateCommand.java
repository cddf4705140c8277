package org.vitrine.ui.cli;

import java.util.function.Function;
import org.vitrine.ui.answer.Answer;
import org.vitrine.ui.answer.GenerateQuestion;
import org.vitrine.ui.answer.GenerateQuestion.Beams;
import org.vitrine.ui.answer.GenerateQuestion.Sampling;
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
        if (!sample && (temperature != null || topK != null || topP != null || seed != null)) {
            throw usage("--temperature, --top-k, --top-p and --seed say how to draw tokens; add --sample to draw them");
        }
        question().check(this);
    }

    @Override
    Function<Texts, ? extends Answer> open(ModelOptions options) {
        return question().open(options.load(console()), this);
    }

    private GenerateQuestion question() {
        Sampling sampling = sample ? new Sampling(temperature, topK, topP, seed) : null;
        return new GenerateQuestion(count, least, new Beams(beams, lengthPenalty), noRepeat, sampling);
    }
}
