package org.vitrine.weights;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The index of a checkpoint that is split over several files, {@code model.safetensors.index.json}: which tensor lies in
 * which file. Its {@code metadata} is passed over.
 *
 * @param shards tensor name to file name, in the index's order
 */
record ShardIndex(Map<String, String> shards) {
    static final String FILE = "model.safetensors.index.json";
    /** Tensors of one model; the largest published models have a few hundred thousand. */
    static final int MOST_TENSORS = 1_000_000;
    private static final String MAP = "weight_map";

    /** Reads a model's index; file names that could lead out of the model are refused. */
    static ShardIndex read(ModelFiles files) {
        String source = files.name() + ", " + FILE;
        Map<String, String> shards = null;
        try (StrictJson json = new StrictJson(files.read(FILE), source)) {
            json.beginObject("the whole");
            for (String name = json.nextName(); name != null; name = json.nextName()) {
                if (!name.equals(MAP)) {
                    json.skipValue();
                } else if (shards != null) {
                    throw json.error(MAP + " occurs twice");
                } else {
                    shards = readMap(json, source);
                }
            }
            json.end();
            if (shards == null || shards.isEmpty()) {
                throw json.error("expected a " + MAP + " that lists the tensors, found none");
            }
        }
        return new ShardIndex(shards);
    }

    private static Map<String, String> readMap(StrictJson json, String source) {
        Map<String, String> shards = new LinkedHashMap<>();
        json.beginObject(MAP);
        for (String tensor = json.nextName(); tensor != null; tensor = json.nextName()) {
            String shard = json.string(MAP + ", tensor " + Wording.quoted(tensor));
            if (shards.put(tensor, SmallFiles.plainName(shard, source)) != null) {
                throw json.error(MAP + ": tensor " + Wording.quoted(tensor) + " occurs twice");
            }
            if (shards.size() > MOST_TENSORS) {
                throw json.error(MAP + " lists more than " + MOST_TENSORS + " tensors");
            }
        }
        return shards;
    }

    /** The files, each once. */
    Set<String> files() {
        return new LinkedHashSet<>(shards.values());
    }
}
