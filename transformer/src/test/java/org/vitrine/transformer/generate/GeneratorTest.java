package org.vitrine.transformer.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.util.ArrayList;
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
import org.vitrine.transformer.ops.Ops;
import org.vitrine.transformer.ops.ScalarOps;
import org.vitrine.transformer.ops.VectorOps;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GeneratorTest {
    private static final int[] PROMPT = {475, 440, 297};

    static Stream<Arguments> goldenRuns() throws Exception {
        JsonNode golden = new JsonMapper().readTree(Files.readString(Fixtures.path("generation/greedy.json")));
        List<Arguments> runs = new ArrayList<>();
        for (String model : golden.propertyNames()) {
            for (JsonNode run : golden.get(model)) {
                for (Ops ops : List.of(new ScalarOps(), new VectorOps(2))) {
                    runs.add(Arguments.of(model, ops, run, true));
                    runs.add(Arguments.of(model, ops, run, false));
                }
            }
        }
        return runs.stream();
    }

    @ParameterizedTest(name = "{0} cached {3}")
    @MethodSource("goldenRuns")
    void greedyWritingIsHuggingFacesCachedAndUncached(String model, Ops ops, JsonNode run, boolean cached) {
        Gpt2 gpt2 = Fixtures.gpt2(model, ops);
        int[] prompt = ids(run.get("input_ids")).stream().mapToInt(Integer::intValue).toArray();
        JsonNode args = run.get("args");
        int end = args.has("eos_token_id") ? args.get("eos_token_id").intValue() : -1;
        Generation written = new Generator(gpt2, cached).generate(prompt, args.get("max_new_tokens").intValue(),
                TokenChooser.greedy(), end, id -> {});
        assertThat(written.ids()).isEqualTo(ids(run.get("sequences").get(0)));
        assertThat(written.stop()).isEqualTo(written.ids().getLast() == end ? Stop.END : Stop.LENGTH);
    }

    private static List<Integer> ids(JsonNode array) {
        List<Integer> ids = new ArrayList<>();
        array.forEach(id -> ids.add(id.intValue()));
        return ids;
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
        return new Generator(model).generate(PROMPT, 20, new Sampler(1.3, 50, 0.95, seed), -1, id -> {}).written();
    }

    private static Generation greedy(int[] prompt, int count, List<Integer> told) {
        Gpt2 model = Fixtures.gpt2("gpt2-tiny", new VectorOps(1));
        return new Generator(model).generate(prompt, count, TokenChooser.greedy(), -1, told::add);
    }
}
