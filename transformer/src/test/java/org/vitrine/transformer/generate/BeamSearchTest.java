package org.vitrine.transformer.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vitrine.transformer.Fixtures;
import org.vitrine.transformer.config.ModelException;
import org.vitrine.transformer.generate.BeamStep.Beam;
import org.vitrine.transformer.generate.BeamStep.Candidate;
import org.vitrine.transformer.generate.GenerationSettings.Tokens;
import org.vitrine.transformer.ops.VectorOps;

class BeamSearchTest {
    private static final int END = 0;
    private static final int A = 1;
    private static final int B = 2;
    private static final int START = 3;
    private static final int[] PROMPT = {START};

    /** A is likelier at first, but what follows B is surer. */
    private static final TableDraft HESITANT = table(0.3, 0.4, 0.3);
    /** A goes on and on. */
    private static final TableDraft STEADY = table(0.1, 0.8, 0.1);

    private static TableDraft table(double... afterA) {
        return new TableDraft(64, new double[]{1, 1, 1, 1}, Arrays.copyOf(afterA, 4), new double[]{0.9, 0.05, 0.05, 0},
                new double[]{0, 0.6, 0.4, 0});
    }

    private static GenerationSettings beams(int beams, double penalty, EarlyStopping stopping) {
        return new GenerationSettings(beams, Lengths.of(0, 5), penalty, stopping, 0, new Tokens(START, -1, -1, END));
    }

    private static List<List<Integer>> ids(List<Hypothesis> hypotheses) {
        return hypotheses.stream().map(Hypothesis::ids).toList();
    }

    @Test
    void twoBeamsFindALikelierTextThanOneTokenAtATime() {
        GenerationSettings settings = beams(2, 0, EarlyStopping.WHEN_HOPELESS);
        assertThat(new Generator(HESITANT).generate(PROMPT, settings, TokenChooser.greedy(), id -> {}).ids())
                .containsExactly(START, A, A, A, A);
        List<Hypothesis> found = new BeamSearch(HESITANT, settings).search(PROMPT);
        assertThat(ids(found)).containsExactly(List.of(START, B, END), List.of(START, A, B, END));
        assertThat(found.get(0).score()).isCloseTo(Math.log(0.36), within(1e-6));
        assertThat(found.get(1).score()).isCloseTo(Math.log(0.162), within(1e-6));
        assertThat(found).allMatch(Hypothesis::finished);
    }

    @Test
    void everyStepIsTold() {
        List<BeamStep> steps = new ArrayList<>();
        new BeamSearch(HESITANT, beams(2, 0, EarlyStopping.WHEN_HOPELESS)).search(PROMPT, steps::add);
        assertThat(steps).extracting(BeamStep::length).containsExactly(2, 3, 4);
        assertThat(steps.get(0).candidates()).extracting(Candidate::id).containsExactly(A, B);
        assertThat(steps.get(1).candidates()).extracting(Candidate::id).containsExactly(END, A, END, B);
        assertThat(steps.get(1).candidates()).extracting(Candidate::parent).containsExactly(1, 0, 0, 0);
        assertThat(steps.get(1).beams()).extracting(Beam::ids).containsExactly(List.of(START, A, A),
                List.of(START, A, B));
        assertThat(steps.get(1).beams()).extracting(Beam::parent).containsExactly(0, 0);
        assertThat(steps.get(2).beams()).extracting(Beam::parent).containsExactly(0, 0);
        assertThat(steps.get(1).beams().get(1).sum()).isCloseTo(Math.log(0.18), within(1e-6));
        assertThat(steps).extracting(step -> step.finished().size()).containsExactly(0, 1, 2);
    }

    @Test
    void aTextEndsOnlyIfItIsAmongTheBestAtThatStep() {
        List<BeamStep> steps = new ArrayList<>();
        new BeamSearch(HESITANT, beams(2, 0, EarlyStopping.WHEN_HOPELESS)).search(PROMPT, steps::add);
        Candidate third = steps.get(1).candidates().get(2);
        assertThat(third).extracting(Candidate::parent, Candidate::id).containsExactly(0, END);
        assertThat(ids(steps.get(1).finished())).containsExactly(List.of(START, B, END));
    }

