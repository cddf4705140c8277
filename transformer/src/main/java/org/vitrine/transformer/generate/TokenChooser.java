package org.vitrine.transformer.generate;

/** Decides which token comes next. */
@FunctionalInterface
public interface TokenChooser {
    /** The id of the next token, given the score of every vocabulary entry. The array must not be changed. */
    int choose(float[] logits);

    /** Always the highest score; of equal ones the lowest id. */
    static TokenChooser greedy() {
        return logits -> {
            int best = 0;
            for (int id = 1; id < logits.length; id++) {
                if (logits[id] > logits[best]) {
                    best = id;
                }
            }
            return best;
        };
    }
}
