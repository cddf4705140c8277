package org.vitrine.transformer.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vitrine.transformer.Fixtures;
import org.vitrine.transformer.config.ModelException;
import org.vitrine.transformer.layer.Cache;
import org.vitrine.transformer.ops.ScalarOps;
import org.vitrine.transformer.ops.VectorOps;

class DraftTest {
    static Stream<Draft> drafts() {
        VectorOps ops = new VectorOps(1);
        int[] read = {0, 444, 313, 2};
        return Stream.of(Draft.of(Fixtures.gpt2("gpt2-tiny", ops)), Draft.of(Fixtures.bart("bart-tiny", ops), read),
                ModelDraft.of(Fixtures.gpt2("gpt2-tiny", ops), Cache.none()),
                ModelDraft.of(Fixtures.bart("bart-tiny", ops), read, Cache.none()));
    }

    @ParameterizedTest
    @MethodSource("drafts")
    void readingInPiecesIsReadingAtOnce(Draft draft) {
        Draft other = draft.fork();
        float[] whole = draft.read(2, 5, 7, 11);
        other.read(2, 5);
        other.read(7);
        float[] pieces = other.read(11);
        assertThat(draft.length()).isEqualTo(other.length()).isEqualTo(4);
        assertThat(draft.limit()).isEqualTo(64);
        assertThat(pieces).hasSameSizeAs(whole);
        for (int id = 0; id < whole.length; id++) {
            assertThat(pieces[id]).isCloseTo(whole[id], within(5e-5f));
        }
    }

    @ParameterizedTest
    @MethodSource("drafts")
    void aForkGoesOnByItself(Draft draft) {
        draft.read(2, 5);
        Draft fork = draft.fork();
        float[] after7 = fork.read(7);
        float[] after11 = draft.read(11);
        assertThat(after7).isNotEqualTo(after11);
        assertThat(draft.fork().read(7)).isNotEqualTo(after7);
        assertThat(fork.length()).isEqualTo(draft.length()).isEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource("drafts")
    void whatIsReadIsTheCallersToChange(Draft draft) {
        Draft same = draft.fork();
        draft.read(2)[5] = Float.NaN;
        assertThat(same.read(2)).doesNotContain(Float.NaN);
    }

    @ParameterizedTest
    @MethodSource("drafts")
    void whatCannotBeReadLeavesTheDraftAsItWas(Draft draft) {
        assertThatThrownBy(() -> draft.read()).isInstanceOf(ModelException.class).hasMessageContaining("empty");
        draft.read(2);
        assertThatThrownBy(() -> draft.read(999)).isInstanceOf(ModelException.class).hasMessageContaining("999");
        assertThatThrownBy(() -> draft.read(new int[64])).isInstanceOf(ModelException.class)
                .hasMessageContaining("65 tokens");
        assertThat(draft.length()).isEqualTo(1);
        assertThat(draft.read(5)).isNotEmpty();
    }

    @Test
    void theEncodersTextIsReadBeforeTheDraftExists() {
        assertThatThrownBy(() -> Draft.of(Fixtures.bart("bart-tiny", new ScalarOps()), new int[0]))
                .isInstanceOf(ModelException.class).hasMessageContaining("encoder");
    }
}
