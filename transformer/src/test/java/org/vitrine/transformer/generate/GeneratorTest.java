package org.vitrine.transformer.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.transformer.Fixtures;
import org.vitrine.transformer.config.ModelException;
import org.vitrine.transformer.generate.GenerationSettings.Tokens;
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

    /** After 0 come 1 and 2, which go on by themselves; 3 is the likeliest nowhere. */
    private static TableDraft table() {
        return new TableDraft(8, new double[]{0, 0.6, 0.3, 0.1}, new double[]{0, 0.9, 0.1, 0},
                new double[]{0, 0.1, 0.8, 0.1}, new double[]{1, 1, 1, 1});
    }

    @Test
    void rulesDecideWhichTokensMayCome() {
        Generator generator = new Generator(table(), List.of(ScoreRule.noRepeat(2)));
        Generation written = generator.generate(new int[]{0}, 5, TokenChooser.greedy(), -1, id -> {});
        assertThat(written.ids()).containsExactly(0, 1, 1, 2, 2, 1);
        assertThat(written.stop()).isEqualTo(Stop.LENGTH);
    }

    @Test
    void settingsSayHowLongATextIsAndWhatItBeginsAndEndsWith() {
        GenerationSettings settings = GenerationSettings.DEFAULT.withTokens(new Tokens(0, 2, 3, 3)).withMaxLength(5);
        List<Integer> told = new ArrayList<>();
        Generation written = new Generator(table()).generate(new int[]{0}, settings, TokenChooser.greedy(), told::add);
        assertThat(written.ids()).containsExactly(0, 2, 2, 2, 3);
        assertThat(told).isEqualTo(written.written());
        assertThat(written.stop()).isEqualTo(Stop.END);
    }

    @Test
    void settingsDoNotLetATextGrowBeyondWhatTheModelReads() {
        Generation written = new Generator(table()).generate(new int[]{0}, GenerationSettings.DEFAULT,
                TokenChooser.greedy(), id -> {});
        assertThat(written.ids()).containsExactly(0, 1, 1, 1, 1, 1, 1, 1);
        assertThat(written.stop()).isEqualTo(Stop.CONTEXT);
    }

    @Test
    void aGeneratorWritesTheSameTextAgain() {
        Generator generator = new Generator(Draft.of(Fixtures.gpt2("gpt2-tiny", new VectorOps(1))));
        Generation first = generator.generate(PROMPT, 5, TokenChooser.greedy(), -1, id -> {});
        assertThat(generator.generate(PROMPT, 5, TokenChooser.greedy(), -1, id -> {})).isEqualTo(first);
    }

    @Test
    void aDraftThatHasReadIsRefused() {
        Draft draft = table();
        draft.read(0);
        assertThatThrownBy(() -> new Generator(draft)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the draft has read 1 tokens; give one that is empty");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    void scoresThatAreNoNumbersMeanDamagedWeights(double wrong) {
        TableDraft damaged = new TableDraft(8, new double[]{1, wrong, 1});
        for (TokenChooser chooser : List.of(TokenChooser.greedy(), new Sampler(1, 0, 1, 1))) {
            assertThatThrownBy(() -> new Generator(damaged).generate(new int[]{0}, 1, chooser, -1, id -> {}))
                    .isInstanceOf(ModelException.class).hasMessage("the scores of the next token are not numbers; the "
                            + "weights are damaged, or hold NaN or infinite values");
        }
    }

    @Test
    void rulesThatLeaveNoTokenAreNamed() {
        Generator generator = new Generator(table(), List.of(ScoreRule.noRepeat(1)));
        assertThatThrownBy(() -> generator.generate(new int[]{0}, 8, TokenChooser.greedy(), -1, id -> {}))
                .isInstanceOf(ModelException.class)
                .hasMessageStartingWith("no token may come next: all 4 are forbidden");
    }
}
