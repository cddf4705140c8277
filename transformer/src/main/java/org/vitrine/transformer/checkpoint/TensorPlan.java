package org.vitrine.transformer.checkpoint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.vitrine.weights.Checkpoint;

/** The tensors that a model reads, in the order of its forward pass, each with the intermediates that it makes. */
public final class TensorPlan {
    private final Map<String, List<String>> uses = new LinkedHashMap<>();

    /** An empty plan. */
    public TensorPlan() {
        // All that it holds is added.
    }

    /**
     * Reads a table of names.
     *
     * @param lines in each what a checkpoint calls something, spaces, and the intermediates that it makes
     */
    public static Map<String, List<String>> table(String lines) {
        Map<String, List<String>> table = new LinkedHashMap<>();
        for (String line : lines.strip().split("\n")) {
            List<String> words = Arrays.asList(line.strip().split(" +"));
            table.put(words.getFirst(), List.copyOf(words.subList(1, words.size())));
        }
        return Collections.unmodifiableMap(table);
    }

    /** A tensor that the model reads. */
    public void add(String tensor, String... places) {
        uses.put(tensor, List.of(places));
    }

    /** The two tensors of a layer or of a norm: {@code weight} and {@code bias}. */
    public void addPair(String part, String... places) {
        add(part + ".weight", places);
        add(part + ".bias", places);
    }

    /**
     * The pairs of a block.
     *
     * @param part what stands before the names of the table in the checkpoint
     * @param place what stands before those of the intermediates
     */
    public void addPairs(String part, String place, Map<String, List<String>> table) {
        table.forEach((name, places) -> addPair(part + name,
                places.stream().map(each -> place + each).toArray(String[]::new)));
    }

    /**
     * Compares the plan with what is there.
     *
     * @param others what this kind of model knows of names that are not in the plan
     */
    public Inventory inventory(Checkpoint checkpoint, Function<String, Optional<LeftOut>> others) {
        Map<String, List<String>> used = new LinkedHashMap<>();
        Map<String, List<String>> missing = new LinkedHashMap<>();
        uses.forEach((tensor, places) -> (checkpoint.has(tensor) ? used : missing).put(tensor, places));
        Map<String, LeftOut> unused = new LinkedHashMap<>();
        List<String> rest = new ArrayList<>(checkpoint.names());
        rest.removeIf(uses::containsKey);
        rest.forEach(name -> unused.put(name, others.apply(name).orElseGet(() -> LeftOut.foreign(name))));
        return new Inventory(used, missing, unused);
    }
}
