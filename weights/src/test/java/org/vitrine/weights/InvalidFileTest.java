package org.vitrine.weights;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.weights.TestFiles.file;
import static org.vitrine.weights.TestFiles.one;
import static org.vitrine.weights.TestFiles.refusal;
import static org.vitrine.weights.TestFiles.tensor;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that must be refused, in the order of the reference implementation's checks, and what the user is told: lengths, places, sizes. */
@Timeout(60)
class InvalidFileTest {
    private static byte[] hex(String bytes) {
        return HexFormat.of().parseHex(bytes);
    }

    @Test
    void anEmptyFileHasNoHeader() {
        assertThat(refusal(new byte[0])).isEqualTo("a.safetensors: has 0 bytes, expected at least 8 for the length of"
                + " the header; the file is damaged or no safetensors file");
        assertThat(refusal(new byte[7])).contains("has 7 bytes, expected at least 8");
    }

    @ParameterizedTest
    @CsvSource({"3c00000000ffffff, 18446742974197923900", "ffffffffffffffff, 18446744073709551615",
        "0000000000000080, 9223372036854775808", "01e1f50500000000, 100000001"})
    void aHeaderBeyond100MegabytesIsRefusedBeforeAnythingIsAllocated(String length, String told) {
        assertThat(refusal(hex(length))).contains("header length is " + told + " bytes, expected at most 100000000");
    }

    @Test
    void aHeaderOfExactly100MegabytesIsWithinTheLimitButMustBeThere() {
        assertThat(refusal(hex("00e1f50500000000"))).contains("header length is 100000000 bytes, but only 0 follow");
    }

    @Test
    void aHeaderThatRunsPastTheEndOfTheFileIsRefused() {
        assertThat(refusal(hex("3c000000000000007b7d"))).isEqualTo("a.safetensors: the header length is 60 bytes, but"
                + " only 2 follow; the download is incomplete or the file is damaged");
    }

    @Test
    void aGitLfsPointerIsNamed() {
        byte[] pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 7\n".getBytes(UTF_8);
        assertThat(refusal(pointer)).contains("is a Git LFS pointer, not the weights; run 'git lfs pull'");
    }

    @Test
    void tensorsThatShareBytesAreRefused() {
        String json = "{" + tensor("a", "F32", "[2]", "[0,8]") + "," + tensor("b", "F32", "[2]", "[4,12]") + "}";
        assertThat(refusal(file(json, 12))).isEqualTo("a.safetensors: tensor \"b\": data_offsets begin at 4, expected"
                + " 8, right after tensor \"a\" (the two overlap)");
    }

    @Test
    void aHundredThousandTensorsOnTheSameBytesAreRefused() {
        StringBuilder json = new StringBuilder("{");
        for (int i = 0; i < 100_000; i++) {
            json.append(i == 0 ? "" : ",").append(tensor("t" + i, "F32", "[2]", "[0,8]"));
        }
        assertThat(refusal(file(json.append("}").toString(), 8))).contains("the two overlap");
    }

    @Test
    void aHoleBeforeTheFirstTensorIsRefused() {
        assertThat(refusal(file(one("F32", "[1]", "[4,8]"), 8))).isEqualTo("a.safetensors: tensor \"a\": data_offsets"
                + " begin at 4, expected 0, right after the start of the data (there is a hole)");
    }

    @Test
    void aHoleBetweenTensorsIsRefused() {
        String json = "{" + tensor("b", "U8", "[2]", "[5,7]") + "," + tensor("a", "U8", "[4]", "[0,4]") + "}";
        assertThat(refusal(file(json, 7))).contains("tensor \"b\": data_offsets begin at 5, expected 4, right after"
                + " tensor \"a\" (there is a hole)");
    }

    @Test
    void anEmptyTensorInTheMiddleOfAnotherIsRefused() {
        String json = "{" + tensor("a", "U8", "[4]", "[0,4]") + "," + tensor("b", "U8", "[0]", "[2,2]") + "}";
        assertThat(refusal(file(json, 4))).contains("tensor \"b\": data_offsets begin at 2, expected 4");
    }

    @Test
    void anEndBeforeTheBeginningIsRefused() {
        assertThat(refusal(file(one("F32", "[1]", "[8,4]"), 8))).isEqualTo("a.safetensors: tensor \"a\": data_offsets"
                + " [8, 4]: expected the end after the beginning");
    }

    @Test
    void bytesBehindTheLastTensorAreRefused() {
        assertThat(refusal(file(one("F32", "[1]", "[0,4]"), 7))).isEqualTo("a.safetensors: 3 bytes follow the last"
                + " tensor, expected none; the file is damaged or hides something");
        assertThat(refusal(file("{}", 1))).contains("1 bytes follow the last tensor");
    }

    @Test
    void truncatedDataIsRefused() {
        assertThat(refusal(file(one("F32", "[2,3]", "[0,24]"), 22))).isEqualTo("a.safetensors: tensor \"a\" ends at"
                + " byte 24 of the data, but the file has only 22; the download is incomplete");
    }

    @Test
    void offsetsThatDisagreeWithTheShapeAreRefused() {
        assertThat(refusal(file(one("F32", "[2,3]", "[0,20]"), 20))).isEqualTo("a.safetensors: tensor \"a\": shape"
                + " [2, 3] of F32 takes 24 bytes, but data_offsets [0, 20] hold 20");
        assertThat(refusal(file(one("F32", "[0]", "[0,4]"), 4))).contains("takes 0 bytes");
        assertThat(refusal(file(one("F32", "[]", "[0,8]"), 8))).contains("shape [] of F32 takes 4 bytes");
    }

    @Test
    void aShapeWhoseProductOverflowsIsRefused() {
        assertThat(refusal(file(one("F32", "[2,18446744073709551614]", "[0,16]"), 16))).isEqualTo("a.safetensors: the"
                + " header: tensor \"a\", shape: the number 18446744073709551614 is too large for any file (more than"
                + " 9223372036854775807)");
        assertThat(refusal(file(one("F32", "[4294967296,4294967296]", "[0,16]"), 16)))
                .contains("shape [4294967296, 4294967296] of F32 has more bits than a 64-bit number can count");
    }

    @Test
    void aShapeWhoseBitsOverflowIsRefused() {
        assertThat(refusal(file(one("F32", "[2,9223372036854775807]", "[0,16]"), 16))).contains("has more bits than");
        assertThat(refusal(file(one("F32", "[576460752303423489]", "[0,4]"), 4))).contains("has more bits than");
    }

    @Test
    void aTensorThatEndsInTheMiddleOfAByteIsRefused() {
        assertThat(refusal(file(one("F4", "[1,3]", "[0,1]"), 1)))
                .isEqualTo("a.safetensors: tensor \"a\": shape [1, 3] of F4 takes 12 bits, expected whole bytes");
        assertThat(refusal(file(one("F6_E2M3", "[3]", "[0,2]"), 2))).contains("takes 18 bits, expected whole bytes");
    }

    @Test
    void everyTruncationOfAValidFileIsRefused() {
        byte[] whole = file("{\"__metadata__\":{\"k\":\"v\"}," + tensor("a", "F32", "[2]", "[0,8]") + "}", 8);
        for (int length = 0; length < whole.length; length++) {
            assertThat(refusal(Arrays.copyOf(whole, length))).as("%s bytes", length).isNotBlank();
        }
    }
}
