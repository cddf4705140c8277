package org.vitrine.transformer.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.vitrine.transformer.generate.Sampler.Choice;

class SamplerTest {
    /** Probabilities 0.5, 0.25, 0.15, 0.1 at ids 2, 0, 3, 1. */
    private static final float[] LOGITS = {(float) Math.log(0.25), (float) Math.log(0.1), (float) Math.log(0.5),
        (float) Math.log(0.15)};

    private static Sampler sampler(double temperature, int topK, double topP) {
        return new Sampler(temperature, topK, topP, 1);
    }

    @Test
    void topKKeepsTheBestInOrder() {
        assertThat(sampler(1, 2, 1).filter(LOGITS)).extracting(Choice::id).containsExactly(2, 0);
        assertThat(sampler(1, 0, 1).filter(LOGITS)).extracting(Choice::id).containsExactly(2, 0, 3, 1);
        assertThat(sampler(1, 99, 1).filter(LOGITS)).hasSize(4);
    }

    @Test
    void topPKeepsTheFewestThatReachIt() {
        assertThat(sampler(1, 0, 0.4).filter(LOGITS)).extracting(Choice::id).containsExactly(2);
        assertThat(sampler(1, 0, 0.7).filter(LOGITS)).extracting(Choice::id).containsExactly(2, 0);
        assertThat(sampler(1, 0, 0.8).filter(LOGITS)).extracting(Choice::id).containsExactly(2, 0, 3);
        assertThat(sampler(1, 0, 1e-9).filter(LOGITS)).extracting(Choice::id).containsExactly(2);
    }

    @Test
    void topPCountsWhatTopKLeft() {
        // of the best two, the first alone has 0.5 / 0.75
        assertThat(sampler(1, 2, 0.6).filter(LOGITS)).extracting(Choice::id).containsExactly(2);
    }

    @Test
    void theTemperatureSharpensAndFlattens() {
        assertThat(sampler(0.5, 0, 1).filter(LOGITS).get(1).weight()).isCloseTo(0.25, within(1e-6));
        assertThat(sampler(2, 0, 1).filter(LOGITS).get(1).weight()).isCloseTo(Math.sqrt(0.5), within(1e-6));
    }

    @Test
    void tokensAreDrawnAsOftenAsTheirProbabilitySays() {
        Sampler sampler = sampler(1, 0, 1);
        int[] drawn = new int[4];
        for (int i = 0; i < 20_000; i++) {
            drawn[sampler.choose(LOGITS)]++;
        }
        double[] expected = {0.25, 0.1, 0.5, 0.15};
        for (int id = 0; id < 4; id++) {
            assertThat(drawn[id] / 20_000.0).as("id " + id).isCloseTo(expected[id], within(0.015));
        }
    }

    @Test
    void aBannedTokenIsNeverDrawn() {
        float[] logits = {0, Float.NEGATIVE_INFINITY, 0};
        Sampler sampler = sampler(5, 0, 1);
        for (int i = 0; i < 1000; i++) {
            assertThat(sampler.choose(logits)).isNotEqualTo(1);
        }
    }

    @Test
    void whatCannotBeAskedForIsRefused() {
        assertThatThrownBy(() -> sampler(0, 0, 1)).hasMessage("the temperature must be a number above 0, not 0.0");
        assertThatThrownBy(() -> sampler(Double.NaN, 0, 1)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> sampler(1, -1, 1)).hasMessageContaining("top-k must be at least 0");
        assertThatThrownBy(() -> sampler(1, 0, 0)).hasMessageContaining("top-p must be above 0");
        assertThatThrownBy(() -> sampler(1, 0, 1.01)).hasMessageContaining("not 1.01");
    }

    @Test
    void greedyTakesTheLowestOfEqualIds() {
        assertThat(TokenChooser.greedy().choose(new float[]{1, 3, 3, 2})).isEqualTo(1);
    }
}
