package org.vitrine.transformer.bart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.transformer.checkpoint.TensorPlan;
import org.vitrine.transformer.tensor.Weight;
import org.vitrine.weights.Checkpoint;
import org.vitrine.weights.StoredTensor;

/**
 * The token tables of the two towers and of the head, [d, V] each: one object, held once, unless the checkpoint has
 * several that differ.
 *
 * <p>As Hugging Face ties them ({@code PreTrainedModel.tie_weights}): a table that the checkpoint has is used as it is; one
 * that it lacks is the shared one. Where there is no {@code shared.weight}, the first of the others takes its place.
 */
record TokenTables(Weight encoder, Weight decoder, Weight head) {
    private static final String SHARED = "shared.weight";
    private static final String ENCODER = "encoder.embed_tokens.weight";
    private static final String DECODER = "decoder.embed_tokens.weight";
    private static final String HEAD = "lm_head.weight";
    /** Numbers compared at a time. */
    private static final int BLOCK = 1 << 16;

    /** Adds those that are read, each with what is made with it; one of them must be there, or all if nothing is tied. */
    static void plan(TensorPlan plan, Checkpoint checkpoint, String prefix, BartConfig config) {
        Map<String, String> places = new LinkedHashMap<>();
        places.put(prefix + ENCODER, "encoder.embed.tokens");
        places.put(prefix + DECODER, "decoder.embed.tokens");
        places.put(HEAD, "head.logits");
        if (!config.tied()) {
            places.forEach((table, place) -> plan.add(table, place));
            return;
        }
        String first = names(prefix).stream().filter(checkpoint::has).findFirst().orElse(prefix + SHARED);
        Map<String, List<String>> made = new LinkedHashMap<>();
        places.forEach((table, place) -> made
                .computeIfAbsent(checkpoint.has(table) ? table : first, name -> new ArrayList<>()).add(place));
        made.forEach((table, all) -> plan.add(table, all.toArray(String[]::new)));
    }

    /** All names that a table may have, the one to share first. */
    static List<String> names(String prefix) {
        return List.of(prefix + SHARED, HEAD, prefix + DECODER, prefix + ENCODER);
    }

    /** Reads the tables, at least one of which must be there. */
    static TokenTables of(Checkpoint checkpoint, String prefix, BartConfig config) {
        String first = names(prefix).stream().filter(checkpoint::has).findFirst().orElseThrow();
        StoredTensor stored = checkpoint.require(first, config.vocabulary(), config.width());
        Weight shared = Weight.transposeOf(stored);
        return new TokenTables(own(checkpoint, prefix + ENCODER, stored).orElse(shared),
                own(checkpoint, prefix + DECODER, stored).orElse(shared),
                own(checkpoint, HEAD, stored).orElse(shared));
    }

    private static Optional<Weight> own(Checkpoint checkpoint, String name, StoredTensor shared) {
        return checkpoint.has(name)
                ? Optional.of(checkpoint.require(name, shared.shape())).filter(table -> !same(table, shared))
                        .map(Weight::transposeOf)
                : Optional.empty();
    }

    private static boolean same(StoredTensor a, StoredTensor b) {
        float[] of = new float[BLOCK];
        float[] other = new float[BLOCK];
        for (long first = 0; first < a.elements(); first += BLOCK) {
            int count = (int) Math.min(BLOCK, a.elements() - first);
            a.read(first, of, 0, count);
            b.read(first, other, 0, count);
            for (int i = 0; i < count; i++) {
                if (of[i] != other[i]) {
                    return false;
                }
            }
        }
        return true;
    }
}
