package org.vitrine.fuzz;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** What hostile input is given to. An input that ends in anything but Vitrine's own exceptions is a finding. */
enum Target {
    /** A safetensors file, and a header in front of as many bytes as it asks for. */
    SAFETENSORS(SafetensorsTarget::run),
    /** An index of shards and the shards. */
    SHARDS(ShardsTarget::run),
    /** config.json and generation_config.json. */
    CONFIG(ConfigTarget::run),
    /** tokenizer.json with the files beside it. */
    TOKENIZER(TokenizerTarget::run),
    /** vocab.txt, or vocab.json and merges.txt, with the files beside them. */
    VOCABULARY(TokenizerTarget::run),
    /** A text for the classroom models. */
    TEXT(TextTarget::run),
    /** A configuration and a checkpoint that do not belong together. */
    WEIGHTS(WeightsTarget::run),
    /** A file of texts, one JSON object a line. */
    BATCH(CommandLineTarget::batch),
    /** A window's saved session. */
    SESSION(SessionTarget::run),
    /** Arguments of the command line, one a line. */
    ARGUMENTS(CommandLineTarget::run),
    /** What a hub answers, and the variables that name one. */
    HUB(HubTarget::run);

    private final Consumer<byte[]> input;

    Target(Consumer<byte[]> input) {
        this.input = input;
    }

    /** Runs one input; returns where it was refused as it should be, too. */
    void run(byte[] bytes) {
        input.accept(bytes);
    }

    /** The target of that name, if there is one. */
    static Optional<Target> find(String name) {
        return Arrays.stream(values()).filter(target -> target.toString().equals(name)).findFirst();
    }

    /** What its folder in the corpus is called. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
