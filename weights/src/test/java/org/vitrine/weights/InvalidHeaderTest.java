package org.vitrine.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.weights.TestFiles.file;
import static org.vitrine.weights.TestFiles.one;
import static org.vitrine.weights.TestFiles.refusal;
import static org.vitrine.weights.TestFiles.tensor;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers that are not the JSON that the format asks for, or more of it than any file has. */
@Timeout(60)
class InvalidHeaderTest {
    private static byte[] hex(String bytes) {
        return HexFormat.of().parseHex(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ff", "7b22c0af223a317d", "7b22eda080223a317d", "7b22e282"})
    void aHeaderThatIsNotUtf8IsRefused(String header) {
        assertThat(refusal(file(hex(header), new byte[0]))).isEqualTo("a.safetensors: the header is not valid UTF-8");
    }

    @Test
    void aHeaderInUtf16IsRefused() {
        assertThat(refusal(file("{}".getBytes(StandardCharsets.UTF_16LE), new byte[0]))).contains("not valid JSON");
        assertThat(refusal(file("{}".getBytes(StandardCharsets.UTF_16BE), new byte[0]))).contains("not valid JSON");
    }

    @Test
    void aByteOrderMarkIsRefused() {
        assertThat(refusal(file("\ufeff{}", 0))).contains("the header");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"a\"", "{\"a\":", "{\"a\":{\"dtype\":\"F", " "})
    void aHeaderThatEndsTooEarlyIsRefused(String header) {
        assertThat(refusal(file(header, 0))).matches("a.safetensors: the header.*(ends too early|found nothing)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"}", "{a:1}", "{'a':1}", "{\"a\":1,}", "{}}", "{}{}", "{} 1", "{}\0", "{} x", "// c\n{}",
        "{\"a\\x\":1}", "{\"a\n\":1}", "{\"a\":01}", "{\"a\":NaN}"})
    void aHeaderThatIsNotJsonIsRefused(String header) {
        assertThat(refusal(file(header, 0))).startsWith("a.safetensors: the header");
    }

    @ParameterizedTest
    @CsvSource({"[], a list […]", "1, 1", "'\"x\"', the string \"x\"", "null, null", "true, true", "1.5, 1.5"})
    void aHeaderThatIsNotAnObjectIsRefused(String header, String found) {
        assertThat(refusal(file(header, 0)))
                .isEqualTo("a.safetensors: the header: the whole: expected an object {…}, found " + found);
    }

    @Test
    void anEmptyHeaderIsRefused() {
        assertThat(refusal(file("", 0))).contains("the header: the whole: expected an object {…}, found nothing");
    }

    @Test
    void anUnknownTypeIsRefused() {
        assertThat(refusal(file(one("F31", "[1]", "[0,4]"), 4)))
                .startsWith(
                        "a.safetensors: the header: tensor \"a\": the dtype \"F31\" is unknown, expected one of [BOOL,")
                .contains("F32");
        assertThat(refusal(file(one("f32", "[1]", "[0,4]"), 4))).contains("the dtype \"f32\" is unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "-0", "1.0", "1e3", "0.5", "\"1\"", "null", "true", "[1]", "{}"})
    void aSizeThatIsNotAPlainWholeNumberIsRefused(String size) {
        assertThat(refusal(file(one("U8", "[" + size + "]", "[0,1]"), 1)))
                .startsWith(
                        "a.safetensors: the header: tensor \"a\", shape: expected a whole number, 0 or more, found ");
        assertThat(refusal(file(one("U8", "[1]", "[0," + size + "]"), 1))).startsWith(
                "a.safetensors: the header: tensor \"a\", data_offsets: expected a whole number, 0 or more, found ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"18446744073709551616", "9223372036854775808", "99999999999999999999999999999999999999999"})
    void aNumberThatNoFileCouldHoldIsRefused(String number) {
        assertThat(refusal(file(one("U8", "[" + number + "]", "[0,1]"), 1))).contains("is too large for any file");
        assertThat(refusal(file(one("U8", "[1]", "[0," + number + "]"), 1))).contains("is too large for any file");
    }

    @Test
    void aNumberOfAMillionDigitsIsRefused() {
        assertThat(refusal(file(one("U8", "[" + "9".repeat(1_000_000) + "]", "[0,1]"), 1)))
                .contains("the header exceeds a limit").contains("1000 digits in a number");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"7 | tensor \"a\": expected an object {…}, found 7",
        "[] | tensor \"a\": expected an object {…}, found a list […]",
        "{\"dtype\":7,\"shape\":[],\"data_offsets\":[0,1]} | tensor \"a\", dtype: expected a string, found 7",
        "{\"dtype\":\"U8\",\"shape\":1,\"data_offsets\":[0,1]} | tensor \"a\", shape: expected a list […], found 1",
        "{\"dtype\":\"U8\",\"shape\":[],\"data_offsets\":{}} | data_offsets: expected a list […], found an object"})
    void aValueOfTheWrongKindIsRefused(String value, String message) {
        assertThat(refusal(file("{\"a\":" + value + "}", 1))).contains(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"dtype | {\"shape\":[],\"data_offsets\":[0,1]}",
        "shape | {\"dtype\":\"U8\",\"data_offsets\":[0,1]}", "data_offsets | {\"dtype\":\"U8\",\"shape\":[]}"})
    void aMissingFieldIsNamed(String field, String value) {
        assertThat(refusal(file("{\"a\":" + value + "}", 1)))
                .isEqualTo("a.safetensors: the header: tensor \"a\": the field \"" + field + "\" is missing");
    }

    @Test
    void offsetsMustBeTwo() {
        assertThat(refusal(file(one("U8", "[]", "[0]"), 1))).contains("data_offsets: expected two numbers, found 1");
        assertThat(refusal(file(one("U8", "[]", "[]"), 1))).contains("data_offsets: expected two numbers, found 0");
        assertThat(refusal(file(one("U8", "[]", "[0,1,2]"), 1))).contains("data_offsets: expected at most 2 numbers");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"null | __metadata__: expected an object {…}, found null",
        "\"x\" | __metadata__: expected an object {…}, found the string \"x\"",
        "{\"k\":1} | __metadata__, key \"k\": expected a string, found 1",
        "{\"k\":{}} | __metadata__, key \"k\": expected a string, found an object {…}",
        "{\"k\":null} | __metadata__, key \"k\": expected a string, found null"})
    void metadataThatIsNotTextIsRefused(String value, String message) {
        assertThat(refusal(file("{\"__metadata__\":" + value + "}", 0))).contains(message);
    }

    @Test
    void aNameThatOccursTwiceIsRefused() {
        String a = tensor("a", "U8", "[1]", "[0,1]");
        String same = tensor("\\u0061", "U8", "[1]", "[1,2]");
        assertThat(refusal(file("{" + a + "," + a + "}", 1)))
                .isEqualTo("a.safetensors: the header: the name \"a\" occurs twice");
        assertThat(refusal(file("{" + a + "," + same + "}", 2))).contains("the name \"a\" occurs twice");
        assertThat(refusal(file("{\"__metadata__\":{},\"__metadata__\":{}}", 0))).contains("__metadata__");
    }

    @Test
    void aFieldThatOccursTwiceIsRefused() {
        String json = "{\"a\":{\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[0,1],\"shape\":[1]}}";
        assertThat(refusal(file(json, 1)))
                .isEqualTo("a.safetensors: the header: tensor \"a\": the field \"shape\" occurs twice");
    }

    @Test
    void aMetadataKeyThatOccursTwiceIsRefused() {
        assertThat(refusal(file("{\"__metadata__\":{\"k\":\"1\",\"k\":\"2\"}}", 0)))
                .isEqualTo("a.safetensors: the header: __metadata__: the key \"k\" occurs twice");
    }

    @Test
    void deepNestingIsRefused() {
        String deep = "[".repeat(1_000_000);
        assertThat(refusal(file("{\"a\":{\"dtype\":\"U8\",\"x\":" + deep, 0))).contains("exceeds a limit (16 levels");
    }

    @Test
    void moreNamesThanAnyFileHasAreRefused() {
        StringBuilder json = new StringBuilder("{\"__metadata__\":{");
        for (int i = 0; i <= HeaderJson.MOST_NAMES; i++) {
            json.append(i == 0 ? "" : ",").append("\"").append(i).append("\":\"\"");
        }
        assertThat(refusal(file(json.append("}}").toString(), 0))).contains("it lists more than 250000 names");
    }

    @Test
    void moreFieldsThanAnyTensorHasAreRefused() {
        StringBuilder json = new StringBuilder("{\"a\":{");
        for (int i = 0; i <= HeaderJson.MOST_FIELDS; i++) {
            json.append(i == 0 ? "" : ",").append("\"").append(i).append("\":0");
        }
        assertThat(refusal(file(json.append("}}").toString(), 0))).contains("it has more than 16 fields");
    }

    @Test
    void moreTensorsThanAnyFileHasAreRefused() {
        StringBuilder json = new StringBuilder("{");
        for (int i = 0; i <= HeaderJson.MOST_NAMES; i++) {
            json.append(i == 0 ? "" : ",").append(tensor("" + i, "U8", "[0]", "[0,0]"));
        }
        assertThat(refusal(file(json.append("}").toString(), 0))).contains("it lists more than 250000 names");
    }

    @Test
    void moreDimensionsThanAnyTensorHasAreRefused() {
        String ones = "1" + ",1".repeat(HeaderJson.MOST_DIMENSIONS);
        assertThat(refusal(file(one("U8", "[" + ones + "]", "[0,1]"), 1))).contains("expected at most 64 numbers");
    }

    @Test
    void aNameLongerThanAnyTensorHasIsRefused() {
        String json = "{" + tensor("x".repeat(1_000_000), "U8", "[0]", "[0,0]") + "}";
        assertThat(refusal(file(json, 0))).contains("exceeds a limit").contains("65536 characters in a name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud800", "\\udc00", "\\ud800x", "x\\udc00\\ud800", "\\ud800\\ud800"})
    void halfASurrogatePairIsRefused(String half) {
        assertThat(refusal(file("{" + tensor(half, "U8", "[0]", "[0,0]") + "}", 0))).contains("surrogate");
        assertThat(refusal(file("{\"__metadata__\":{\"k\":\"" + half + "\"}}", 0))).contains("surrogate");
    }

    @Test
    void namesThatCouldPlayWithATerminalArePrintedEscapedAndCut() {
        String hostile = "\\u001b[2J\\r\\n\\u202e" + "x".repeat(5000);
        assertThat(refusal(file("{" + tensor(hostile, "U8", "[1]", "[0,0]") + "}", 0)))
                .contains("\\u001b[2J\\u000d\\u000a\\u202exxx").contains("… (5007 characters)").hasSizeLessThan(300);
    }
}
