package org.vitrine.ui.lessons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.ui.cli.Run;
import tools.jackson.databind.JsonNode;

class ExpressionTest {
    private static final JsonNode DOCUMENT = Run.parse("""
            {"text": "a dog, a dog", "row": [1, 2, 5], "col": [3, 0, -1], "none": [],
             "layers": [{"layer": -1, "top": [{"token": " a/b", "p": 0.25}, {"token": ",", "p": 0.5}]},
                        {"layer": 0, "top": [{"token": "}", "p": 0.75}, {"token": ",", "p": 0.125}]}]}
            """);

    private static String of(String expression) {
        return String.join(" ", Expression.evaluate(expression, DOCUMENT).stream().map(JsonNode::asString).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"/row/1|2", "/row/-1|5", "/row/*|1 2 5", "/layers/{layer=0}/top/0/p|0.75",
        "/layers/{layer=-1}/top/{token= a/b}/p|0.25", "/layers/*/top/{token=,}/p|0.5 0.125",
        "/layers/*/top/*{token=,}/p|0.5 0.125", "/layers/{top/1/p=0.125}/layer|0"})
    void aPathLeadsToAPlace(String path, String value) {
        assertThat(of(path)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"sum(/row/*)|8.0", "sum(/row/0, /row/2, 1)|7.0",
        "mean(/row/*)|2.6666666666666665",
        "min(/col/*)|-1.0", "max(/row/*)|5.0", "count(/row/*)|3.0", "product(/row/*, 2)|20.0", "minus(/row/0, 3)|-2.0",
        "ratio(/row/2, sum(/row/0, /row/0))|2.5", "dot(/row/*, /col/*)|-2.0", "exp(0)|1.0", "sqrt(16)|4.0",
        "length(/text)|12.0", "occurrences(/text, 'dog')|2.0", "occurrences(/text, 'cat')|0.0", "join(/row/*)|125",
        "sum(/layers/*/top/{token=,}/p)|0.625"})
    void aFunctionIsComputed(String expression, String value) {
        assertThat(of(expression)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", "/row/3", "/row/-4", "/layers/{layer=9}/top", "/none/*", "ratio(/row/*, 1)",
        "sum(/row/0", "sum(/text)", "average(/row/*)", "row", "", "dot(/row/*, /row/0)", "/layers/{layer}", "1 2"})
    void whatLeadsNowhereIsSaid(String expression) {
        assertThatThrownBy(() -> of(expression)).isInstanceOf(IllegalArgumentException.class).message().isNotBlank();
    }

    @Test
    void theStepThatLeadsNowhereIsNamed() {
        assertThatThrownBy(() -> of("/layers/0/bottom/1"))
                .hasMessage("the step 'bottom' of /layers/0/bottom/1 leads nowhere");
    }
}
