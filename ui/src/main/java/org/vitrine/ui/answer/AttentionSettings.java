package org.vitrine.ui.answer;

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

/**
 * What all views of attention share: who looks at whom, and how much of it is to be shown.
 *
 * @param kind which attention; null for all that the model has, or the first of them
 * @param filter which of a pair's texts looks at which
 * @param hideSpecial whether tokens that no text has are left out
 * @param threshold the least weight of a link, 0 to 1
 * @param unshifted whether BART's decoder reads its text as it is
 */
public record AttentionSettings(AttentionKind kind, SentenceFilter filter, boolean hideSpecial, double threshold,
        boolean unshifted) {
    /** All that there is. */
    public static final AttentionSettings USUAL = new AttentionSettings(null, SentenceFilter.ALL, false, 0, false);

    void check(Asker asker) {
        if (!(threshold >= 0 && threshold <= 1)) {
            throw asker.usage(asker.setting("threshold") + " takes a weight from 0 to 1, not " + threshold);
        }
    }

    /** The attentions to show: the one that was asked for, or all that the model has. */
    List<AttentionKind> kinds(LoadedModel model, Asker asker) {
        List<AttentionKind> kinds = model.family().attentions();
        if (kind == null) {
            return kinds;
        }
        if (!kinds.contains(kind)) {
            throw asker.usage(model.name() + " is " + model.family().title() + ", which has no " + kind
                    + " attention; it has: " + words(kinds));
        }
        return List.of(kind);
    }

    /** The attention to show where only one can be: the one that was asked for, or the model's first. Names the others. */
    AttentionKind only(LoadedModel model, Asker asker) {
        List<AttentionKind> kinds = kinds(model, asker);
        if (kinds.size() > 1) {
            asker.note("this is the " + kinds.getFirst() + "'s attention; " + asker.setting("attention")
                    + " shows the others: " + words(kinds.subList(1, kinds.size())));
        }
        return kinds.getFirst();
    }

    private static String words(List<AttentionKind> kinds) {
        return kinds.stream().map(AttentionKind::toString).collect(Collectors.joining(", "));
    }

    /** The texts as the model reads them. */
    AttentionQuestion question(LoadedModel model, Texts texts, Asker asker) {
        if (unshifted && (model.family() != Family.BART || texts.pair().isEmpty())) {
            throw asker.usage(asker.setting("unshifted") + " is about the text of BART's decoder; "
                    + (model.family() == Family.BART
                            ? "give it as " + asker.pair()
                            : model.name() + " is " + model.family().title()));
        }
        if (filter != SentenceFilter.ALL && (model.family() != Family.BERT || texts.pair().isEmpty())) {
            throw asker.usage(asker.setting("filter") + " is about the two texts of a pair that BERT reads; "
                    + (model.family() == Family.BERT
                            ? "give the second as " + asker.pair()
                            : model.name() + " is " + model.family().title()));
        }
        Reading reading = Reading.of(model, model.input(texts.text(), texts.pair(), !unshifted));
        return new AttentionQuestion(texts, reading, filter, hideSpecial, threshold);
    }

    /** A number that was chosen, if there is such a layer or head. */
    static int requireKnown(String setting, int number, int count, String where, Asker asker) {
        if (number < 0 || number >= count) {
            throw asker.usage(asker.setting(setting) + " " + number + " is not in " + where + "; there are 0 to "
                    + (count - 1));
        }
        return number;
    }

    /**
     * All numbers that were chosen, or all there are.
     *
     * @param numbers null for all
     */
    static List<Integer> requireKnown(String setting, List<Integer> numbers, int count, String where, Asker asker) {
        if (numbers == null) {
            return IntStream.range(0, count).boxed().toList();
        }
        numbers.forEach(number -> requireKnown(setting, number, count, where, asker));
        return numbers;
    }

    /**
     * Where a token stands among those that are shown.
     *
     * @param all the tokens of its text
     * @param shown those that no setting leaves out
     */
    static int indexOf(int position, List<AttentionToken> all, List<AttentionToken> shown, Asker asker) {
        requireKnown("position", position, all.size(), "the text that looks", asker);
        for (int i = 0; i < shown.size(); i++) {
            if (shown.get(i).position() == position) {
                return i;
            }
        }
        throw asker.usage(asker.setting("position") + " " + position + " is among the tokens that "
                + asker.setting("hide-special") + " or " + asker.setting("filter") + " leaves out");
    }

    /** What has the layers and heads, for a message: {@code the encoder attention of classroom-bert}. */
    static String where(AttentionKind kind, LoadedModel model) {
        return "the " + kind + " attention of " + model.name();
    }
}
