package org.vitrine.explain;

/**
 * What an intervention did to a token that could stand at a position.
 *
 * @param after with the intervention
 * @param before without it, the same token
 */
public record CandidateChange(Candidate after, Candidate before) {
    public CandidateChange {
        if (after.id() != before.id()) {
            throw new IllegalArgumentException("token " + after.id() + " is not token " + before.id());
        }
    }

    /** How much likelier the token became, −1 to 1. */
    public double difference() {
        return after.probability() - before.probability();
    }
}
