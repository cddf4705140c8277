package org.vitrine.explain.attention;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.vitrine.transformer.bart.Bart;
import org.vitrine.transformer.bart.BartWeights;
import org.vitrine.transformer.bert.Bert;
import org.vitrine.transformer.gpt2.Gpt2;
import org.vitrine.transformer.layer.Linear;
import org.vitrine.transformer.ops.Ops;
import org.vitrine.transformer.ops.ScalarOps;
import org.vitrine.transformer.trace.Recording;
import org.vitrine.transformer.trace.Trace;
import org.vitrine.weights.ModelFiles;
import org.vitrine.weights.Safetensors;

/**
 * A tiny model's pass over a text.
 *
 * @param golden Hugging Face's numbers for the same text
 * @param projections the output projection of each layer, for each kind of attention
 */
record Pass(AttentionReader reader, Path golden, Projections projections) {
    private static final Path TINY = Path.of("../transformer/src/test/resources");
    private static final Ops OPS = new ScalarOps();

    /** The output projection of a layer. */
    interface Projections {
        Linear of(AttentionKind kind, int layer);
    }

    HeadWriter writer(AttentionKind kind, int layer) {
        return new HeadWriter(OPS, projections.of(kind, layer));
    }

    NeuronView neurons(AttentionKind kind, int layer, int head) {
        return reader.neurons(kind, layer, head, writer(kind, layer));
    }

    /** What the golden file holds under a name. */
    float[] golden(String name) {
        try (Safetensors file = Safetensors.open(golden)) {
            return file.require(name).floats();
        }
    }

    static Pass gpt2(String input) {
        Gpt2 model = Gpt2.load(model("gpt2-tiny"), OPS);
        Path golden = TINY.resolve("golden/gpt2-tiny/" + input + ".safetensors");
        int[] ids = ids(golden, "input.ids");
        AttentionTokens tokens = new AttentionTokens(List.of(), tokens(ids, new int[ids.length], Set.of()));
        return new Pass(new AttentionReader(trace(recording -> model.forward(ids, recording)), tokens), golden,
                (kind, layer) -> model.weights().layers().get(layer).project());
    }

    static Pass bert(String input) {
        Bert model = Bert.load(model("bert-tiny"), OPS);
        Path golden = TINY.resolve("golden/bert-tiny/" + input + ".safetensors");
        int[] ids = ids(golden, "input.ids");
        int[] segments = ids(golden, "input.segments");
        AttentionTokens tokens = new AttentionTokens(tokens(ids, segments, Set.of(2, 3)), List.of());
        return new Pass(new AttentionReader(trace(recording -> model.forward(ids, segments, recording)), tokens),
                golden,
                (kind, layer) -> model.weights().layers().get(layer).project());
    }

    static Pass bart(String input) {
        Bart model = Bart.load(model("bart-tiny"), OPS);
        Path golden = TINY.resolve("golden/bart-tiny/" + input + ".safetensors");
        int[] ids = ids(golden, "input.ids");
        int[] decoderIds = ids(golden, "input.decoder_ids");
        AttentionTokens tokens = new AttentionTokens(tokens(ids, new int[ids.length], Set.of(0, 2)),
                tokens(decoderIds, new int[decoderIds.length], Set.of(0, 2)));
        return new Pass(new AttentionReader(trace(recording -> model.forward(ids, decoderIds, recording)), tokens),
                golden, (kind, layer) -> projection(model.weights(), kind, layer));
    }

    private static Linear projection(BartWeights weights, AttentionKind kind, int layer) {
        return switch (kind) {
            case ENCODER -> weights.encoder().get(layer).attn().project();
            case DECODER -> weights.decoder().get(layer).attn().project();
            case CROSS -> weights.decoder().get(layer).cross().project();
        };
    }

    /** Tokens that read as their ids. */
    static List<AttentionToken> tokens(int[] ids, int[] segments, Set<Integer> specials) {
        List<AttentionToken> tokens = new ArrayList<>();
        for (int i = 0; i < ids.length; i++) {
            tokens.add(new AttentionToken(i, ids[i], "#" + ids[i], segments[i], specials.contains(ids[i])));
        }
        return tokens;
    }

    static Trace trace(Consumer<Recording> pass) {
        Recording recording = Recording.everything();
        pass.accept(recording);
        return recording.trace();
    }

    private static ModelFiles model(String name) {
        return ModelFiles.folder(TINY.resolve("models/" + name));
    }

    private static int[] ids(Path golden, String input) {
        try (Safetensors file = Safetensors.open(golden)) {
            return Arrays.stream(file.require(input).longs()).mapToInt(Math::toIntExact).toArray();
        }
    }
}
