package org.vitrine.ui.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.transformer.ops.VectorOps;
import org.vitrine.ui.session.LoadedModel;
import org.vitrine.weights.ModelFiles;
import org.vitrine.weights.Safetensors;
import org.vitrine.weights.WeightsException;

/** Somebody cuts a model's file while it is read: the reader gets its numbers or is told, and the program lives. */
@Timeout(300)
class ShrinkingModelTest {
    private static final String WEIGHTS = "model.safetensors";
    private static final int ROUNDS = 25;
    /** As long as loading takes, and somewhat more. */
    private static final int LONGEST_WAIT_NANOS = 60_000_000;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"classroom-gpt2", "classroom-bert", "classroom-bart"})
    void aModelThatIsCutWhileItIsLoadedIsLoadedOrRefused(String name) throws IOException, InterruptedException {
        byte[] weights = copy(name);
        SplittableRandom random = new SplittableRandom(name.hashCode());
        for (int round = 0; round < ROUNDS; round++) {
            Files.write(folder.resolve(WEIGHTS), weights);
            FutureTask<LoadedModel> loading = new FutureTask<>(
                    () -> LoadedModel.load(ModelFiles.folder(folder), new VectorOps(2)));
            Thread.ofPlatform().start(loading);
            LockSupport.parkNanos(random.nextInt(LONGEST_WAIT_NANOS));
            cut(random.nextInt(weights.length));
            try {
                assertThat(loading.get().layers()).isPositive();
            } catch (ExecutionException e) {
                assertThat(e.getCause()).isInstanceOf(WeightsException.class).hasMessageContaining(WEIGHTS);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"classroom-gpt2", "classroom-bert", "classroom-bart"})
    void aModelThatIsCutOnceItIsOpenIsRefused(String name) throws IOException {
        byte[] weights = copy(name);
        ModelFiles cutting = new CutWhenOpened(ModelFiles.folder(folder), () -> cut(weights.length / 4));
        assertThatThrownBy(() -> LoadedModel.load(cutting, new VectorOps(2))).isInstanceOf(WeightsException.class)
                .hasMessageContaining(WEIGHTS);
    }

    /** A model's files in the folder; gives its weights. */
    private byte[] copy(String name) throws IOException {
        ModelFiles whole = ModelFiles.classroom(name);
        for (String file : List.of("config.json", "tokenizer.json", "tokenizer_config.json", WEIGHTS)) {
            Files.write(folder.resolve(file), whole.read(file));
        }
        return whole.read(WEIGHTS);
    }

    /** Files of which the weights are cut when their header has been read and before a tensor is. */
    private record CutWhenOpened(ModelFiles files, Runnable cut) implements ModelFiles {
        @Override
        public String name() {
            return files.name();
        }

        @Override
        public boolean has(String file) {
            return files.has(file);
        }

        @Override
        public byte[] read(String file) {
            return files.read(file);
        }

        @Override
        public Safetensors safetensors(String file) {
            Safetensors opened = files.safetensors(file);
            cut.run();
            return opened;
        }
    }

    private void cut(long length) {
        try (FileChannel file = FileChannel.open(folder.resolve(WEIGHTS), StandardOpenOption.WRITE)) {
            file.truncate(length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
