package org.vitrine.transformer.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vitrine.transformer.Fixtures;
import org.vitrine.transformer.config.ModelException;
import org.vitrine.transformer.generate.Generator.Generation;
import org.vitrine.transformer.generate.Generator.Stop;
import org.vitrine.transformer.gpt2.Gpt2;
import org.vitrine.transformer.layer.Cache;
import org.vitrine.transformer.ops.Ops;
import org.vitrine.transformer.ops.ScalarOps;
import org.vitrine.transformer.ops.VectorOps;

class GeneratorTest {
    private static final int[] PROMPT = {475, 440, 297};

    static Stream<Arguments> goldenRuns() throws IOException {
        List<Arguments> runs = new ArrayList<>();
        for (String line : Files.readAllLines(Fixtures.path("generation/greedy.txt"))) {
            if (!line.startsWith("#")) {
                for (Ops ops : List.of(new ScalarOps(), new VectorOps(2))) {
                    runs.add(Arguments.of(line.split(" \\| "), ops, true));
                    runs.add(Arguments.of(line.split(" \\| "), ops, false));
                }
            }
        }
        return runs.stream();
    }

    @ParameterizedTest(name = "{0} {1} cached {2}")
    @MethodSource("goldenRuns")
    void greedyWritingIsHuggingFacesCachedAndUncached(String[] run, Ops ops, boolean cached) {
        int end = Integer.parseInt(run[1]);
        int[] prompt = ids(run[3]).stream().mapToInt(Integer::intValue).toArray();
        Generation written = new Generator(
                ModelDraft.of(Fixtures.gpt2(run[0], ops), cached ? Cache.growing() : Cache.none())).generate(prompt,
                        Integer.parseInt(run[2]), TokenChooser.greedy(), end, id -> {});
        assertThat(written.ids()).isEqualTo(ids(run[4]));
        assertThat(written.stop()).isEqualTo(written.ids().getLast() == end ? Stop.END : Stop.LENGTH);
    }

    private static List<Integer> ids(String text) {
        return Arrays.stream(text.split(" ")).map(Integer::valueOf).toList();
    }

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
