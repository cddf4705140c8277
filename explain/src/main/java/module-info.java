/** Pure functions from a trace to immutable records: what each layer would say, and how it ranks a word. */
module org.vitrine.explain {
    requires transitive org.vitrine.tokenizer;
    requires transitive org.vitrine.transformer;

    exports org.vitrine.explain;
}
