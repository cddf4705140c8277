package org.vitrine.transformer.generate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vitrine.transformer.generate.BeamStep.Beam;
import org.vitrine.transformer.generate.BeamStep.Candidate;

/** One beam search on its way. */
final class BeamRun {
    private final GenerationSettings settings;
    private final List<ScoreRule> rules;
    private final int promptLength;
    /** The texts that are being written, best first. */
    private List<Text> texts;
    /** The texts that have ended, best first. */
    private final List<Hypothesis> finished = new ArrayList<>();
    private boolean over;

    /** A text that is being written; its draft has not read its last tokens yet. */
    private record Text(Draft draft, int[] ids, int[] unread, double sum) {
        Text followedBy(Candidate next) {
            int[] longer = Arrays.copyOf(ids, ids.length + 1);
            longer[ids.length] = next.id();
            return new Text(draft.fork(), longer, new int[]{next.id()}, next.sum());
        }

        List<Integer> list() {
            return Arrays.stream(ids).boxed().toList();
        }
    }

    /**
     * A search that has not begun.
     *
     * @param draft has read nothing, and is used up
     * @param settings lengths are those of the whole text
     */
    BeamRun(Draft draft, int[] prompt, GenerationSettings settings, List<ScoreRule> rules) {
        this.settings = settings;
        this.rules = rules;
        promptLength = prompt.length;
        texts = List.of(new Text(draft, prompt, prompt, 0));
        over = prompt.length == draft.limit();
    }

    boolean isOver() {
        return over;
    }

    /** Makes every text one token longer. */
    BeamStep step() {
        List<Candidate> candidates = candidates();
        List<Text> next = new ArrayList<>();
        List<Beam> beams = new ArrayList<>();
        for (int rank = 0; rank < candidates.size(); rank++) {
            Candidate candidate = candidates.get(rank);
            Text text = texts.get(candidate.parent()).followedBy(candidate);
            if (candidate.id() == settings.end() || text.ids().length == settings.maxLength()) {
                // the worse half of the candidates is only there so that enough are left to go on with
                if (rank < settings.beams()) {
                    finish(text);
                }
            } else if (next.size() < settings.beams()) {
                next.add(text);
                beams.add(new Beam(text.list(), text.sum(), candidate.parent()));
            }
        }
        over = next.isEmpty() || isEnough(next.getFirst());
        BeamStep step = new BeamStep(texts.getFirst().ids().length + 1, candidates, beams, finished);
        texts = next.isEmpty() ? texts : next;
        return step;
    }

    /** The best tokens after all texts, twice as many as beams: at most one of them ends each text. */
    private List<Candidate> candidates() {
        BestCandidates best = new BestCandidates(2 * settings.beams());
        for (int parent = 0; parent < texts.size(); parent++) {
            Text text = texts.get(parent);
            float[] scores = Scores.read(text.draft(), text.unread());
            Scores.logSoftmax(scores);
            Scores.apply(rules, scores, text.ids());    // probabilities need not sum to 1 any more
            for (int id = 0; id < scores.length; id++) {
                best.offer(parent, id, text.sum() + scores[id]);
            }
        }
        return best.list();
    }

    private void finish(Text text) {
        Hypothesis hypothesis = hypothesis(text);
        int place = finished.size();
        while (place > 0 && finished.get(place - 1).score() < hypothesis.score()) {
            place--;
        }
        finished.add(place, hypothesis);
        if (finished.size() > settings.beams()) {
            finished.removeLast();
        }
    }

    private Hypothesis hypothesis(Text text) {
        return new Hypothesis(text.list(), score(text.sum(), text.ids().length),
                text.ids().length > promptLength && text.ids()[text.ids().length - 1] == settings.end());
    }

    /** A text's log-probability by its new tokens' number to the power of the length penalty. */
    private double score(double sum, int length) {
        return sum / Math.pow(Math.max(1, length - promptLength), settings.lengthPenalty());
    }

    /** Whether enough texts have ended and the best of the others is not worth going on with. */
    private boolean isEnough(Text best) {
        if (finished.size() < settings.beams()) {
            return false;
        }
        int length = switch (settings.earlyStopping()) {
            case WHEN_FULL, WHEN_UNLIKELY -> best.ids().length;
            case WHEN_HOPELESS -> settings.lengthPenalty() > 0 ? settings.maxLength() : best.ids().length;
        };
        return settings.earlyStopping() == EarlyStopping.WHEN_FULL
                || score(best.sum(), length) <= finished.getLast().score();
    }

    /** The texts that have ended; if there are none, those that could not go on. */
    List<Hypothesis> best() {
        return finished.isEmpty() ? texts.stream().map(this::hypothesis).toList() : List.copyOf(finished);
    }
}
