package org.vitrine.transformer.generate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Every text that a small model can write under some settings, worked out without a beam or a rule of ours: from the
 * definitions, in double precision. Lengths are those of the whole text.
 */
record Exhaustive(Draft model, GenerationSettings settings, int[] prompt) {
    /** All whole texts, best first. */
    List<Hypothesis> texts() {
        List<Hypothesis> all = new ArrayList<>();
        Draft draft = model.fork();
        writeOn(prompt, draft.read(prompt), draft, 0, all);
        all.sort(Comparator.comparingDouble(Hypothesis::score).reversed());
        return all;
    }

    private void writeOn(int[] ids, float[] scores, Draft draft, double sum, List<Hypothesis> all) {
        for (int id = 0; id < scores.length; id++) {
            double chance = logProbability(ids, id, scores);
            if (chance == Double.NEGATIVE_INFINITY) {
                continue;
            }
            int[] longer = Arrays.copyOf(ids, ids.length + 1);
            longer[ids.length] = id;
            boolean ended = id == settings.end();
            if (ended || longer.length == settings.maxLength()) {
                double power = Math.pow(longer.length - prompt.length, settings.lengthPenalty());
                all.add(new Hypothesis(Arrays.stream(longer).boxed().toList(), (sum + chance) / power, ended));
            } else {
                Draft next = draft.fork();
                writeOn(longer, next.read(id), next, sum + chance, all);
            }
        }
    }

    /** Of one token after a text, −∞ if the settings forbid it; a token that they force is certain. */
    private double logProbability(int[] ids, int id, float[] scores) {
        if (settings.forcedLast() >= 0 && ids.length == settings.maxLength() - 1) {
            return id == settings.forcedLast() ? 0 : Double.NEGATIVE_INFINITY;
        }
        if (settings.forcedFirst() >= 0 && ids.length == 1) {
            return id == settings.forcedFirst() ? 0 : Double.NEGATIVE_INFINITY;
        }
        if (id == settings.end() && ids.length < settings.minLength() || repeats(ids, id)) {
            return Double.NEGATIVE_INFINITY;
        }
        double total = 0;
        for (float score : scores) {
            total += Math.exp(score);
        }
        return scores[id] - Math.log(total);
    }

    /** Whether the text with one token more has the same n tokens in a row twice, the last time at its end. */
    private boolean repeats(int[] ids, int id) {
        int n = settings.noRepeat();
        if (n == 0 || ids.length < n) {
            return false;
        }
        List<Integer> text = new ArrayList<>(Arrays.stream(ids).boxed().toList());
        text.add(id);
        Set<List<Integer>> seen = new HashSet<>();
        for (int end = n; end < text.size(); end++) {
            seen.add(List.copyOf(text.subList(end - n, end)));
        }
        return seen.contains(text.subList(text.size() - n, text.size()));
    }
}
