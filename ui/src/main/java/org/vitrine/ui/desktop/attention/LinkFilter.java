package org.vitrine.ui.desktop.attention;

import java.util.List;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.vitrine.explain.attention.AttentionMap;
import org.vitrine.explain.attention.SentenceFilter;
import org.vitrine.ui.desktop.state.Settings;

/** Which links are wanted: what the controls of both views say. A model without widgets. */
final class LinkFilter {
    private static final int MOST = 100;

    private final ObjectProperty<SentenceFilter> sentences = new SimpleObjectProperty<>(this, "sentences",
            SentenceFilter.ALL);
    private final IntegerProperty percent = new SimpleIntegerProperty(this, "percent");
    private final BooleanProperty hideSpecial = new SimpleBooleanProperty(this, "hideSpecial");

    /**
     * The same, at one time.
     *
     * @param threshold what a link must weigh, or have changed, at least, 0 to 1
     */
    record Wish(SentenceFilter sentences, boolean hideSpecial, double threshold) {
        /** What of a map is wanted. */
        AttentionMap narrowed(AttentionMap map) {
            AttentionMap kept = map.filtered(sentences);
            return hideSpecial ? kept.withoutSpecials() : kept;
        }
    }

    /** Which of a pair's texts looks at which. */
    ObjectProperty<SentenceFilter> sentences() {
        return sentences;
    }

    /** What a link must weigh at least, in per cent. */
    IntegerProperty percent() {
        return percent;
    }

    /** Whether tokens that the model's template put there are left out. */
    BooleanProperty hideSpecial() {
        return hideSpecial;
    }

    /** What is wanted now; where no pair is read, nothing is left out of it. */
    Wish wish(AttentionExhibit exhibit) {
        return new Wish(exhibit.paired() ? sentences.get() : SentenceFilter.ALL, hideSpecial.get(),
                percent.get() / (double) MOST);
    }

    void subscribe(Runnable listener) {
        sentences.subscribe((before, now) -> listener.run());
        percent.subscribe((before, now) -> listener.run());
        hideSpecial.subscribe((before, now) -> listener.run());
    }

    void save(Map<String, String> settings) {
        settings.put("filter", sentences.get().toString());
        settings.put("threshold", Integer.toString(percent.get()));
        settings.put("hide-special", Boolean.toString(hideSpecial.get()));
    }

    void restore(Map<String, String> settings) {
        Settings.word(settings, "filter", List.of(SentenceFilter.values())).ifPresent(sentences::set);
        Settings.number(settings, "threshold", 0, Integer.MAX_VALUE)
                .ifPresent(number -> percent.set(Math.min(MOST, number)));
        Settings.flag(settings, "hide-special").ifPresent(hideSpecial::set);
    }
}
