package org.vitrine.ui.cli;

import org.vitrine.ui.answer.ModelViewQuestion;
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

    @Override
    ModelViewQuestion question() {
        return new ModelViewQuestion(settings(), numbers(layers), numbers(heads));
    }
}
