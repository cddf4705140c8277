package org.vitrine.transformer.generate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import org.vitrine.transformer.config.ModelException;

/**
 * Writes on from a prompt, one token at a time. Nothing is recorded on the way: under the causal mask one pass over
 * the finished text shows every step.
 */
public final class Generator {
    private final Draft draft;
    private final List<ScoreRule> rules;

    /** A generator by a draft that has read nothing yet; each text is written by a fork of it. */
    public Generator(Draft draft) {
        this(draft, List.of());
    }

    /** A generator that changes the scores of the next token by rules before one is chosen. */
    public Generator(Draft draft, List<ScoreRule> rules) {
        this.draft = Scores.requireUnread(draft);
        this.rules = List.copyOf(rules);
    }

    /** Why writing stopped. */
    public enum Stop {
        /** As many tokens were written as asked for. */
        LENGTH,
        /** The model wrote its end token. */
        END,
        /** The model cannot read a longer text. */
        CONTEXT
    }

    /** What was written: the prompt's ids and the new ones together, how long the prompt was, and why it stopped. */
    public record Generation(List<Integer> ids, int promptLength, Stop stop) {
        public Generation {
            ids = List.copyOf(ids);
        }

        /** The new ids alone. */
        public List<Integer> written() {
            return ids.subList(promptLength, ids.size());
        }
    }

    /**
     * Writes as settings ask for, apart from their beams: {@link BeamSearch} is for those. Their rules are applied after
     * this generator's.
     *
     * @param prompt for BART the start token, {@link GenerationSettings#start}
     * @param listener is told each new token as soon as it is chosen
     * @throws ModelException as below, and if the prompt leaves no room for a token
     */
    public Generation generate(int[] prompt, GenerationSettings settings, TokenChooser chooser, IntConsumer listener) {
        GenerationSettings here = settings.forPrompt(prompt.length, draft.limit());
        List<ScoreRule> all = new ArrayList<>(rules);
        all.addAll(here.rules());
        int wanted = settings.forPrompt(prompt.length, Integer.MAX_VALUE).maxLength() - prompt.length;
        return new Generator(draft, all).generate(prompt, wanted, chooser, here.end(), listener);
    }

    /**
     * Writes up to {@code count} tokens.
     *
     * @param end the token that ends the text, −1 for none; it is part of what was written
     * @param listener is told each new token as soon as it is chosen
     * @throws ModelException if the prompt cannot be read, if the scores are no numbers, or if the rules forbid every
     *     token
     */
    public Generation generate(int[] prompt, int count, TokenChooser chooser, int end, IntConsumer listener) {
        Draft text = draft.fork();
        int[] ids = prompt;
        int[] unread = prompt;
        for (int n = 0; n < count; n++) {
            if (ids.length == text.limit()) {
                return generation(ids, prompt, Stop.CONTEXT);
            }
            float[] scores = Scores.read(text, unread);
            Scores.apply(rules, scores, ids);
            requireChoice(scores);
            int next = chooser.choose(scores);
            ids = Arrays.copyOf(ids, ids.length + 1);
            ids[ids.length - 1] = next;
            listener.accept(next);
            if (next == end) {
                return generation(ids, prompt, Stop.END);
            }
            unread = new int[]{next};
        }
        return generation(ids, prompt, Stop.LENGTH);
    }

    private static Generation generation(int[] ids, int[] prompt, Stop stop) {
        return new Generation(Arrays.stream(ids).boxed().toList(), prompt.length, stop);
    }

    private static void requireChoice(float[] scores) {
        if (Scores.max(scores) == Float.NEGATIVE_INFINITY) {
            throw new ModelException("no token may come next: all " + scores.length + " are forbidden; allow tokens to "
                    + "be repeated (no_repeat_ngram_size 0), or ask for a shorter text");
        }
    }
}
