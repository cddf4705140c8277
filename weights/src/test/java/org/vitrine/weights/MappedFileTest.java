package org.vitrine.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.vitrine.weights.TestFiles.file;
import static org.vitrine.weights.TestFiles.one;
import static org.vitrine.weights.TestFiles.refusal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files on disk: large ones, ones that change while they are open, ones that are no files. */
@Timeout(120)
class MappedFileTest {
    @TempDir
    Path folder;

    private Path write(byte[] content) throws IOException {
        return Files.write(folder.resolve("a.safetensors"), content);
    }

    private static void cut(Path file, long length) throws IOException {
        try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
            access.setLength(length);
        } catch (IOException e) {
            // Windows does not let anybody shorten a mapped file: the danger does not exist there.
            System.out.println("skipped: a mapped file cannot be cut short here: " + e.getMessage());
            abort(e.getMessage());
        }
    }

    @Test
    void aFileOnDiskIsReadUntilItIsClosed() throws IOException {
        Path path = write(file(one("F32", "[2]", "[0,8]"), 8));
        StoredTensor tensor;
        try (Safetensors file = Safetensors.open(path)) {
            assertThat(file.source()).isEqualTo(path.toString());
            tensor = file.require("a");
            assertThat(tensor.floats()).containsExactly(0, 0);
        }
        assertThat(refusal(tensor::floats)).isEqualTo(path + ": is read after it was closed");
    }

    @Test
    void closingTwiceIsHarmless() throws IOException {
        Safetensors file = Safetensors.open(write(file("{}", 0)));
        file.close();
        file.close();
        assertThat(refusal(() -> Safetensors.open(folder.resolve("b")))).contains("there is no such file");
    }

    @Test
    void aFileCutShortWhileOpenIsReportedEvenWhereItsPagesStillReadAsZeros() throws IOException {
        Path path = write(file(one("F16", "[4]", "[0,8]"), 8));
        long length = Files.size(path);
        try (Safetensors file = Safetensors.open(path)) {
            cut(path, length - 2);
            assertThat(refusal(file.require("a")::floats)).isEqualTo(path + ": was cut short while it was open, from "
                    + length + " to " + (length - 2) + " bytes; open it again once it is complete");
        }
    }

    @Test
    void pagesThatAreGoneAreAnErrorAndNoCrash() throws IOException {
        int bytes = 1 << 20;
        for (DType dtype : new DType[]{DType.F32, DType.BF16, DType.F64, DType.U8}) {
            int elements = bytes * Byte.SIZE / dtype.bits();
            Path path = write(file(one(dtype.name(), "[" + elements + "]", "[0," + bytes + "]"), bytes));
            try (Safetensors file = Safetensors.open(path)) {
                cut(path, 100);
                StoredTensor tensor = file.require("a");
                String message = path + ": became unreadable while it was open (cut short, or its disk failed); open"
                        + " it again";
                assertThat(refusal(() -> {
                    tensor.read(elements / 2, new float[10], 0, 10);
                    return null;
                })).isEqualTo(message);
                assertThat(refusal(tensor::doubles)).startsWith(path.toString());
            }
        }
    }

    @Test
    void aFileThatGrowsWhileOpenIsStillRead() throws IOException {
        Path path = write(file(one("F32", "[2]", "[0,8]"), 8));
        try (Safetensors file = Safetensors.open(path)) {
            cut(path, Files.size(path) + 4);
            assertThat(file.require("a").floats()).containsExactly(0, 0);
        }
    }

    @Test
    void anInterruptedThreadCanStillRead() throws Exception {
        Path path = write(file(one("F32", "[2]", "[0,8]"), 8));
        AtomicReference<Object> result = new AtomicReference<>();
        try (Safetensors file = Safetensors.open(path)) {
            Thread reader = new Thread(() -> {
                Thread.currentThread().interrupt();
                try {
                    result.set(file.require("a").floats());
                } catch (RuntimeException e) {
                    result.set(e);
                }
            });
            reader.start();
            reader.join();
            assertThat(result.get()).isInstanceOf(float[].class);
            assertThat(file.require("a").floats()).containsExactly(0, 0);
        }
    }

    @Test
    void aFileBeyondTwoGibibytesIsReadAtBothEnds() throws IOException {
        long elements = 600_000_000;
        byte[] header = file(one("F32", "[" + elements + "]", "[0," + 4 * elements + "]"), 0);
        Path path = folder.resolve("large.safetensors");
        try (RandomAccessFile sparse = new RandomAccessFile(path.toFile(), "rw")) {
            sparse.write(header);
            sparse.setLength(header.length + 4 * elements);
            sparse.seek(header.length + 4 * (elements - 2));
            sparse.write(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putFloat(-1.5f).putFloat(7).array());
        } catch (IOException e) {
            System.out.println("skipped: this disk holds no sparse file of 2.4 GB: " + e.getMessage());
            abort(e.getMessage());
        }
        try (Safetensors file = Safetensors.open(path)) {
            StoredTensor tensor = file.require("a");
            float[] end = new float[4];
            tensor.read(elements - 4, end, 0, 4);
            assertThat(end).containsExactly(0, 0, -1.5f, 7);
            float[] start = new float[2];
            tensor.read(0, start, 0, 2);
            assertThat(start).containsExactly(0, 0);
        }
    }

    @Test
    void moreElementsThanAnArrayHoldsMustBeReadInParts() throws IOException {
        long elements = 1L << 31;
        byte[] header = file(one("U8", "[" + elements + "]", "[0," + elements + "]"), 0);
        Path path = folder.resolve("large.safetensors");
        try (RandomAccessFile sparse = new RandomAccessFile(path.toFile(), "rw")) {
            sparse.write(header);
            sparse.setLength(header.length + elements);
        } catch (IOException e) {
            System.out.println("skipped: this disk holds no sparse file of 2 GB: " + e.getMessage());
            abort(e.getMessage());
        }
        try (Safetensors file = Safetensors.open(path)) {
            StoredTensor tensor = file.require("a");
            String message = path + ": tensor \"a\" has 2147483648 elements, more than one Java array holds"
                    + " (2147483639); read it in parts";
            assertThat(refusal(tensor::floats)).isEqualTo(message);
            assertThat(refusal(tensor::doubles)).isEqualTo(message);
            assertThat(refusal(tensor::longs)).isEqualTo(message);
            float[] last = {1};
            tensor.read(elements - 1, last, 0, 1);
            assertThat(last).containsExactly(0);
        }
    }

    @Test
    void aFolderIsNoFile() {
        assertThat(refusal(() -> Safetensors.open(folder))).isEqualTo(folder
                + ": expected a file, found a folder or a device");
    }

    @Test
    void aRefusedFileIsNotKeptOpen() throws IOException {
        Path path = write(new byte[]{1, 2, 3});
        assertThat(refusal(() -> Safetensors.open(path))).startsWith(path + ": has 3 bytes");
        // Would fail on Windows if the mapping were still there.
        Files.delete(path);
        assertThat(path).doesNotExist();
    }
}
