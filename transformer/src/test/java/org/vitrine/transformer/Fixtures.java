package org.vitrine.transformer;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Random;
import org.vitrine.transformer.bart.Bart;
import org.vitrine.transformer.gpt2.Gpt2;
import org.vitrine.transformer.ops.Ops;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.weights.ModelFiles;

/** Tiny models, golden files and random tensors for the tests. */
public final class Fixtures {
    private Fixtures() {
    }

    /** A file or folder among the test resources. */
    public static Path path(String name) {
        try {
            return Path.of(Fixtures.class.getResource("/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One of the tiny models. */
    public static Gpt2 gpt2(String name, Ops ops) {
        return Gpt2.load(ModelFiles.folder(path("models/" + name)), ops);
    }

    /** One of the tiny BARTs. */
    public static Bart bart(String name, Ops ops) {
        return Bart.load(ModelFiles.folder(path("models/" + name)), ops);
    }

    /** Numbers from −2 to 2, the same for the same seed. */
    public static Tensor random(long seed, int... dims) {
        Random random = new Random(seed);
        int size = 1;
        for (int dim : dims) {
            size *= dim;
        }
        float[] data = new float[size];
        for (int i = 0; i < size; i++) {
            data[i] = random.nextFloat() * 4 - 2;
        }
        return Tensor.of(data, dims);
    }
}
