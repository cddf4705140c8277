package org.vitrine.ui.cli;

import java.util.function.Function;
import org.vitrine.tokenizer.Tokenizer;
import org.vitrine.tokenizer.Tokenizers;
import org.vitrine.ui.answer.Answer;
import org.vitrine.ui.answer.TokenizeAnswer;
import org.vitrine.ui.session.ModelLookup;
import org.vitrine.ui.session.Texts;
import org.vitrine.weights.ModelFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows how a text becomes tokens. */
@Command(name = "tokenize", header = "How does a text become tokens?", sortOptions = false,
        description = "Shows the tokens with their ids and places in the text, and the steps that made them. Reads the "
                + "model's tokenizer only, not its weights.",
        footer = {"", "Example:",
            "  vitrine tokenize \" Heathrow airport is in the city of\"",
            "  vitrine tokenize \"Where was the cat?\" \"On the mat.\""})
final class TokenizeCommand extends TextCommand {
    @Option(names = "--steps", description = "Show the steps of every word, however many there are (default: of the "
            + "first " + TokenizeAnswer.FEW_WORDS + " words).")
    private boolean steps;

    @Parameters(index = "1", defaultValue = "", paramLabel = "TEXT_B",
            description = "A second text, for models that read pairs.")
    private String pair;

    TokenizeCommand(Console console) {
        super(console);
    }

    @Override
    String second() {
        return pair;
    }

    @Override
    Function<Texts, Answer> open(ModelOptions options) {
        ModelFiles files = ModelLookup.find(options.name());
        Tokenizer tokenizer = Tokenizers.load(files.name(), files::find);
        return texts -> TokenizeAnswer.of(files.name(), tokenizer, texts, steps);
    }
}
