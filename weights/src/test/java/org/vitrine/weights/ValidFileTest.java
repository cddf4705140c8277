package org.vitrine.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.weights.TestFiles.file;
import static org.vitrine.weights.TestFiles.one;
import static org.vitrine.weights.TestFiles.open;
import static org.vitrine.weights.TestFiles.refusal;
import static org.vitrine.weights.TestFiles.tensor;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that must be accepted, some of which other readers refuse. */
@Timeout(60)
class ValidFileTest {
    @Test
    void aFileWithoutTensorsIsFine() {
        assertThat(open(file("{}", 0)).entries()).isEmpty();
        assertThat(open(file("{}", 0)).metadata()).isEmpty();
        assertThat(open(file("{\"__metadata__\":{}}", 0)).entries()).isEmpty();
    }

    @Test
    void aTensorMayBeEmpty() {
        StoredTensor empty = open(file(one("F32", "[2,0]", "[0,0]"), 0)).require("a");
        assertThat(empty.elements()).isZero();
        assertThat(empty.floats()).isEmpty();
        assertThat(empty.shape()).containsExactly(2, 0);
    }

    @Test
    void emptyTensorsMayLieBeforeBetweenAndAfterOthers() {
        String json = "{" + tensor("end", "F32", "[0]", "[4,4]") + "," + tensor("x", "U8", "[2]", "[0,2]") + ","
                + tensor("y", "U8", "[2]", "[2,4]") + "," + tensor("middle", "F32", "[0]", "[2,2]") + ","
                + tensor("begin", "F32", "[0,5]", "[0,0]") + "}";
        assertThat(open(file(json, 4)).entries()).extracting(TensorEntry::name)
                .containsExactly("begin", "x", "middle", "y", "end");
    }

    @Test
    void aTensorMayBeAScalar() {
        StoredTensor scalar = open(file(one("F32", "[]", "[0,4]"), 4)).require("a");
        assertThat(scalar.elements()).isEqualTo(1);
        assertThat(scalar.shape()).isEmpty();
        assertThat(scalar.floats()).containsExactly(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r", " ", "\t", "\n", "\r \t\n", "      "})
    void whiteSpaceMayStandAroundTheHeader(String space) {
        String json = one("U8", "[1]", "[0,1]");
        assertThat(open(file(json + space, 1)).entries()).hasSize(1);
        assertThat(open(file(space + json, 1)).entries()).hasSize(1);
        assertThat(open(file(space + json + space, 1)).entries()).hasSize(1);
    }

    @Test
    void fieldsMayComeInAnyOrder() {
        String json = "{\"a\":{\"data_offsets\":[0,4],\"shape\":[2,1],\"dtype\":\"I16\"},\"__metadata__\":{\"k\":\"v\"}}";
        Safetensors file = open(file(json, 4));
        assertThat(file.entries()).containsExactly(new TensorEntry("a", DType.I16, List.of(2L, 1L), 0, 4));
        assertThat(file.metadata()).containsExactly(java.util.Map.entry("k", "v"));
    }

    @Test
    void entriesComeInTheOrderOfTheirBytes() {
        String json = "{" + tensor("last", "U8", "[1]", "[8,9]") + "," + tensor("first", "F32", "[2]", "[0,8]") + "}";
        assertThat(open(file(json, 9)).entries()).extracting(TensorEntry::name).containsExactly("first", "last");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void theHeaderNeedNotBeAligned(int padding) {
        byte[] json = (one("F32", "[1]", "[0,4]") + " ".repeat(padding)).getBytes(StandardCharsets.UTF_8);
        Safetensors file = open(file(json, new byte[]{0, 0, (byte) 0xc0, (byte) 0xbf}));
        assertThat(file.require("a").floats()).containsExactly(-1.5f);
    }

    @Test
    void tensorsNeedNotBeAligned() {
        String json = "{" + tensor("x", "U8", "[1]", "[0,1]") + "," + tensor("y", "F64", "[1]", "[1,9]") + "}";
        byte[] data = {7, 0, 0, 0, 0, 0, 0, (byte) 0xf8, 0x3f};
        Safetensors file = open(file(json.getBytes(StandardCharsets.UTF_8), data));
        assertThat(file.require("y").doubles()).containsExactly(1.5);
    }

    @Test
    void membersThatTheFormatDoesNotKnowArePassedOver() {
        String json = "{\"a\":{\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[0,1],\"x\":{\"y\":[1,{}]},\"z\":1.5}}";
        assertThat(open(file(json, 1)).entries()).hasSize(1);
    }

    @Test
    void namesMayBeAnyText() {
        String json = "{" + tensor("", "U8", "[0]", "[0,0]") + "," + tensor("Größe \uD83D\uDE00\\n\\\"", "U8", "[0]",
                "[0,0]") + "}";
        Safetensors file = open(file(json, 0));
        assertThat(file.find("")).isPresent();
        assertThat(file.find("Größe 😀\n\"")).isPresent();
    }

    @Test
    void typesWithoutAConversionAreListedButNotRead() {
        for (DType dtype : DType.values()) {
            int bytes = dtype.bits();
            Safetensors file = open(file(one(dtype.name(), "[8]", "[0," + bytes + "]"), bytes));
            assertThat(file.entries().getFirst().dtype()).isEqualTo(dtype);
            StoredTensor tensor = file.require("a");
            if (dtype.isReadable()) {
                assertThat(tensor.floats()).containsOnly(0).hasSize(8);
            } else {
                String message = "a.safetensors: tensor \"a\" is stored as " + dtype
                        + ", which cannot be read as numbers here; save it as F32 or BF16";
                assertThat(refusal(tensor::floats)).isEqualTo(message);
                assertThat(refusal(tensor::doubles)).isEqualTo(message);
            }
        }
    }

    @Test
    void aHundredThousandTensorsOpenQuickly() {
        StringBuilder json = new StringBuilder("{");
        for (int i = 0; i < 100_000; i++) {
            String offsets = "[" + 4 * i + "," + 4 * (i + 1) + "]";
            json.append(i == 0 ? "" : ",").append(tensor("layer." + i + ".weight", "F32", "[1]", offsets));
        }
        assertThat(open(file(json.append("}").toString(), 400_000)).entries()).hasSize(100_000);
    }

    @Test
    void aMissingTensorIsReportedWithNamesThatResembleIt() {
        String json = "{" + tensor("h.0.attn.c_attn.weight", "U8", "[0]", "[0,0]") + ","
                + tensor("transformer.wte.weight", "U8", "[0]", "[0,0]") + "}";
        Safetensors file = open(file(json, 0));
        assertThat(refusal(() -> file.require("h.0.atn.c_attn.weight"))).isEqualTo("a.safetensors: there is no tensor"
                + " \"h.0.atn.c_attn.weight\" among the 2 of this file; did you mean \"h.0.attn.c_attn.weight\"?");
        assertThat(refusal(() -> file.require("wte.weight"))).contains("did you mean \"transformer.wte.weight\"?");
        assertThat(refusal(() -> file.require("q"))).endsWith("there is no tensor \"q\" among the 2 of this file");
    }
}
