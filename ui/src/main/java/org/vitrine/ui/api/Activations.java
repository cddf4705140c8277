package org.vitrine.ui.api;

import org.vitrine.explain.factors.ActivationFactors;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.ui.answer.ActivationsAnswer;
import org.vitrine.ui.answer.ActivationsQuestion;
import org.vitrine.ui.answer.ActivationsQuestion.Layers;
import org.vitrine.ui.answer.Choice;
import org.vitrine.ui.answer.StartChoice;

/**
 * Groups of neurons that fire together (factors), found by non-negative matrix factorisation. Without settings: ten of them, all
 * layers, a random start with seed 0, as Ecco does.
 */
public final class Activations extends Drawn {
    private final ActivationsQuestion asked;

    private Activations(Run run, ActivationsQuestion asked) {
        super(run, asked);
        this.asked = asked;
    }

    Activations(Run run) {
        this(run, new ActivationsQuestion(null, ActivationsQuestion.USUAL_COMPONENTS, Layers.ALL, StartChoice.RANDOM,
                null));
    }

    Activations components(int components) {
        return new Activations(run(),
                new ActivationsQuestion(asked.stack(), components, asked.layers(), asked.start(), asked.seed()));
    }

    /**
     * Only some layers.
     *
     * <pre>{@code
     * run.activations(8).layers(0, 3)
     * }</pre>
     *
     * @param fromLayer the first
     * @param toLayer the layer after the last
     */
    public Activations layers(int fromLayer, int toLayer) {
        return new Activations(run(), new ActivationsQuestion(asked.stack(), asked.components(),
                new Layers(fromLayer, toLayer), asked.start(), asked.seed()));
    }

    /**
     * Another random start, which may find other factors.
     *
     * <pre>{@code
     * run.activations(8).seed(1)
     * }</pre>
     *
     * @param seed 0 or more
     */
    public Activations seed(int seed) {
        return new Activations(run(),
                new ActivationsQuestion(asked.stack(), asked.components(), asked.layers(), asked.start(), seed));
    }

    /**
     * How the factors are first guessed.
     *
     * <pre>{@code
     * run.activations(8).start("nndsvd")
     * }</pre>
     *
     * @param start {@code random}, or {@code nndsvd}: from the largest singular vectors, in which nothing is random
     */
    public Activations start(String start) {
        return new Activations(run(), new ActivationsQuestion(asked.stack(), asked.components(), asked.layers(),
                Choice.of("start", start, StartChoice.values()), asked.seed()));
    }

    /**
     * Whose neurons.
     *
     * <pre>{@code
     * bart.activations(4).stack("decoder")
     * }</pre>
     *
     * @param stack {@code encoder} or {@code decoder}
     */
    public Activations stack(String stack) {
        return new Activations(run(),
                new ActivationsQuestion(Choice.of("stack", stack, new Stack[]{Stack.ENCODER, Stack.DECODER}),
                        asked.components(), asked.layers(), asked.start(), asked.seed()));
    }

    /** The numbers: the factors' strengths [k, T] along the text, their neurons, and the error after each iteration. */
    public ActivationFactors numbers() {
        return ((ActivationsAnswer) found().answer()).factors();
    }
}
