package org.vitrine.ui.desktop.top;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.tokenizer.Span;
import org.vitrine.tokenizer.Step;

/** Of a tokenizer's steps, those of a single word. */
final class WordSteps {
    private WordSteps() {
    }

    /** What of the steps concerns the stretch of text that a token covers; nothing that other words went through. */
    static List<Step> of(List<Step> steps, Span token) {
        int word = word(steps, token);
        List<Step> own = new ArrayList<>();
        for (Step step : steps) {
            switch (step) {
                case Step.Parts parts -> own.add(new Step.Parts(
                        parts.parts().stream().filter(part -> meets(part.span(), token)).toList()));
                case Step.Cleaned cleaned -> own.add(new Step.Cleaned(
                        cleaned.texts().stream().filter(text -> meets(text.span(), token)).toList()));
                case Step.Words words -> own.add(new Step.Words(only(words.words(), word)));
                case Step.Glyphs glyphs -> own.add(new Step.Glyphs(only(glyphs.words(), word)));
                case Step.Merges merges -> own.add(new Step.Merges(only(merges.words(), word)));
                case Step.Matches matches -> own.add(new Step.Matches(only(matches.words(), word)));
                case Step.Pieces pieces -> {}
            }
        }
        return List.copyOf(own);
    }

    /** Which word a token belongs to, −1 for one that was cut out before there were words. */
    private static int word(List<Step> steps, Span token) {
        for (Step step : steps) {
            if (step instanceof Step.Words words) {
                for (int i = 0; i < words.words().size(); i++) {
                    if (meets(words.words().get(i).span(), token)) {
                        return i;
                    }
                }
            }
        }
        return -1;
    }

    private static <T> List<T> only(List<T> words, int word) {
        return word >= 0 && word < words.size() ? List.of(words.get(word)) : List.of();
    }

    /** An empty stretch meets what it lies in. */
    private static boolean meets(Span one, Span other) {
        return one.start() < other.end() && other.start() < one.end()
                || other.length() == 0 && one.start() <= other.start() && other.start() < one.end();
    }
}
