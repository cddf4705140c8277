package org.vitrine.transformer.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.transformer.Fixtures;
import org.vitrine.transformer.generate.Generator.Generation;
import org.vitrine.transformer.generate.Generator.Stop;
import org.vitrine.transformer.generate.GoldenRun.Text;
import org.vitrine.transformer.layer.Cache;
import org.vitrine.transformer.ops.Ops;
import org.vitrine.transformer.ops.ScalarOps;
import org.vitrine.transformer.ops.VectorOps;
import org.vitrine.weights.Safetensors;

/** Every golden run, on two back ends, with and without a cache, against Hugging Face's tokens and scores. */
class GoldenRunsTest {
    static Stream<Arguments> cases() {
        Ops scalar = new ScalarOps();
        Ops vector = new VectorOps(1);
        return GoldenRun.all().stream().flatMap(run -> {
            Stream<Arguments> all = Stream.of(Arguments.of(run, scalar, true), Arguments.of(run, vector, true),
                    Arguments.of(run, vector, false));
            // the scalar back end without a cache takes half the time of all: a few runs show it
            boolean few = run.model().equals("gpt2-tiny-opts") || run.model().equals("bart-tiny-scale");
            return few ? Stream.concat(all, Stream.of(Arguments.of(run, scalar, false))) : all;
        });
    }

    private static Cache cache(boolean cached) {
        return cached ? Cache.growing() : Cache.none();
    }

    @Test
    void allRunsAreThere() {
        assertThat(GoldenRun.all()).hasSize(138);
        assertThat(GoldenRun.all()).filteredOn(GoldenRun::isGreedy).hasSize(39);
    }

    @ParameterizedTest(name = "{0} {1} cached {2}")
    @MethodSource("cases")
    void theTextsAreHuggingFaces(GoldenRun run, Ops ops, boolean cached) {
        Draft draft = run.draft(ops, cache(cached));
        if (run.isGreedy()) {
            Generation written = new Generator(draft).generate(run.prompt(), run.settings(), TokenChooser.greedy(),
                    id -> {});
            assertThat(written.ids()).isEqualTo(run.texts().getFirst().ids());
            assertThat(written.stop())
                    .isEqualTo(written.ids().getLast() == run.settings().end() ? Stop.END : Stop.LENGTH);
        } else {
            List<Hypothesis> found = new BeamSearch(draft, run.settings()).search(run.prompt());
            assertThat(found).hasSize(run.settings().beams());
            for (int i = 0; i < run.texts().size(); i++) {
                Text expected = run.texts().get(i);
                assertThat(found.get(i).ids()).as("sequence " + i).isEqualTo(expected.ids());
                assertThat(found.get(i).score()).isCloseTo(expected.score(),
                        within(1e-5 * Math.abs(expected.score())));
                assertThat(found.get(i).finished()).isEqualTo(expected.ids().getLast() == run.settings().end());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theScoresOfEveryStepAfterTheRulesAreHuggingFaces(boolean greedy) {
        List<GoldenRun> runs = GoldenRun.all().stream().filter(run -> run.model().equals("bart-tiny-logitsbias"))
                .filter(run -> run.isGreedy() == greedy && run.settings().maxLength() == 40).toList();
        GoldenRun run = runs.getFirst();
        List<float[]> told = new ArrayList<>();
        ScoreRule listening = (scores, written) -> told.add(scores.clone());
        Draft draft = run.draft(new VectorOps(1), Cache.growing());
        if (greedy) {
            GenerationSettings here = run.settings().forPrompt(1, draft.limit());
            List<ScoreRule> rules = new ArrayList<>(here.rules());
            rules.add(listening);
            new Generator(draft, rules).generate(run.prompt(), 39, TokenChooser.greedy(), here.end(), id -> {});
        } else {
            new BeamSearch(draft, run.settings(), List.of(listening)).search(run.prompt());
        }
        try (Safetensors golden = Safetensors.open(Fixtures.path("generation/scores.safetensors"))) {
            String name = "bart-tiny-logitsbias/" + (greedy ? "greedy_cnn" : "beam4_cnn") + "/scores";
            compare(told, golden.require(name).floats(), run.settings().beams());
        }
    }

    /** Where the reference has several equal texts to begin with, after the start and the forced first token, we have one. */
    private static void compare(List<float[]> told, float[] golden, int beams) {
        int vocabulary = told.getFirst().length;
        int rows = golden.length / vocabulary;
        assertThat(told).hasSize(rows - 2 * (beams - 1));
        int next = 0;
        for (int row = 0; row < rows; row++) {
            if (row / beams < 2 && row % beams > 0) {
                continue;
            }
            float[] found = told.get(next++);
            for (int id = 0; id < vocabulary; id++) {
                float expected = golden[row * vocabulary + id];
                assertThat(found[id] == expected || Math.abs(found[id] - expected) <= 5e-5 + 5e-5 * Math.abs(expected))
                        .as("row " + row + ", id " + id + ": expected " + expected + ", found " + found[id]).isTrue();
            }
        }
    }
}
