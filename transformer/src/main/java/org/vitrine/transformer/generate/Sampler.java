package org.vitrine.transformer.generate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Draws the next token by its probability, after three filters in the reference's order: the temperature divides the
 * scores, top-k keeps the k best, top-p keeps the best that together have probability p (Holtzman et al. 2020, "The
 * Curious Case of Neural Text Degeneration", section 3.1). The same seed draws the same tokens on every machine.
 */
public final class Sampler implements TokenChooser {
    private final double temperature;
    private final int topK;
    private final double topP;
    private final RandomGenerator random;

    /**
     * A sampler.
     *
     * @param temperature above 0; 1 leaves the model's probabilities, less makes them sharper, more makes them flatter
     * @param topK how many of the best tokens may be drawn; 0 for all
     * @param topP above 0, up to 1; 1 for all
     * @param seed where the random numbers start
     */
    public Sampler(double temperature, int topK, double topP, long seed) {
        if (!(temperature > 0) || Double.isInfinite(temperature)) {
            throw new IllegalArgumentException("the temperature must be a number above 0, not " + temperature);
        }
        if (topK < 0) {
            throw new IllegalArgumentException("top-k must be at least 0 (0 = all tokens), not " + topK);
        }
        if (!(topP > 0 && topP <= 1)) {
            throw new IllegalArgumentException("top-p must be above 0 and at most 1, not " + topP);
        }
        this.temperature = temperature;
        this.topK = topK;
        this.topP = topP;
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    @Override
    public int choose(float[] logits) {
        List<Choice> kept = filter(logits);
        double total = kept.stream().mapToDouble(Choice::weight).sum();
        double left = random.nextDouble() * total;
        for (Choice choice : kept) {
            left -= choice.weight();
            if (left < 0) {
                return choice.id();
            }
        }
        return kept.getLast().id(); // rounding may leave a hair's breadth
    }

    /** A token that may be drawn; weights are probabilities that need not sum to 1. */
    record Choice(int id, double weight) {
    }

    /** The tokens that pass all filters, best first. */
    List<Choice> filter(float[] logits) {
        double max = Double.NEGATIVE_INFINITY;
        for (float logit : logits) {
            max = Math.max(max, logit);
        }
        List<Choice> choices = new ArrayList<>(logits.length);
        for (int id = 0; id < logits.length; id++) {
            choices.add(new Choice(id, Math.exp((logits[id] - max) / temperature)));
        }
        choices.sort(Comparator.comparingDouble(Choice::weight).reversed());
        if (topK > 0 && topK < choices.size()) {
            choices = choices.subList(0, topK);
        }
        return topP < 1 ? nucleus(choices) : choices;
    }

    /** The shortest head of the list whose probabilities sum to at least p; never empty. */
    private List<Choice> nucleus(List<Choice> choices) {
        double total = choices.stream().mapToDouble(Choice::weight).sum();
        double sum = 0;
        int count = 0;
        while (count < choices.size() && sum < topP * total) {
            sum += choices.get(count++).weight();
        }
        return choices.subList(0, Math.max(1, count));
    }
}
