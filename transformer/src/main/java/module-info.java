/** Token ids in, a trace of named tensors out. Knows no text and no pixels. */
module org.vitrine.transformer {
    requires transitive org.vitrine.weights;
    requires jdk.incubator.vector;
    requires static org.jetbrains.annotations; // what debuggers show; nothing of it at run time
    requires tools.jackson.core;

    exports org.vitrine.transformer.bart;
    exports org.vitrine.transformer.bert;
    exports org.vitrine.transformer.checkpoint;
    exports org.vitrine.transformer.config;
    exports org.vitrine.transformer.generate;
    exports org.vitrine.transformer.gpt2;
    exports org.vitrine.transformer.layer;
    exports org.vitrine.transformer.ops;
    exports org.vitrine.transformer.tensor;
    exports org.vitrine.transformer.trace;

    uses org.vitrine.transformer.ops.Accelerator;
}
