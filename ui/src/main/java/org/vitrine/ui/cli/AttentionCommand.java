package org.vitrine.ui.cli;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.explain.attention.AttentionToken;
import org.vitrine.explain.attention.SentenceFilter;
import org.vitrine.ui.session.Family;
import org.vitrine.ui.session.LoadedModel;
import org.vitrine.ui.session.Reading;
import org.vitrine.ui.session.Texts;
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
    final String pair() {
        return pair;
    }

    @Override
    void checkOptions() {
        if (!(threshold >= 0 && threshold <= 1)) {
            throw usage("--threshold takes a weight from 0 to 1, not " + threshold);
        }
    }

    /** The attentions to show: the one that was asked for, or all that the model has. */
    final List<AttentionKind> kinds(LoadedModel model) {
        List<AttentionKind> kinds = model.family().attentions();
        if (kind == null) {
            return kinds;
        }
        if (!kinds.contains(kind)) {
            throw usage(model.name() + " is " + model.family().title() + ", which has no " + kind
                    + " attention; it has: " + words(kinds));
        }
        return List.of(kind);
    }

    /** The attention to show where only one can be: the one that was asked for, or the model's first. Names the others. */
    final AttentionKind kind(LoadedModel model) {
        List<AttentionKind> kinds = kinds(model);
        if (kinds.size() > 1) {
            note("this is the " + kinds.getFirst() + "'s attention; --attention shows the others: "
                    + words(kinds.subList(1, kinds.size())));
        }
        return kinds.getFirst();
    }

    private static String words(List<AttentionKind> kinds) {
        return kinds.stream().map(AttentionKind::toString).collect(Collectors.joining(", "));
    }

    /** The texts as the model reads them. */
    final AttentionQuestion question(LoadedModel model, Texts texts) {
        if (unshifted && (model.family() != Family.BART || texts.pair().isEmpty())) {
            throw usage("--unshifted is about the text of BART's decoder; " + (model.family() == Family.BART
                    ? "give it as TEXT_B"
                    : model.name() + " is " + model.family().title()));
        }
        if (filter != SentenceFilter.ALL && (model.family() != Family.BERT || texts.pair().isEmpty())) {
            throw usage("--filter is about the two texts of a pair that BERT reads; " + (model.family() == Family.BERT
                    ? "give the second as TEXT_B"
                    : model.name() + " is " + model.family().title()));
        }
        Reading reading = Reading.of(model, model.input(texts.text(), texts.pair(), !unshifted));
        return new AttentionQuestion(texts, reading, filter, hideSpecial, threshold);
    }

    /** A number that an option names, if there is such a layer or head. */
    final int requireKnown(String option, int number, int count, String where) {
        if (number < 0 || number >= count) {
            throw usage(option + " " + number + " is not in " + where + "; there are 0 to " + (count - 1));
        }
        return number;
    }

    /** All numbers that an option names, or all there are. */
    final List<Integer> requireKnown(String option, NumberList numbers, int count, String where) {
        if (numbers == null) {
            return IntStream.range(0, count).boxed().toList();
        }
        numbers.numbers().forEach(number -> requireKnown(option, number, count, where));
        return numbers.numbers();
    }

    /**
     * Where a token stands among those that are shown.
     *
     * @param all the tokens of its text
     * @param shown those that no option leaves out
     */
    final int indexOf(int position, List<AttentionToken> all, List<AttentionToken> shown) {
        requireKnown("--position", position, all.size(), "the text that looks");
        for (int i = 0; i < shown.size(); i++) {
            if (shown.get(i).position() == position) {
                return i;
            }
        }
        throw usage("--position " + position + " is among the tokens that --hide-special or --filter leaves out");
    }

    /** What has the layers and heads, for a message: {@code the encoder attention of classroom-bert}. */
    static String where(AttentionKind kind, LoadedModel model) {
        return "the " + kind + " attention of " + model.name();
    }
}
