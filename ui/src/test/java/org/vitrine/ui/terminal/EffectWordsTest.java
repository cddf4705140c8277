package org.vitrine.ui.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vitrine.explain.Candidate;
import org.vitrine.explain.CandidateChange;
import org.vitrine.explain.whatif.PredictionChange;
import org.vitrine.transformer.trace.TensorName;

class EffectWordsTest {
    private static CandidateChange change(int id, String token, int rankBefore, double before, int rankAfter,
            double after) {
        return new CandidateChange(new Candidate(rankAfter, id, token, after, 0),
                new Candidate(rankBefore, id, token, before, 0));
    }

    @Test
    void theSentenceTellsWhoIsLikeliestNow() {
        CandidateChange are = change(1, " are", 1, 0.6, 1, 0.55);
        assertThat(EffectWords.sentence(new PredictionChange(List.of(are), List.of(), 0.04)))
                .isEqualTo("“·are” stays the likeliest token: 60.00\u00a0% → 55.00\u00a0%.");
        CandidateChange fallen = change(1, " are", 1, 0.6, 24, 0.05);
        CandidateChange risen = change(2, " is", 14, 0.01, 1, 0.5);
        assertThat(EffectWords.sentence(new PredictionChange(List.of(fallen, risen), List.of(), 4))).isEqualTo(
                "“·is” becomes the likeliest token: 1.000\u00a0% → 50.00\u00a0%. “·are”, which was, falls: 60.00\u00a0% → 5.000\u00a0%.");
        assertThat(EffectWords.sentence(new PredictionChange(List.of(are), List.of(), 0)))
                .isEqualTo("The prediction is the same as before.");
    }

    @Test
    void changesAreToldInPercentagePointsWithTheirSign() {
        assertThat(EffectWords.points(-0.0483)).isEqualTo("−4.83");
        assertThat(EffectWords.points(0.5)).isEqualTo("+50.00");
        assertThat(EffectWords.points(0)).isEqualTo("0");
        assertThat(EffectWords.points(0.00001)).isEqualTo("< +0.01");
        assertThat(EffectWords.points(-0.00001)).isEqualTo("> −0.01");
    }

    @Test
    void ranksLayersAndLengthsAreToldShortly() {
        assertThat(EffectWords.ranks(change(1, "a", 14, 0, 1, 0))).isEqualTo("14 → 1");
        assertThat(EffectWords.ranks(change(1, "a", 2, 0, 2, 0))).isEqualTo("2");
        assertThat(EffectWords.layer(TensorName.parse("decoder.embed.resid"), false)).isEqualTo("embeddings");
        assertThat(EffectWords.layer(TensorName.parse("encoder.3.mlp.resid"), true)).isEqualTo("encoder, layer 3");
        assertThat(EffectWords.relative(0)).isEqualTo("0");
        assertThat(EffectWords.relative(0.095649)).isEqualTo("9.565 %");
        assertThat(EffectWords.relative(1.25)).isEqualTo("125 %");
        assertThat(EffectWords.divergence(0)).endsWith(": 0 bits");
        assertThat(EffectWords.divergence(0.000001)).endsWith("< 0.0001 bits");
    }
}
