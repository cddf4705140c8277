/** Pure functions from a trace to immutable records: what each layer would say, who looks at whom, which neurons fire. */
@SuppressWarnings("requires-automatic") // Commons Math 3 has no module descriptor
module org.vitrine.explain {
    requires commons.math3;
    requires transitive org.vitrine.tokenizer;
    requires transitive org.vitrine.transformer;

    exports org.vitrine.explain;
    exports org.vitrine.explain.arithmetic;
    exports org.vitrine.explain.attention;
    exports org.vitrine.explain.check;
    exports org.vitrine.explain.factors;
    exports org.vitrine.explain.neurons;
    exports org.vitrine.explain.tensors;
    exports org.vitrine.explain.whatif;
}
