package org.vitrine.transformer.checkpoint;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vitrine.transformer.checkpoint.LeftOut.Reason;
import org.vitrine.transformer.config.ModelException;
import org.vitrine.weights.Checkpoint;

/**
 * What a model makes of a checkpoint's tensors. Each is used where the names of intermediates say: the token table of GPT-2
 * makes {@code decoder.embed.tokens} and {@code head.logits}.
 *
 * @param used tensors that are there and are read, in the order of the forward pass, with the intermediates they make
 * @param missing tensors that must be there and are not, with the intermediates they would make
 * @param unused tensors that are there and are not read, in the order of the file, with the reason
 */
public record Inventory(Map<String, List<String>> used, Map<String, List<String>> missing,
        Map<String, LeftOut> unused) {
    public Inventory {
        used = Collections.unmodifiableMap(new LinkedHashMap<>(used));
        missing = Collections.unmodifiableMap(new LinkedHashMap<>(missing));
        unused = Collections.unmodifiableMap(new LinkedHashMap<>(unused));
    }

    /** Whether the model can be built: nothing is missing, and what is not read does not matter. */
    public boolean complete() {
        return missing.isEmpty() && unused.values().stream().allMatch(LeftOut::harmless);
    }

    /**
     * Refuses a checkpoint that is not complete.
     *
     * @param checkpoint whose inventory this is
     * @throws ModelException if its weights are quantised or an adapter's
     * @throws org.vitrine.weights.WeightsException that lists both what is missing and what is unknown
     */
    public void check(Checkpoint checkpoint) {
        for (LeftOut each : unused.values()) {
            if (each.reason() == Reason.QUANTISED) {
                throw new ModelException(checkpoint.source() + ": the checkpoint has " + each.what() + ", which are"
                        + " not read here; take the model as it was before, in float32, float16 or bfloat16");
            }
            if (each.reason() == Reason.ADAPTER) {
                throw new ModelException(checkpoint.source() + ": the checkpoint has " + each.what() + ", which is not"
                        + " added up here; merge it into its model once in Python (merge_and_unload, then"
                        + " save_pretrained)");
            }
        }
        Set<String> expected = new HashSet<>(used.keySet());
        expected.addAll(missing.keySet());
        checkpoint.check(expected.stream().sorted().toList(), name -> unused.get(name).harmless());
    }
}