    @Test
    void aSearchThatStopsWhenFullMissesWhatALongerOneFinds() {
        assertThat(ids(new BeamSearch(STEADY, beams(2, 0, EarlyStopping.WHEN_FULL)).search(PROMPT)))
                .containsExactly(List.of(START, B, END), List.of(START, A, B, END));
        List<Hypothesis> longer = new BeamSearch(STEADY, beams(2, 0, EarlyStopping.WHEN_UNLIKELY)).search(PROMPT);
        assertThat(ids(longer)).containsExactly(List.of(START, B, END), List.of(START, A, A, A, A));
        assertThat(longer).extracting(Hypothesis::finished).containsExactly(true, false);
    }

    @Test
    void aSearchUntilItIsHopelessTakesTheGreatestLengthForGranted() {
        List<BeamStep> unlikely = new ArrayList<>();
        List<BeamStep> hopeless = new ArrayList<>();
        new BeamSearch(HESITANT, beams(2, 2, EarlyStopping.WHEN_UNLIKELY)).search(PROMPT, unlikely::add);
        new BeamSearch(HESITANT, beams(2, 2, EarlyStopping.WHEN_HOPELESS)).search(PROMPT, hopeless::add);
        assertThat(unlikely).hasSize(3);
        assertThat(hopeless).hasSize(4);
        assertThat(hopeless.getLast().beams()).isEmpty();
    }

    @Test
    void theLengthPenaltyFavoursLongTextsOrShortOnes() {
        Hypothesis shortest = new BeamSearch(STEADY, beams(3, -1, EarlyStopping.WHEN_HOPELESS)).search(PROMPT)
                .getFirst();
        assertThat(shortest.ids()).containsExactly(START, B, END);
        assertThat(shortest.score()).isCloseTo(Math.log(0.36) * 2, within(1e-6));
        Hypothesis longest = new BeamSearch(STEADY, beams(3, 1, EarlyStopping.WHEN_HOPELESS)).search(PROMPT).getFirst();
        assertThat(longest.ids()).containsExactly(START, A, A, A, A);
        assertThat(longest.score()).isCloseTo(Math.log(0.6 * 0.8 * 0.8 * 0.8) / 4, within(1e-6));
    }

    static Stream<Arguments> tables() {
        return IntStream.range(0, 60).mapToObj(seed -> Arguments.of(seed, 2 + seed % 3, seed % 4));
    }

    @ParameterizedTest(name = "seed {0}, vocabulary {1}, smallest length {2}")
    @MethodSource("tables")
    void enoughBeamsFindEveryText(int seed, int vocabulary, int minLength) {
        Random random = new Random(seed);
        double[][] table = new double[vocabulary][vocabulary];
        for (double[] row : table) {
            Arrays.setAll(row, id -> random.nextDouble() + 0.01);
            double total = Arrays.stream(row).sum();
            Arrays.setAll(row, id -> row[id] / total);
        }
        GenerationSettings settings = new GenerationSettings(100, Lengths.of(minLength, 4), 0.7,
                EarlyStopping.WHEN_FULL, 0, new Tokens(1, -1, -1, END));
        List<Hypothesis> all = new ArrayList<>();
        enumerate(List.of(1), 0, table, settings, all);
        all.sort(Comparator.comparingDouble(Hypothesis::score).reversed());
        List<Hypothesis> found = new BeamSearch(new TableDraft(9, table), settings).search(new int[]{1});
        assertThat(ids(found)).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(ids(all));
        for (int i = 0; i < all.size(); i++) {
            assertThat(found.get(i).score()).isCloseTo(all.get(i).score(), within(1e-5));
        }
    }

    private static void enumerate(List<Integer> ids, double sum, double[][] table, GenerationSettings settings,
            List<Hypothesis> all) {
        boolean ended = ids.size() > 1 && ids.getLast() == END;
        if (ended || ids.size() == settings.maxLength()) {
            all.add(new Hypothesis(ids, sum / Math.pow(ids.size() - 1, settings.lengthPenalty()), ended));
            return;
        }
        for (int id = ids.size() < settings.minLength() ? END + 1 : 0; id < table.length; id++) {
            List<Integer> longer = new ArrayList<>(ids);
            longer.add(id);
            enumerate(longer, sum + Math.log(table[ids.getLast()][id]), table, settings, all);
        }
    }

