package org.vitrine.ui.cli;

import java.util.List;
import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.explain.attention.SentenceFilter;
import org.vitrine.ui.answer.AttentionSettings;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A command that shows who looks at whom in a text that a model reads. */
abstract class AttentionCommand extends PicturedCommand {
    @Parameters(index = "1", defaultValue = "", paramLabel = "TEXT_B",
            description = "BERT's second text, or the text of BART's decoder (default: the same text again).")
    private String pair;

    @Option(names = "--attention", order = 1, paramLabel = "WHICH", converter = Choices.OfAttention.class,
            description = "encoder, decoder or cross: BART has all three.")
    private AttentionKind kind;

    @Option(names = "--filter", order = 1, paramLabel = "WHICH", defaultValue = "all",
            converter = Choices.OfFilter.class,
            description = "Of a pair that BERT reads: all (default), or only where a-a, a-b, b-a, b-b looks at the other.")
    private SentenceFilter filter;

    @Option(names = "--hide-special", order = 1,
            description = "Leave out the tokens that no text has, such as [CLS] and </s>.")
    private boolean hideSpecial;

    @Option(names = "--threshold", order = 1, paramLabel = "W", defaultValue = "0",
            description = "Only links of this weight or more, 0 to 1 (default: the strongest few).")
    private double threshold;

    @Option(names = "--unshifted", order = 1,
            description = "BART's decoder reads TEXT_B as it is. By default it reads it as when it writes it: behind the "
                    + "start token, without the last one.")
    private boolean unshifted;

    AttentionCommand(Console console) {
        super(console);
    }

    @Override
    final String second() {
        return pair;
    }

    /** What all views of attention share. */
    final AttentionSettings settings() {
        return new AttentionSettings(kind, filter, hideSpecial, threshold, unshifted);
    }

    /** Which layers or heads; null for all. */
    static List<Integer> numbers(NumberList list) {
        return list == null ? null : list.numbers();
    }
}
