/** Pure functions from a trace to immutable records: what each layer would say, who looks at whom, which neurons fire. */
module org.vitrine.explain {
    requires transitive org.vitrine.tokenizer;
    requires transitive org.vitrine.transformer;

    exports org.vitrine.explain;
    exports org.vitrine.explain.attention;
    exports org.vitrine.explain.factors;
    exports org.vitrine.explain.neurons;
}
