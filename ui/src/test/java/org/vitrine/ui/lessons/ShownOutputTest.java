package org.vitrine.ui.lessons;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShownOutputTest {
    private static final List<String> PRINTED = List.of("a", "b", "", "c", "d", "c", "e");

    private static int firstWrong(String shown) {
        return ShownOutput.firstWrong(List.of(shown.split(" ", -1)), PRINTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b  c d c e", "a b  c d c e  ", "…", "a …", "… e", "… c e", "a … d …", "a b … c … e",
        "… a b  c d c e …", "… c …"})
    void whatIsPrintedMayBeLeftOutWhereTheMarkStands(String shown) {
        assertThat(firstWrong(shown)).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b  c d c", "a b  c d c x", "b …", "… d", "a … x …", "a … e …  e", "… d a …", "a",
        "… c e d", "a b  c d c e f"})
    void anythingElseIsWrong(String shown) {
        assertThat(firstWrong(shown)).isGreaterThanOrEqualTo(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b  x d c e", "a b  x", "… a b  x …"})
    void theWrongLineIsFound(String shown) {
        assertThat(List.of(shown.split(" ", -1)).get(firstWrong(shown))).isEqualTo("x");
    }
}
