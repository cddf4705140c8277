package org.vitrine.transformer.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.vitrine.transformer.config.ModelException;
import org.vitrine.transformer.generate.GenerationSettings.Tokens;

/** Beam search beside every text that a toy model can write, under generated settings. */
class GeneratedBeamSearchTest {
    private static final int END = 0;
    /** Log-probabilities are rounded to single precision once a token. */
    private static final double NEAR = 1e-5;

    /** A toy: a model, how it is to write, and what it goes on from. At most 100 texts are possible. */
    record Toy(PrefixDraft model, GenerationSettings settings, int[] prompt) {
        List<Hypothesis> search(int beams) {
            return new BeamSearch(model.fork(), settings.withBeams(beams)).search(prompt);
        }

        List<Hypothesis> all() {
            return new Exhaustive(model, settings, prompt).texts();
        }

        @Override
        public String toString() {
            return model + " after " + Arrays.toString(prompt) + " with " + settings;
        }
    }

    @Provide
    static Arbitrary<Toy> toys() {
        Arbitrary<int[]> sizes = Arbitraries.of(List.of(new int[]{2, 6}, new int[]{3, 4}, new int[]{4, 3},
                new int[]{4, 1}, new int[]{1, 4}));
        return sizes.flatMap(size -> Arbitraries.integers().between(1, 3).flatMap(promptLength -> Combinators.combine(
                Arbitraries.longs(), Arbitraries.integers().between(0, size[0] - 1).array(int[].class)
                        .ofSize(promptLength),
                settings(size[0], size[1] + promptLength)).as(
                        (seed, prompt, settings) -> new Toy(
                                new PrefixDraft(seed, size[0], 20), settings, prompt))))
                .withoutEdgeCases();
    }

    private static Arbitrary<GenerationSettings> settings(int vocabulary, int most) {
        Arbitrary<Integer> minLengths = Arbitraries.integers().between(0, most);
        Arbitrary<Double> penalties = Arbitraries.of(-1.5, 0.0, 0.6, 1.0, 2.0);
        Arbitrary<Integer> noRepeat = Arbitraries.of(0, 0, 0, 2, 3);
        Arbitrary<Integer> forced = Arbitraries.integers().between(0, vocabulary - 1).injectNull(0.7)
                .map(id -> id == null ? -1 : id);
        Arbitrary<Integer> ends = Arbitraries.of(END, END, END, -1);
        Arbitrary<Tokens> tokens = Combinators.combine(forced, forced, ends)
                .as((first, last, end) -> new Tokens(-1, first, last, end));
        return Combinators.combine(minLengths, penalties, Arbitraries.of(EarlyStopping.class), noRepeat, tokens)
                .as((min, penalty, stopping, repeat, of) -> new GenerationSettings(1, Lengths.of(min, most), penalty,
                        stopping, repeat, of));
    }

    /** No text is pushed out, and the search is never full before its end: so the reason to stop must not matter. */
    @Property(tries = 1_000)
    void asManyBeamsAsTextsFindTheBestOneAndAllOthers(@ForAll("toys") Toy toy) {
        List<Hypothesis> all = toy.all();
        List<Hypothesis> found = toy.search(GenerationSettings.MOST_BEAMS);
        if (all.isEmpty()) {
            assertThat(found).isNotEmpty().noneMatch(Hypothesis::finished);
            return;
        }
        assertThat(found).hasSameSizeAs(all);
        assertThat(scores(found).keySet()).isEqualTo(scores(all).keySet());
        for (int i = 0; i < all.size(); i++) {
            assertThat(found.get(i).score()).isCloseTo(all.get(i).score(), within(NEAR * all.get(i).ids().size()));
        }
    }

    /** A text that is not one of all was given up, which happens only where no token may follow and no other is left. */
    @Property(tries = 1_000)
    void anyNumberOfBeamsFindsTextsThatMayBeWrittenAndScoresThemRightly(@ForAll("toys") Toy toy,
            @ForAll @IntRange(min = 1, max = 9) int beams) {
        Map<List<Integer>, Hypothesis> all = scores(toy.all());
        List<Hypothesis> found = toy.search(beams);
        assertThat(found).hasSizeBetween(1, beams).extracting(Hypothesis::ids).doesNotHaveDuplicates();
        double last = Double.POSITIVE_INFINITY;
        for (Hypothesis text : found) {
            Hypothesis expected = all.get(text.ids());
            if (expected == null) {
                assertThat(found).noneMatch(Hypothesis::finished);
                assertThat(all.keySet()).noneMatch(whole -> startsWith(whole, text.ids()));
                continue;
            }
            assertThat(text.finished()).isEqualTo(expected.finished());
            assertThat(text.score()).isCloseTo(expected.score(), within(NEAR * text.ids().size()))
                    .isLessThanOrEqualTo(last);
            last = text.score();
        }
    }

    private static boolean startsWith(List<Integer> whole, List<Integer> start) {
        return whole.size() >= start.size() && whole.subList(0, start.size()).equals(start);
    }

    @Property(tries = 1_000)
    void oneBeamThatStopsAtItsFirstTextIsGreedyWriting(@ForAll("toys") Toy toy) {
        GenerationSettings settings = toy.settings().withEarlyStopping(EarlyStopping.WHEN_FULL);
        List<Hypothesis> found = new BeamSearch(toy.model().fork(), settings).search(toy.prompt());
        Generator generator = new Generator(toy.model().fork());
        if (found.getFirst().ids().size() < settings.maxLength() && !found.getFirst().finished()) {
            assertThatThrownBy(() -> generator.generate(toy.prompt(), settings, TokenChooser.greedy(), id -> {}))
                    .isInstanceOf(ModelException.class).hasMessageContaining("no token may come next");
            return;
        }
        assertThat(found).singleElement().extracting(Hypothesis::ids)
                .isEqualTo(generator.generate(toy.prompt(), settings, TokenChooser.greedy(), id -> {}).ids());
    }

    private static Map<List<Integer>, Hypothesis> scores(List<Hypothesis> texts) {
        return texts.stream().collect(Collectors.toMap(Hypothesis::ids, Function.identity()));
    }
}
