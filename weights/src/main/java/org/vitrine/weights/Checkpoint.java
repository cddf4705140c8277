package org.vitrine.weights;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The weights of one model, looked up by name, whether they lie in one file or in several. A checkpoint can be narrowed
 * to the names below a prefix, so that code which reads a layer looks like the layer:
 *
 * <pre>
 * Checkpoint layer = checkpoint.in("h.0").in("attn");
 * float[] weight = layer.floats("c_attn.weight", 768, 2304);
 * </pre>
 *
 * All names that go in or come out of a narrowed checkpoint are relative to its prefix; messages give full names.
 */
public final class Checkpoint implements AutoCloseable {
    /** The file with all weights, where they are not in shards. */
    public static final String SINGLE = "model.safetensors";
    /** The file that says which shard holds which tensor. */
    public static final String INDEX = ShardIndex.FILE;
    /** What older models have: a Python program that makes the weights when run, so it is not read here. */
    private static final List<String> PICKLES = List.of("pytorch_model.bin", "pytorch_model.bin.index.json");

    private final String source;
    private final List<Safetensors> files;
    private final Map<String, StoredTensor> tensors;
    private final String prefix;

    private Checkpoint(String source, List<Safetensors> files, Map<String, StoredTensor> tensors, String prefix) {
        this.source = source;
        this.files = files;
        this.tensors = tensors;
        this.prefix = prefix;
    }

    /**
     * Opens {@code model.safetensors}, or the shards that {@code model.safetensors.index.json} lists.
     *
     * @throws WeightsException if there is neither, or a file breaks a rule; for a model with {@code pytorch_model.bin}
     *         only, the message says how to convert it
     */
    public static Checkpoint open(ModelFiles files) {
        ShardLoader loader = new ShardLoader(files);
        if (files.has(SINGLE)) {
            loader.openOne(SINGLE);
        } else if (files.has(ShardIndex.FILE)) {
            loader.openShards(ShardIndex.read(files));
        } else {
            throw noWeights(files);
        }
        return new Checkpoint(files.name(), loader.opened(), loader.tensors(), "");
    }

    /**
     * The files that {@link #open} reads: {@code model.safetensors}, or the index and the shards that it lists, each once.
     * The files themselves need not be there.
     *
     * @throws WeightsException if there is neither, or the index breaks a rule
     */
    public static List<String> parts(ModelFiles files) {
        if (files.has(SINGLE)) {
            return List.of(SINGLE);
        }
        if (!files.has(ShardIndex.FILE)) {
            throw noWeights(files);
        }
        List<String> parts = new ArrayList<>(List.of(ShardIndex.FILE));
        parts.addAll(ShardIndex.read(files).files());
        return List.copyOf(parts);
    }

    private static WeightsException noWeights(ModelFiles files) {
        for (String pickle : PICKLES) {
            if (files.has(pickle)) {
                return new WeightsException(files.name() + ": has " + pickle + " but no " + SINGLE + "; convert it once"
                        + " in Python: load it with transformers' class for this model, for example"
                        + " GPT2LMHeadModel.from_pretrained(folder), and call save_pretrained(folder)");
            }
        }
        return new WeightsException(
                files.name() + ": expected " + SINGLE + " or " + ShardIndex.FILE + ", found neither"
                        + OtherFormats.among(files.names()).map(format -> "; " + format).orElse(""));
    }

    /** What the user called the model, for messages. */
    public String source() {
        return source;
    }

    /** Whether there is a tensor of that name. */
    public boolean has(String name) {
        return tensors.containsKey(prefix + name);
    }

    /** The names below the prefix, relative to it, in the order of the files. */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        for (String name : tensors.keySet()) {
            if (name.startsWith(prefix)) {
                names.add(name.substring(prefix.length()));
            }
        }
        return Collections.unmodifiableSet(names);
    }

    /**
     * A view of the names that start with a prefix and a dot; with an empty prefix, this checkpoint itself. The view
     * shares the open files: closing it is not needed, and closes them all.
     */
    public Checkpoint in(String prefix) {
        return prefix.isEmpty() ? this : new Checkpoint(source, files, tensors, this.prefix + prefix + ".");
    }

    /** The tensor of that name, whatever its shape, if there is one. */
    public Optional<StoredTensor> find(String name) {
        return Optional.ofNullable(tensors.get(prefix + name));
    }

    /**
     * The tensor of that name, which must have the given shape.
     *
     * @param shape outermost dimension first; none for a scalar
     * @throws WeightsException if there is none, or its shape is another
     */
    public StoredTensor require(String name, long... shape) {
        String full = prefix + name;
        StoredTensor tensor = tensors.get(full);
        if (tensor == null) {
            throw new WeightsException(source + ": there is no tensor " + Wording.quoted(full)
                    + ", expected one of shape " + Arrays.toString(shape)
                    + Wording.didYouMean(full, tensors.keySet()));
        }
        if (!Arrays.equals(tensor.shape(), shape)) {
            throw new WeightsException(source + ": tensor " + Wording.quoted(full) + " has shape "
                    + Arrays.toString(tensor.shape()) + ", expected " + Arrays.toString(shape)
                    + "; config.json and weights do not belong together");
        }
        return tensor;
    }

    /**
     * All elements of the tensor of that name, which must have the given shape.
     *
     * @throws WeightsException if there is none, its shape is another, or it cannot be read as floats
     */
    public float[] floats(String name, long... shape) {
        return require(name, shape).floats();
    }

    /**
     * Compares the names below the prefix with those that a model needs.
     *
     * @param expected the names that must be there, relative to the prefix
     * @param ignorable which other names may be there, such as buffers that the model computes itself
     * @throws WeightsException that lists both what is missing and what is neither expected nor ignorable
     */
    public void check(Collection<String> expected, Predicate<String> ignorable) {
        List<String> missing = new ArrayList<>();
        for (String name : expected) {
            if (!has(name)) {
                missing.add(prefix + name);
            }
        }
        Set<String> known = new HashSet<>(expected);
        List<String> unexpected = new ArrayList<>();
        for (String name : names()) {
            if (!known.contains(name) && !ignorable.test(name)) {
                unexpected.add(prefix + name);
            }
        }
        if (missing.isEmpty() && unexpected.isEmpty()) {
            return;
        }
        StringBuilder message = new StringBuilder(source).append(": the tensors are not those of this kind of model");
        if (!missing.isEmpty()) {
            message.append("; missing: ").append(Wording.list(missing));
        }
        if (!unexpected.isEmpty()) {
            message.append("; unexpected: ").append(Wording.list(unexpected));
        }
        throw new WeightsException(message.toString());
    }

    /** Closes all files; no tensor can be read afterwards. */
    @Override
    public void close() {
        for (Safetensors file : files) {
            file.close();
        }
    }

    /** For the debugger. */
    @Override
    public String toString() {
        return source + (prefix.isEmpty() ? "" : ", below " + prefix);
    }
}
