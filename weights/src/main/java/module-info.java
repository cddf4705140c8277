/** Reads and writes model files: bytes in, named tensors of known shape out. Knows no mathematics. */
module org.vitrine.weights {
    requires java.net.http;
    requires tools.jackson.core;

    exports org.vitrine.weights;
    exports org.vitrine.weights.hub;
}
