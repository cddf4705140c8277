package org.vitrine.transformer.generate;

import java.util.List;

/**
 * What a beam search knows after a step: every text got one token longer.
 *
 * @param length of the texts that are being written, in tokens
 * @param candidates the best tokens that could come next, twice as many as there are beams, best first
 * @param beams the texts that are being written, best first; none after the last step
 * @param finished the texts that have ended, best first, at most as many as there are beams
 */
public record BeamStep(int length, List<Candidate> candidates, List<Beam> beams, List<Hypothesis> finished) {
    public BeamStep {
        candidates = List.copyOf(candidates);
        beams = List.copyOf(beams);
        finished = List.copyOf(finished);
    }

    /**
     * A text that could be written: one of those before, and one more token.
     *
     * @param parent which of the step before's {@link #beams} it goes on from, counted from 0
     * @param id the token after it
     * @param sum the sum of the new tokens' log-probabilities, this one's included
     */
    public record Candidate(int parent, int id, double sum) {
    }

    /**
     * A text that is being written.
     *
     * @param ids the prompt's ids and the new ones together
     * @param sum the sum of the new tokens' log-probabilities
     * @param parent which of the step before's {@link #beams} it goes on from, counted from 0
     */
    public record Beam(List<Integer> ids, double sum, int parent) {
        public Beam {
            ids = List.copyOf(ids);
        }
    }
}
