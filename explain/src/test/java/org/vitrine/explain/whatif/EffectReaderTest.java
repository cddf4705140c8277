package org.vitrine.explain.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.vitrine.explain.CandidateChange;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Recording;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.transformer.trace.Trace;

/** Two tokens, a vocabulary of three: small enough to check by hand. */
class EffectReaderTest {
    private static final String[] WORDS = {"a", " b", "c"};
    private static final EffectReader READER = new EffectReader(id -> WORDS[id], 1);

    private static Trace trace(float[] stream, float... logits) {
        Recording recording = Recording.everything();
        recording.keep(TensorName.parse("decoder.embed.resid"), Tensor.of(new float[]{3, 4, 0, 0}, 2, 2));
        recording.keep(TensorName.parse("decoder.0.attn.resid"), Tensor.of(new float[]{3, 4, 0, 0}, 2, 2));
        recording.keep(TensorName.parse("decoder.0.mlp.resid"), Tensor.of(stream, 2, 2));
        if (logits.length > 0) {
            recording.keep(TensorName.parse("head.logits"), Tensor.of(logits, 2, 3));
        }
        return recording.trace();
    }

    private static float ln(double number) {
        return (float) Math.log(number);
    }

    @Test
    void theLikeliestTokensBeforeAndAfterAreCompared() {
        Trace before = trace(new float[]{3, 4, 0, 0}, 0, 0, 0, ln(2), ln(1), ln(1)); // ½, ¼, ¼
        Trace after = trace(new float[]{3, 4, 0, 0}, 0, 0, 0, ln(1), ln(2), ln(1)); // ¼, ½, ¼
        PredictionChange change = READER.effect(before, after, 1, 2).prediction().orElseThrow();
        assertThat(change.candidates()).extracting(candidate -> candidate.after().token()).containsExactly("a", " b");
        CandidateChange a = change.candidates().getFirst();
        assertThat(a.before().rank()).isOne();
        assertThat(a.after().rank()).isEqualTo(2);
        assertThat(a.before().probability()).isCloseTo(0.5, within(1e-7));
        assertThat(a.difference()).isCloseTo(-0.25, within(1e-7));
        assertThat(change.before().before().token()).isEqualTo("a");
        assertThat(change.after().after().token()).isEqualTo(" b");
        assertThat(change.watched()).singleElement().satisfies(c -> {
            assertThat(c.after().token()).isEqualTo("c");
            assertThat(c.difference()).isZero();
            assertThat(c.before().rank()).isEqualTo(3);
        });
        // ½·log₂(½/¼) + ¼·log₂(¼/½) + ¼·log₂(1) = ½ − ¼
        assertThat(change.divergence()).isCloseTo(0.25, within(1e-6));
    }

    @Test
    void wherePredictionsAreTheSameNothingDiverges() {
        Trace trace = trace(new float[]{3, 4, 0, 0}, 0, 0, 0, 100, -100, 3);
        Effect effect = READER.effect(trace, trace, 1);
        assertThat(effect.prediction().orElseThrow().divergence()).isZero();
        assertThat(effect.streams()).hasSize(2).allSatisfy(shift -> {
            assertThat(shift.relative()).isZero();
            assertThat(shift.position()).isEqualTo(-1);
        });
    }

    @Test
    void theStreamsAreComparedAfterTheEmbeddingsAndAfterEachLayer() {
        Trace before = trace(new float[]{3, 4, 0, 0});
        Trace after = trace(new float[]{3, 4, 0, 2.5f});
        Effect effect = READER.effect(before, after, 0);
        assertThat(effect.prediction()).isEmpty();
        assertThat(effect.streams()).extracting(shift -> shift.stream().toString())
                .containsExactly("decoder.embed.resid", "decoder.0.mlp.resid");
        assertThat(effect.streams().get(1).relative()).isCloseTo(0.5, within(1e-9));
        assertThat(effect.streams().get(1).position()).isOne();
    }
}
