package org.vitrine.explain.arithmetic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.vitrine.transformer.layer.Activation;

/**
 * How one number came about: the equation, and all numbers that went into it.
 *
 * @param number the number as it was recorded
 * @param operation which kind of equation
 * @param equation in symbols
 * @param terms what is added up, in the order in which the model adds; {@link Operation#total} says to what
 * @param steps from the sum of the terms to the value, in order; empty where the sum is the value
 * @param recomputed what the equation gives
 * @param curve the function at its end, if there is one that can be drawn
 */
public record Derivation(Input.Recorded number, Operation operation, String equation, List<Term> terms,
        List<Quantity> steps, float recomputed, Optional<Activation> curve) {
    /** How far rounding may take a number from its equation. */
    private static final double ROUNDING = 1e-4;
    private static final int WRITTEN = 4;

    public Derivation {
        terms = List.copyOf(terms);
        steps = List.copyOf(steps);
    }

    /** An equation without a curve. */
    Derivation(Input.Recorded number, Operation operation, String equation, List<Term> terms, List<Quantity> steps,
            float recomputed) {
        this(number, operation, equation, terms, steps, recomputed, Optional.empty());
    }

    /** The number as it was recorded. */
    public float value() {
        return number.number();
    }

    /** How far the recorded number is from what the equation gives. */
    public double residual() {
        return Float.compare(value(), recomputed) == 0 || value() == recomputed ? 0
                : Math.abs((double) value() - recomputed);
    }

    /** Whether somebody put the recorded number there: the equation gives another one, and rounding does not explain it. */
    public boolean intervened() {
        double scale = Math.max(Math.abs(value()), terms.stream().mapToDouble(term -> Math.abs(term.product()))
                .filter(Double::isFinite).max().orElse(0));
        return !(residual() <= ROUNDING * (1 + scale));
    }

    /** What the terms add up to. */
    public double total() {
        return terms.stream().mapToDouble(Term::product).sum();
    }

    /** The terms by how much they add or take away, most first. */
    public List<Term> largestFirst() {
        return terms.stream().sorted(Comparator.comparingDouble((Term term) -> -Math.abs(term.product()))).toList();
    }

    /** All numbers that went into it and have an equation of their own, each once. */
    public List<Input.Recorded> inputs() {
        List<Input> all = new ArrayList<>();
        steps.forEach(step -> step.source().ifPresent(all::add));
        terms.forEach(term -> all.addAll(term.factors()));
        return all.stream().filter(Input.Recorded.class::isInstance).map(Input.Recorded.class::cast).distinct()
                .toList();
    }

    /**
     * The equation with numbers: the largest terms, then how many more there are.
     *
     * @param most how many terms are written
     */
    public String written(int most) {
        return Written.of(this, most);
    }

    /** The number, its equation in symbols and with numbers, the steps: for a debugger. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(number + " = " + Digits.four(value()) + ", " + operation.title() + ": "
                + equation + "\n" + written(WRITTEN));
        for (Quantity step : steps) {
            text.append("\n  ").append(step.name()).append(" = ")
                    .append(step.formula().isEmpty() ? "" : step.formula() + " = ").append(Digits.four(step.value()));
        }
        if (intervened()) {
            text.append("\n  but the equation gives ").append(Digits.four(recomputed)).append(": somebody intervened");
        }
        return text.toString();
    }
}