    @Test
    void moreBeamsThanHalfTheVocabularyWriteDifferentTexts() {
        List<Hypothesis> found = new BeamSearch(HESITANT, beams(4, 1, EarlyStopping.WHEN_FULL)).search(PROMPT);
        assertThat(ids(found)).hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    void aTextThatNoTokenMayFollowIsGivenUp() {
        GenerationSettings settings = beams(2, 1, EarlyStopping.WHEN_UNLIKELY).withNoRepeat(1)
                .withTokens(new Tokens(START, -1, -1, -1)).withMaxLength(20);
        List<Hypothesis> found = new BeamSearch(HESITANT, settings).search(PROMPT);
        assertThat(found).isNotEmpty().noneMatch(Hypothesis::finished);
        assertThat(found).allMatch(text -> text.ids().stream().distinct().count() == text.ids().size());
    }

    @Test
    void aSearchCanBeMadeAgain() {
        BeamSearch search = new BeamSearch(Draft.of(Fixtures.gpt2("gpt2-tiny", new VectorOps(1))),
                GenerationSettings.DEFAULT.withBeams(3).withMaxNew(4));
        List<Hypothesis> first = search.search(new int[]{475, 440});
        assertThat(first).hasSize(3).allMatch(text -> text.ids().size() == 6);
        assertThat(search.search(new int[]{475, 440})).isEqualTo(first);
    }

    private static List<Hypothesis> tiny(int promptLength, GenerationSettings settings) {
        return new BeamSearch(Draft.of(Fixtures.gpt2("gpt2-tiny", new VectorOps(1))), settings)
                .search(new int[promptLength]);
    }

    @Test
    void aTextEndsWhereTheModelCannotReadOn() {
        GenerationSettings settings = GenerationSettings.DEFAULT.withBeams(2);
        assertThat(tiny(62, settings)).hasSize(2).allMatch(text -> text.ids().size() == 64 && !text.finished());
        assertThat(tiny(64, settings)).singleElement()
                .matches(text -> text.ids().size() == 64 && text.score() == 0 && !text.finished());
    }

    @Test
    void promptsThatLeaveNoRoomAreRefused() {
        GenerationSettings settings = GenerationSettings.DEFAULT.withBeams(2);
        assertThatThrownBy(() -> tiny(65, settings)).isInstanceOf(ModelException.class)
                .hasMessageContaining("65 tokens").hasMessageContaining("64");
        assertThatThrownBy(() -> tiny(7, settings.withMaxLength(7))).isInstanceOf(ModelException.class)
                .hasMessage(
                        "the text to go on from is 7 tokens long, but the whole text may have at most 7 (max_length); "
                                + "allow a longer text, or shorten it");
        assertThatThrownBy(() -> tiny(0, settings)).isInstanceOf(ModelException.class).hasMessageContaining("empty");
    }

    @Test
    void scoresThatAreNoNumbersMeanDamagedWeights() {
        TableDraft damaged = new TableDraft(8, new double[]{1, Double.NaN, 1});
        GenerationSettings settings = GenerationSettings.DEFAULT.withBeams(2);
        assertThatThrownBy(() -> new BeamSearch(damaged, settings).search(new int[]{0}))
                .isInstanceOf(ModelException.class).hasMessageContaining("the weights are damaged");
    }

    @Test
    void aModelThatRulesOutEveryTokenHasDamagedWeights() {
        TableDraft damaged = new TableDraft(8, new double[]{0, 0, 0});
        GenerationSettings settings = GenerationSettings.DEFAULT.withBeams(2);
        assertThatThrownBy(() -> new BeamSearch(damaged, settings).search(new int[]{0}))
                .isInstanceOf(ModelException.class).hasMessageContaining("the weights are damaged");
        assertThatThrownBy(() -> new Generator(damaged).generate(new int[]{0}, settings, TokenChooser.greedy(),
                id -> {})).isInstanceOf(ModelException.class).hasMessageContaining("the weights are damaged");
    }

    @Test
    void aDraftThatHasReadIsRefused() {
        Draft draft = HESITANT.fork();
        draft.read(START);
        assertThatThrownBy(() -> new BeamSearch(draft, GenerationSettings.DEFAULT))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
