package org.vitrine.ui.desktop.neurons;

import java.util.List;
import java.util.function.Consumer;
import org.vitrine.explain.attention.AttentionToken;
import org.vitrine.explain.factors.ActivationFactorizer;
import org.vitrine.explain.factors.ActivationFactors;
import org.vitrine.explain.factors.ActivationMatrix;
import org.vitrine.explain.factors.FactorListener;
import org.vitrine.explain.factors.NndsvdStart;
import org.vitrine.explain.factors.RandomStart;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.ui.answer.ActivationsAnswer;
import org.vitrine.ui.answer.StackReading;
import org.vitrine.ui.answer.StartChoice;
import org.vitrine.ui.desktop.state.Exhibit;
import org.vitrine.ui.desktop.work.Progress;
import org.vitrine.ui.terminal.Figure;

/**
 * Which factors are wanted.
 *
 * @param stack whose neurons
 * @param from the first layer
 * @param to the layer after the last
 * @param components how many
 * @param seed of a random start
 */
record FactorQuestion(Exhibit exhibit, Stack stack, int from, int to, int components, StartChoice start, int seed) {
    /** Tells how the search gets on, and ends it when nobody wants it any more. */
    private static final class Course implements FactorListener {
        /** Nanoseconds between two words: whoever reads them needs no more, and drawing them takes time from the search. */
        private static final long PAUSE = 100_000_000;

        private final Progress progress;
        private final int most;
        private final Consumer<String> told;
        private volatile double share = -1;
        private long next = System.nanoTime();

        Course(Progress progress, int most, Consumer<String> told) {
            this.progress = progress;
            this.most = most;
            this.told = told;
        }

        @Override
        public void bettered(int iterations, double error) {
            if (System.nanoTime() - next >= 0 || iterations == most) {
                next = System.nanoTime() + PAUSE;
                told.accept("iteration " + iterations + " of at most " + most + ", error " + Figure.of((float) error));
                share = (double) iterations / most;
            }
            check();
        }

        @Override
        public void check() {
            progress.at(share);
        }
    }

    /** All tokens that the stack reads. */
    List<AttentionToken> tokens() {
        return stack == Stack.ENCODER ? exhibit.reading().tokens().encoder() : exhibit.reading().tokens().decoder();
    }

    /** What the stack reads. */
    StackReading reading() {
        return new StackReading(exhibit.texts(), exhibit.reading(), stack, tokens());
    }

    /**
     * Searches; for the background. The matrix of all activations is given up when the search ends.
     *
     * @param told hears how it gets on, in words and in the background
     */
    ActivationsAnswer answer(Progress progress, Consumer<String> told) {
        ActivationFactorizer factorizer = new ActivationFactorizer(exhibit.reading().ops(),
                start == StartChoice.RANDOM ? new RandomStart(seed) : new NndsvdStart());
        progress.at(-1);
        ActivationFactors factors = factorizer.search(
                ActivationMatrix.of(exhibit.trace(), stack, from, to), components,
                new Course(progress, factorizer.iterations(), told));
        return new ActivationsAnswer(reading(), factors, start, seed);
    }
}
