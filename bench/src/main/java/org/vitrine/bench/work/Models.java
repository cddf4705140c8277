package org.vitrine.bench.work;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.vitrine.bench.model.RandomBart;
import org.vitrine.bench.model.RandomBert;
import org.vitrine.bench.model.RandomGpt2;
import org.vitrine.transformer.bart.Bart;
import org.vitrine.transformer.bert.Bert;
import org.vitrine.transformer.gpt2.Gpt2;
import org.vitrine.transformer.ops.Ops;
import org.vitrine.weights.DType;
import org.vitrine.weights.ModelFiles;

/** Models of real sizes with random weights, written when first asked for. Only those of one family are kept. */
public final class Models {
    private final Path folder;
    private final Map<Size, Object> loaded = new EnumMap<>(Size.class);
    private Family family;

    /** @param folder where they are written to */
    public Models(Path folder) {
        this.folder = folder;
    }

    /** What kind of model. */
    private enum Family {
        BERT, GPT2, BART
    }

    /** Which model. */
    enum Size {
        BERT_BASE(Family.BERT, RandomBert.BASE::write),
        DISTILGPT2(Family.GPT2, RandomGpt2.DISTILGPT2::write),
        DISTILGPT2_F16(Family.GPT2, folder -> RandomGpt2.DISTILGPT2.write(folder, DType.F16)),
        DISTILGPT2_BF16(Family.GPT2, folder -> RandomGpt2.DISTILGPT2.write(folder, DType.BF16)),
        BART_LARGE(Family.BART, RandomBart.LARGE::write);

        private final Family family;
        private final Writer writer;

        Size(Family family, Writer writer) {
            this.family = family;
            this.writer = writer;
        }

        private interface Writer {
            void write(Path folder) throws IOException;
        }

        /** Reads it from its folder, afresh each time. */
        Object load(Path where, Ops ops) {
            ModelFiles files = ModelFiles.folder(where);
            return switch (family) {
                case BERT -> Bert.load(files, ops);
                case GPT2 -> Gpt2.load(files, ops);
                case BART -> Bart.load(files, ops);
            };
        }
    }

    /** The folder of a model, which is written where it is not there yet. */
    Path folder(Size size) throws IOException {
        if (family != size.family) {
            forget();
            for (Size other : Size.values()) {
                TemporaryFolder.delete(path(other));
            }
            family = size.family;
        }
        Path path = path(size);
        if (!Files.exists(path)) {
            size.writer.write(path);
        }
        return path;
    }

    private Path path(Size size) {
        return folder.resolve(size.name());
    }

    /** A place for another folder or file, which is not there yet and is deleted in the end. */
    Path place(String name) {
        return folder.resolve(name);
    }

    /** The size of a model's numbers in its file. */
    long bytes(Size size) throws IOException {
        return Files.size(folder(size).resolve("model.safetensors"));
    }

    /** Leaves no model on the heap. */
    void forget() {
        loaded.clear();
    }

    Bert bert(Ops ops) throws IOException {
        return (Bert) model(Size.BERT_BASE, ops);
    }

    Gpt2 gpt2(Size size, Ops ops) throws IOException {
        return (Gpt2) model(size, ops);
    }

    Bart bart(Ops ops) throws IOException {
        return (Bart) model(Size.BART_LARGE, ops);
    }

    /** Another one, for operations of its own. */
    Bert freshBert(Ops ops) throws IOException {
        return (Bert) Size.BERT_BASE.load(folder(Size.BERT_BASE), ops);
    }

    /** Another distilgpt2, for operations of its own. */
    Gpt2 freshGpt2(Ops ops) throws IOException {
        return (Gpt2) Size.DISTILGPT2.load(folder(Size.DISTILGPT2), ops);
    }

    private Object model(Size size, Ops ops) throws IOException {
        Path path = folder(size);
        return loaded.computeIfAbsent(size, key -> key.load(path, ops));
    }
}
