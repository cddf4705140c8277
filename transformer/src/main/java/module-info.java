/** Token ids in, a trace of named tensors out. Knows no text and no pixels. */
module org.vitrine.transformer {
    requires transitive org.vitrine.weights;
    requires jdk.incubator.vector;
    requires tools.jackson.databind;

}
