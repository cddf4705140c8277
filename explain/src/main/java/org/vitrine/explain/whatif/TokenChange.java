package org.vitrine.explain.whatif;

import org.vitrine.explain.RankTable;

/**
 * How a token fares as the predicted one.
 *
 * @param id its place in the vocabulary
 * @param token as people read it, leading space included
 */
public record TokenChange(int id, String token, RankTable.Cell before, RankTable.Cell after) {
    /** By how much its probability grew, in percentage points: −100 to 100. */
    public double percentagePoints() {
        return 100 * (after.probability() - before.probability());
    }
}
