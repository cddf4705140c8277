package org.vitrine.ui.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePatternTest {
    @ParameterizedTest
    @CsvSource({"head.logits, head.logits, true", "head.logits, head.logit, false", "*, head.logits, true",
        "decoder.3.*, decoder.3.attn.q, true", "decoder.3.*, decoder.31.attn.q, false",
        "decoder.*.attn.q, decoder.10.attn.q, true", "decoder.*.q, decoder.0.attn.q, true",
        "*attn*, decoder.0.attn.q, true", "*.q, decoder.0.attn.k, false", "decoder.?.mlp.*, decoder.7.mlp.act, true",
        "decoder.?.mlp.*, decoder.17.mlp.act, false", "head?logits, head.logits, true", "a.b, axb, false",
        "*a*b, aXbXab, true", "'', head.logits, false"})
    void starsStandForAnythingAndDotsForThemselves(String pattern, String name, boolean fits) {
        assertThat(new NamePattern(List.of(pattern)).wants(name)).isEqualTo(fits);
    }

    @Test
    void withoutPatternsEveryNameIsWanted() {
        assertThat(new NamePattern(List.of()).wants("head.logits")).isTrue();
    }

    @Test
    @Timeout(30)
    void manyStarsTakeNoTime() {
        assertThat(new NamePattern(List.of("*a".repeat(2000) + "b")).wants("a".repeat(10_000))).isFalse();
    }
}
