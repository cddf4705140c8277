package org.vitrine.explain.arithmetic;

import java.util.List;
import java.util.stream.Collectors;

/** Equations with their numbers in them. */
final class Written {
    private Written() {
    }

    /** {@code 1.234 = 0.5·2.1 + 0.3·(-0.2) + … (46 more terms)}, whatever the operation makes of such a sum. */
    static String of(Derivation derivation, int most) {
        String sum = sum(derivation, most);
        String result = Digits.four(derivation.recomputed());
        return result + " = " + switch (derivation.operation()) {
            case TABLE_ROW, ADD, LINEAR, MIX -> sum;
            case POOL -> "tanh(" + sum + ")";
            case SCORES -> "(" + sum + ") · " + step(derivation, "scaling")
                    + (derivation.recomputed() == Float.NEGATIVE_INFINITY ? ", masked" : "");
            case SOFTMAX -> "exp(" + step(derivation, "score") + " - " + bracketed(derivation, "max") + ") / "
                    + step(derivation, "sum");
            case LAYER_NORM -> "(" + step(derivation, "x") + " - " + bracketed(derivation, "mean") + ") / √("
                    + step(derivation, "variance") + " + " + step(derivation, "ε") + ") · "
                    + bracketed(derivation, "gain") + " + " + bracketed(derivation, "bias");
            case ACTIVATION -> derivation.steps().getLast().formula().replace("x", "(" + step(derivation, "x") + ")");
        };
    }

    private static String sum(Derivation derivation, int most) {
        boolean all = derivation.terms().size() <= most;
        List<Term> terms = all ? derivation.terms() : derivation.largestFirst().subList(0, most);
        String written = terms.stream().map(Written::term).collect(Collectors.joining(" + "));
        return all ? written : written + " + … (" + (derivation.terms().size() - most) + " more terms)";
    }

    private static String term(Term term) {
        return term.factors().stream().map(factor -> bracketed(factor.value())).collect(Collectors.joining("·"));
    }

    private static String step(Derivation derivation, String name) {
        return Digits.four(value(derivation, name));
    }

    private static String bracketed(Derivation derivation, String name) {
        return bracketed(value(derivation, name));
    }

    private static double value(Derivation derivation, String name) {
        return derivation.steps().stream().filter(step -> step.name().equals(name)).findFirst().orElseThrow().value();
    }

    private static String bracketed(double number) {
        return number < 0 ? "(" + Digits.four(number) + ")" : Digits.four(number);
    }
}
