package org.vitrine.ui.answer;

import java.util.function.Function;
import org.vitrine.explain.factors.ActivationFactorizer;
import org.vitrine.explain.factors.ActivationFactors;
import org.vitrine.explain.factors.ActivationMatrix;
import org.vitrine.explain.factors.FactorStart;
import org.vitrine.explain.factors.NndsvdStart;
import org.vitrine.explain.factors.RandomStart;
import org.vitrine.transformer.ops.Ops;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.ui.session.LoadedModel;
import org.vitrine.ui.session.Texts;

/**
 * Which neurons fire together, and at which words?
 *
 * @param stack whose neurons; null for the model's first
 * @param components how many factors, at most one a token
 * @param layers which are taken
 * @param start how the factors are first guessed
 * @param seed of a random start; null for 0
 */
public record ActivationsQuestion(Stack stack, int components, Layers layers, StartChoice start, Integer seed)
        implements
            Question<ActivationsAnswer> {
    /** How many factors if nobody says anything. */
    public static final int USUAL_COMPONENTS = 10;

    /**
     * Some layers, counted from 0.
     *
     * @param from the first
     * @param to the layer after the last; null for all
     */
    public record Layers(int from, Integer to) {
        /** Every layer. */
        public static final Layers ALL = new Layers(0, null);
    }

    @Override
    public void check(Asker asker) {
        if (components < 1) {
            throw asker.usage(asker.setting("components") + " takes the number of factors, 1 or more, not "
                    + components);
        }
        if (layers.from < 0) {
            throw asker.usage(asker.setting("from-layer") + " takes the number of a layer, 0 or more, not "
                    + layers.from);
        }
        if (layers.to != null && layers.to <= layers.from) {
            throw asker.usage(asker.setting("to-layer") + " is the layer after the last, so it is greater than "
                    + asker.setting("from-layer") + " " + layers.from + ", not " + layers.to);
        }
        if (seed != null && seed < 0) {
            throw asker.usage(asker.setting("seed") + " takes a number, 0 or more, not " + seed);
        }
        if (seed != null && start != StartChoice.RANDOM) {
            throw asker.usage(asker.setting("seed") + " goes with " + asker.setting("start", "random") + "; in "
                    + asker.setting("start", "nndsvd") + " nothing is random");
        }
    }

    @Override
    public Function<Texts, ActivationsAnswer> open(LoadedModel model, Asker asker) {
        Stack own = StackReading.stack(stack, model, asker);
        int before = layerAfterLast(own, StackReading.layers(own, model), asker);
        return texts -> {
            StackReading reading = StackReading.of(texts, model, own);
            ActivationMatrix x = ActivationMatrix.of(reading.neurons(), own, layers.from, before);
            ActivationFactors factors = factors(x, reading.reading().ops(), asker);
            return new ActivationsAnswer(reading, factors, start, seed == null ? 0 : seed);
        };
    }

    private ActivationFactors factors(ActivationMatrix x, Ops ops, Asker asker) {
        FactorStart guess = start == StartChoice.RANDOM ? new RandomStart(seed == null ? 0 : seed) : new NndsvdStart();
        ActivationFactorizer factorizer = new ActivationFactorizer(ops, guess);
        try (Working working = asker.working()) {
            return factorizer.factors(x, allowed(x.positions(), asker), iteration -> working
                    .say("iteration " + iteration + " of at most " + factorizer.iterations()));
        }
    }

    /** The layer after the last that is taken. */
    private int layerAfterLast(Stack own, int count, Asker asker) {
        if (layers.from >= count) {
            throw asker.usage(asker.setting("from-layer") + " " + layers.from + " is out of range; the " + own
                    + "'s layers are 0 to " + (count - 1));
        }
        if (layers.to != null && layers.to > count) {
            throw asker.usage(asker.setting("to-layer") + " " + layers.to + " is out of range; the " + own + " has "
                    + count + " layers, so it is at most " + count);
        }
        return layers.to == null ? count : layers.to;
    }

    /** As many factors as are wanted and as the tokens allow. */
    private int allowed(int tokens, Asker asker) {
        if (components > tokens) {
            asker.note((tokens == 1 ? "there is 1 factor" : "there are " + tokens + " factors") + ", not " + components
                    + ": no more than the text has tokens");
        }
        return Math.min(components, tokens);
    }
}
