package org.vitrine.transformer.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vitrine.transformer.Fixtures;
import org.vitrine.transformer.config.ModelException;
import org.vitrine.transformer.generate.Generator.Generation;
import org.vitrine.transformer.generate.Generator.Stop;
import org.vitrine.transformer.gpt2.Gpt2;
import org.vitrine.transformer.ops.ScalarOps;
import org.vitrine.transformer.ops.VectorOps;

class GeneratorTest {
    private static final int[] PROMPT = {475, 440, 297};

    @Test
    void eachTokenIsToldAsSoonAsItIsChosen() {
        List<Integer> told = new ArrayList<>();
        Generation written = greedy(PROMPT, 5, told);
        assertThat(told).isEqualTo(written.written()).hasSize(5);
        assertThat(written.promptLength()).isEqualTo(3);
    }

    @Test
    void writingStopsWhereTheModelCannotReadOn() {
        Generation written = greedy(new int[60], 100, new ArrayList<>());
        assertThat(written.stop()).isEqualTo(Stop.CONTEXT);
        assertThat(written.ids()).hasSize(64);
    }

    @Test
    void aPromptBeyondTheContextIsRefused() {
        assertThatThrownBy(() -> greedy(new int[65], 1, new ArrayList<>())).isInstanceOf(ModelException.class)
                .hasMessageContaining("65 tokens").hasMessageContaining("64");
    }

    @Test
    void aSeedWritesTheSameTextAgainAndAnotherSeedAnother() {
        assertThat(sampled(7)).isEqualTo(sampled(7)).isNotEqualTo(sampled(8));
    }

    private static List<Integer> sampled(long seed) {
        Gpt2 model = Fixtures.gpt2("gpt2-tiny", new ScalarOps());
        return new Generator(Draft.of(model)).generate(PROMPT, 20, new Sampler(1.3, 50, 0.95, seed), -1, id -> {})
                .written();
    }

    private static Generation greedy(int[] prompt, int count, List<Integer> told) {
        Gpt2 model = Fixtures.gpt2("gpt2-tiny", new VectorOps(1));
        return new Generator(Draft.of(model)).generate(prompt, count, TokenChooser.greedy(), -1, told::add);
    }
}
