package org.vitrine.ui.answer;

import java.util.List;
import java.util.Locale;
import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.explain.attention.AttentionMap;
import org.vitrine.explain.attention.AttentionToken;
import org.vitrine.explain.attention.NeuronView;
import org.vitrine.explain.attention.SentenceFilter;
import org.vitrine.transformer.config.ModelException;
import org.vitrine.ui.picture.Subject;
import org.vitrine.ui.session.Reading;
import org.vitrine.ui.session.Texts;
import org.vitrine.ui.terminal.Percent;
import tools.jackson.core.JsonGenerator;

/**
 * What is asked about a model's attention, and how much of it is to be shown.
 *
 * @param texts what was typed
 * @param reading what the model reads
 * @param filter which of a pair's texts looks at which
 * @param hideSpecial whether tokens that the model's template put there are left out
 * @param threshold the least weight of a link
 */
public record AttentionQuestion(Texts texts, Reading reading, SentenceFilter filter, boolean hideSpecial,
        double threshold) {
    /** The part of a map that is to be shown. */
    AttentionMap narrowed(AttentionMap map, Asker asker) {
        AttentionMap kept = map.filtered(filter);
        kept = hideSpecial ? kept.withoutSpecials() : kept;
        requireTokens(kept.queries(), kept.keys(), asker);
        return kept;
    }

    /** The part of a head's arithmetic that is to be shown. */
    NeuronView narrowed(NeuronView view, Asker asker) {
        NeuronView kept = view.filtered(filter);
        kept = hideSpecial ? kept.withoutSpecials() : kept;
        requireTokens(kept.queries(), kept.keys(), asker);
        return kept;
    }

    private static void requireTokens(List<AttentionToken> queries, List<AttentionToken> keys, Asker asker) {
        if (queries.isEmpty() || keys.isEmpty()) {
            throw new ModelException("nothing is left to show of this text; leave out " + asker.setting("hide-special")
                    + " or " + asker.setting("filter"));
        }
    }

    /** What a picture is about. */
    Subject subject() {
        return new Subject(reading.model().name(), texts.joined());
    }

    /** The tokens that look, all of them. */
    List<AttentionToken> queries(AttentionKind kind) {
        return reading.tokens().queries(kind);
    }

    /** The tokens that are looked at, all of them. */
    List<AttentionToken> keys(AttentionKind kind) {
        return reading.tokens().keys(kind);
    }

    /**
     * The tokens: those that look and, across stacks, first those that are looked at.
     *
     * @param position the token in question; −1 for none
     */
    void show(Page page, AttentionKind kind, int position) {
        if (kind == AttentionKind.CROSS) {
            page.aside("The encoder has read:");
            page.lines(TokenStrip.lines(keys(kind), -1, page.terminal()));
            page.line();
            page.aside("The decoder reads:");
        }
        page.lines(TokenStrip.lines(queries(kind), position, page.terminal()));
        page.line();
    }

    /** Says who must not look at whom, and what is left out, if anything is. */
    void explain(Page page, AttentionKind kind) {
        StringBuilder words = new StringBuilder();
        if (kind == AttentionKind.DECODER) {
            words.append("In a decoder no token looks at those after it. ");
        }
        if (filter != SentenceFilter.ALL) {
            String[] ends = filter.toString().toUpperCase(Locale.ROOT).split("-");
            words.append("Only where text ").append(ends[0]).append(" looks at text ").append(ends[1]).append(". ");
        }
        if (hideSpecial) {
            words.append("Special tokens are left out. ");
        }
        if (hideSpecial || filter != SentenceFilter.ALL) {
            words.append("Shares are still shares of all attention. ");
        }
        if (threshold > 0) {
            words.append("Only links of ").append(Percent.of(threshold)).append(" or more. ");
        }
        if (!words.isEmpty()) {
            page.aside(words.toString().strip());
        }
    }

    /** {@code model} to the tokens, then {@code filter}, {@code hide_special} and {@code threshold}. */
    void write(JsonGenerator json) {
        Json.reading(json, texts, reading);
        json.writeStringProperty("filter", filter.toString());
        json.writeBooleanProperty("hide_special", hideSpecial);
        json.writeNumberProperty("threshold", threshold);
    }
}
