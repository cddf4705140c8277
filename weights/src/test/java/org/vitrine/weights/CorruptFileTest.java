package org.vitrine.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.weights.TestFiles.file;
import static org.vitrine.weights.TestFiles.tensor;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Random damage to a small file: it opens or is refused with a message, and nothing else ever happens. */
@Timeout(120)
class CorruptFileTest {
    private static final int TRIALS = 5000;
    private static final byte[] TELLING = "{}[]\",:0123456789-.eE\\u \nnull".getBytes(StandardCharsets.US_ASCII);

    private final byte[] whole = file("{\"__metadata__\":{\"format\":\"pt\"}," + tensor("wte.weight", "F32", "[2,3]",
            "[0,24]") + "," + tensor("mask", "BOOL", "[4]", "[24,28]") + "," + tensor("ids", "I64", "[1]", "[28,36]")
            + "}", 36);
    private final Random random = new Random(20230523);

    @Test
    void damagedFilesOpenOrAreRefusedWithAMessage() {
        int opened = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            byte[] damaged = damaged();
            try (Safetensors file = Safetensors.of(damaged, "damaged")) {
                readAll(file);
                opened++;
            } catch (WeightsException e) {
                assertThat(e.getMessage()).startsWith("damaged: ").doesNotContain("\n");
            }
        }
        // Both must happen, or the damage is too heavy or too light to tell anything.
        assertThat(opened).isBetween(1, TRIALS - 1);
    }

    private void readAll(Safetensors file) {
        for (TensorEntry entry : file.entries()) {
            StoredTensor tensor = file.require(entry.name());
            assertThat(tensor.floats().length).isEqualTo((int) entry.elements());
        }
    }

    private byte[] damaged() {
        byte[] bytes = whole.clone();
        int headerEnd = bytes.length - 36;
        int changes = 1 + random.nextInt(3);
        for (int i = 0; i < changes; i++) {
            int place = random.nextInt(headerEnd);
            switch (random.nextInt(3)) {
                case 0 -> bytes[place] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[place] = (byte) random.nextInt(256);
                default -> bytes[Math.max(place, 8)] = TELLING[random.nextInt(TELLING.length)];
            }
        }
        return random.nextInt(8) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }
}
