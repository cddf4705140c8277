package org.vitrine.explain.arithmetic;

/** How all numbers of one tensor are made. The arithmetic is that of {@code ScalarOps}, in its order. */
sealed interface Step permits Lookup, Sum, Product, Scores, Softmax, Mix, Norm, Curve {
    /** How one of them is made. */
    Derivation derive(Target target);
}
