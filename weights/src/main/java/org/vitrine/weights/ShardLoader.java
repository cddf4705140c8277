package org.vitrine.weights;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Opens the files of a checkpoint, all of them or none, and gathers their tensors under their names. */
final class ShardLoader {
    private final ModelFiles files;
    private final Map<String, Safetensors> opened = new LinkedHashMap<>();
    private final Map<String, StoredTensor> tensors = new LinkedHashMap<>();

    ShardLoader(ModelFiles files) {
        this.files = files;
    }

    void openOne(String file) {
        gather(file);
    }

    /** Opens every file of the index and checks that each tensor lies where the index says, and nowhere else. */
    void openShards(ShardIndex index) {
        checkPresent(index.files());
        try {
            for (String file : index.files()) {
                gather(file);
            }
            checkPlaces(index);
        } catch (RuntimeException | Error e) {
            for (Safetensors file : opened.values()) {
                file.close();
            }
            throw e;
        }
    }

    List<Safetensors> opened() {
        return List.copyOf(opened.values());
    }

    Map<String, StoredTensor> tensors() {
        return tensors;
    }

    private void checkPresent(Set<String> shards) {
        List<String> missing = new ArrayList<>();
        for (String shard : shards) {
            if (!files.has(shard)) {
                missing.add(shard);
            }
        }
        if (!missing.isEmpty()) {
            throw new WeightsException(files.name() + ": " + missing.size() + " of " + shards.size() + " files that "
                    + ShardIndex.FILE + " lists are missing: " + Wording.list(missing) + "; download them too");
        }
    }

    private void gather(String file) {
        Safetensors shard = files.safetensors(file);
        opened.put(file, shard);
        for (TensorEntry entry : shard.entries()) {
            StoredTensor before = tensors.put(entry.name(), shard.require(entry.name()));
            if (before != null) {
                throw new WeightsException(shard.source() + ": tensor " + Wording.quoted(entry.name())
                        + " is in another file of this model too, expected it in one only");
            }
        }
    }

    private void checkPlaces(ShardIndex index) {
        for (Map.Entry<String, String> place : index.shards().entrySet()) {
            Safetensors shard = opened.get(place.getValue());
            if (shard.find(place.getKey()).isEmpty()) {
                throw new WeightsException(shard.source() + ": there is no tensor " + Wording.quoted(place.getKey())
                        + " in this file, where " + ShardIndex.FILE + " says it is");
            }
        }
    }
}
