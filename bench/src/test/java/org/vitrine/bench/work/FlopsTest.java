package org.vitrine.bench.work;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vitrine.transformer.bart.BartConfig;
import org.vitrine.transformer.bart.BartConfig.Specials;
import org.vitrine.transformer.bart.BartConfig.Tower;
import org.vitrine.transformer.bert.BertConfig;
import org.vitrine.transformer.gpt2.Gpt2Config;
import org.vitrine.transformer.layer.Activation;

/** Operations counted by hand, product by product. */
class FlopsTest {
    private static final int T = 5;
    private static final BertConfig BERT = new BertConfig(3, 2, 4, 16, 32, 100, 2, Activation.GELU, 1e-12f, true);
    private static final Gpt2Config GPT2 = new Gpt2Config(3, 2, 4, 16, 32, 100, Activation.GELU_TANH, 1e-5f, true,
            false,
            true, -1);
    private static final BartConfig BART = new BartConfig(new Tower(3, 2, 16), new Tower(2, 2, 8), 4, 32, 100,
            Activation.GELU, false, true, new Specials(0, 2, 1, 2));
    /** Query, key, value, projection; scores and pattern times value; both matrices of the MLP. */
    private static final long LAYER = 2 * (4 * T * 4 * 4 + 2 * T * T * 4 + 2 * T * 4 * 16);

    @Test
    void bertIsItsLayersAndThePooler() {
        assertThat(Flops.bert(BERT, T)).isEqualTo(3 * LAYER + 2 * 4 * 4);
    }

    @Test
    void gpt2IsItsLayersAndTheScoresOfAllTokens() {
        assertThat(Flops.gpt2(GPT2, T)).isEqualTo(3 * LAYER + 2 * T * 4 * 100);
    }

    @Test
    void bartsEncoderIsItsLayers() {
        assertThat(Flops.bartEncoder(BART, T)).isEqualTo(3 * LAYER);
    }

    @Test
    void theFirstTokenOfABeamSearchIsWrittenOnceAndTheNextForEveryBeam() {
        long once = 3 * LAYER + 2 * 2 * (2 * T * 4 * 4);
        long fixed = 4 * 4 * 4 + 2 * 4 * 8 + 2 * 4 * 4 + 2 * T * 4;
        long first = 2 * (2 * (fixed + 2 * 1 * 4) + 4 * 100);
        long second = 2 * (2 * (fixed + 2 * 2 * 4) + 4 * 100);
        assertThat(Flops.bartBeams(BART, T, 4, 2)).isEqualTo(once + first + 4 * second);
    }

    @Test
    void aTokenReadsAllWeightsOfDistilgpt2ButThePositions() {
        Gpt2Config distilgpt2 = new Gpt2Config(6, 12, 768, 3072, 1024, 50_257, Activation.GELU_TANH, 1e-5f, true, false,
                true, -1);
        assertThat(DecodeWork.numbers(distilgpt2)).isEqualTo(81_912_576 - 1024 * 768);
    }
}
