package org.vitrine.weights;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Files that hold weights in another form than safetensors, recognised by their names, and what to do about them. */
final class OtherFormats {
    private static final String TAKE = "; take the model's safetensors files, as Hugging Face has them";
    /** By the end of the file's name, in lower case; the first that is found in a folder is spoken of. */
    private static final Map<String, String> FORMATS = new LinkedHashMap<>();

    static {
        String adapter = "is an adapter (PEFT, LoRA), which holds changes to another model and is none itself; merge it"
                + " into its model once in Python (merge_and_unload, then save_pretrained) and take that folder";
        FORMATS.put("adapter_config.json", adapter);
        FORMATS.put("adapter_model.safetensors", adapter);
        FORMATS.put("adapter_model.bin", adapter);
        FORMATS.put(".gguf", "is a GGUF file, made for llama.cpp, which is not read here" + TAKE);
        FORMATS.put(".ggml", "is a GGML file, made for llama.cpp, which is not read here" + TAKE);
        FORMATS.put(".onnx", "is an ONNX graph, which is not read here" + TAKE);
        FORMATS.put(".h5", "holds TensorFlow's weights, which are not read here" + TAKE);
        FORMATS.put(".msgpack", "holds Flax's weights, which are not read here" + TAKE);
        FORMATS.put(".ckpt.index", "holds TensorFlow's weights, which are not read here" + TAKE);
        FORMATS.put(".tflite", "holds TensorFlow Lite's weights, which are not read here" + TAKE);
        FORMATS.put(".ot", "holds weights for Rust's tch, which are not read here" + TAKE);
        for (String pickle : new String[]{".bin", ".pt", ".pth", ".ckpt"}) {
            FORMATS.put(pickle, "is PyTorch's own format, a program that makes the weights when run, which is not read"
                    + " here; convert it once in Python: load it with transformers' class for this model and call"
                    + " save_pretrained(folder)");
        }
    }

    private OtherFormats() {
    }

    /** What a file is, and what to do instead: {@code "model.gguf" is a GGUF file, …}. */
    static Optional<String> of(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        return FORMATS.keySet().stream().filter(name::endsWith).findFirst()
                .map(end -> Wording.quoted(file) + " " + FORMATS.get(end));
    }

    /** The same of the first such file among those of a folder; nothing if it holds weights that are read, too. */
    static Optional<String> among(Collection<String> files) {
        if (files.contains(Checkpoint.SINGLE) || files.contains(ShardIndex.FILE)) {
            return Optional.empty();
        }
        for (String end : FORMATS.keySet()) {
            for (String file : files) {
                if (file.toLowerCase(Locale.ROOT).endsWith(end)) {
                    return of(file);
                }
            }
        }
        return Optional.empty();
    }
}
