package org.vitrine.bench.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The texts that are tokenized. */
class TokenizeWorkTest {
    @Test
    void thereAreAsManyBytesAsAskedFor() {
        List<String> texts = TokenizeWork.texts(30_000, new SplittableRandom(1));
        assertThat(texts).hasSize(3).allSatisfy(text -> assertThat(text).hasSize(10_000).matches("[a-z. ]+"));
        assertThat(texts).doesNotHaveDuplicates();
    }
}
