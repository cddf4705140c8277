package org.vitrine.ui.cli;

import java.util.function.Function;
import org.vitrine.tokenizer.Tokenizer;
import org.vitrine.tokenizer.Tokenizers;
import org.vitrine.ui.session.ModelLookup;
import org.vitrine.weights.ModelFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows how a text becomes tokens. */
@Command(name = "tokenize", header = "How does a text become tokens?", sortOptions = false,
        description = "Shows the tokens with their ids and places in the text, and the steps that made them. Reads the "
                + "model's tokenizer only, not its weights.",
        footer = {"", "Example:",
            "  vitrine tokenize \" Heathrow airport is in the city of\""})
final class TokenizeCommand extends TextCommand {
    @Option(names = "--steps", description = "Show the steps of every word, however many there are (default: of the "
            + "first " + TokenizeAnswer.FEW_WORDS + " words).")
    private boolean steps;

    TokenizeCommand(Console console) {
        super(console);
    }

    @Override
    Function<String, Answer> open(ModelOptions options) {
        ModelFiles files = ModelLookup.find(options.name());
        Tokenizer tokenizer = Tokenizers.load(files.name(), files::find);
        return text -> new TokenizeAnswer(files.name(), tokenizer, tokenizer.encode(text), tokenizer.steps(text),
                steps);
    }
}
