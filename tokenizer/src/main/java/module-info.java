/** Text in, token ids with spans and the steps that made them out. Knows no tensors. */
module org.vitrine.tokenizer {
    requires static org.jetbrains.annotations; // what debuggers show; nothing of it at run time
    requires tools.jackson.core;

    exports org.vitrine.tokenizer;
}
