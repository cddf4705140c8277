package org.vitrine.explain.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.tokenizer.Encoding;
import org.vitrine.tokenizer.Tokenizers;
import org.vitrine.transformer.bert.Bert;
import org.vitrine.transformer.ops.Ops;
import org.vitrine.transformer.ops.VectorOps;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Recording;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.weights.ModelFiles;

/** The lesson's passage, read by the small BERT: Hugging Face's activations, factorised by scikit-learn. */
class ClassroomFactorsTest {
    private static final Ops OPS = new VectorOps(2);
    private static Encoding encoding;
    private static ActivationMatrix activations;

    @BeforeAll
    static void readThePassage() {
        ModelFiles files = ModelFiles.classroom("classroom-bert");
        encoding = Tokenizers.load("classroom-bert", files::find).encode(FactorFixtures.text("classroom.txt").strip());
        Recording recording = Recording.everything();
        Bert.load(files, OPS).forward(encoding.ids(), encoding.segments(), recording);
        activations = ActivationMatrix.of(recording.trace(), Stack.ENCODER, 0, 6);
    }

    private static ActivationFactors factors(FactorStart start) {
        return new ActivationFactorizer(OPS, start).factors(activations, 8, iteration -> {
        });
    }

    private static double relativeError(ActivationFactors factors) {
        return factors.error() / Math.sqrt(activations.squaredNorm());
    }

    @Test
    void theTokensAreTheLessons() {
        assertThat(Arrays.stream(encoding.ids()).asLongStream().toArray())
                .containsExactly(FactorFixtures.file("classroom").require("ids").longs());
        assertThat(activations.neurons()).isEqualTo(3072);
    }

    @Test
    void aRandomStartWithSeed0LeadsToTheLessonsFactors() {
        ActivationFactors factors = factors(new RandomStart(0));
        close(factors.strengths(), "random0", 2e-4f);
        assertThat(relativeError(factors)).isCloseTo(0.759274, within(2e-6));
    }

    @Test
    void otherSeedsLeadToOtherFactorsAsFarAway() {
        assertThat(relativeError(factors(new RandomStart(1)))).isCloseTo(0.758851, within(2e-6));
        assertThat(relativeError(factors(new RandomStart(2)))).isCloseTo(0.763829, within(2e-6));
    }

    @Test
    void singularVectorsLeadToTheLessonsFactors() {
        ActivationFactors factors = factors(new NndsvdStart());
        close(factors.strengths(), "nndsvda", 1e-3f); // scikit-learn started 1e-3 away, from randomised singular vectors
        assertThat(relativeError(factors)).isCloseTo(0.758851, within(2e-6));
    }

    /** The lesson's numbers have four digits behind the point, and rest on activations with other last bits. */
    private static void close(Tensor strengths, String name, float tolerance) {
        float[] expected = FactorFixtures.file("classroom").require(name).floats();
        assertThat(strengths.size()).isEqualTo(expected.length);
        for (int i = 0; i < expected.length; i++) {
            assertThat(strengths.data()[i]).as("number " + i).isCloseTo(expected[i], within(tolerance));
        }
    }

    @Test
    void factorsBelongToKindsOfWords() {
        ActivationFactors factors = factors(new RandomStart(0));
        assertThat(share(factors, 0, ".")).isBetween(0.91, 1.0);
        assertThat(share(factors, 1, ",")).isBetween(0.75, 1.0);
        assertThat(share(factors, 4, "the")).isBetween(0.81, 1.0);
        assertThat(share(factors, 5, "two", "three", "four", "five", "six", "seven")).isBetween(0.38, 1.0);
    }

    private static double share(ActivationFactors factors, int component, String... words) {
        return factors.share(component, t -> List.of(words).contains(encoding.pieces().get(t)));
    }

    @Test
    void theTokensWhereAFactorIsStrongestAreTheLessons() {
        Tensor strengths = factors(new RandomStart(0)).strengths();
        Set<Integer> strongest = IntStream.range(0, strengths.dim(1)).boxed()
                .sorted((a, b) -> Float.compare(strengths.at(5, b), strengths.at(5, a))).limit(8)
                .collect(Collectors.toSet());
        assertThat(strongest).containsExactlyInAnyOrder(108, 110, 112, 106, 102, 114, 104, 100); // three, four, five, …
    }

    @Test
    void theNeuronsOfAFactorAreThoseOfItsRow() {
        ActivationFactors factors = factors(new RandomStart(0));
        List<FactorNeuron> top = factors.topNeurons(4, 3072);
        FactorNeuron first = top.getFirst();
        int column = first.layer() * 512 + first.neuron();
        assertThat(top.stream().mapToDouble(FactorNeuron::share).sum()).isCloseTo(1, within(1e-9));
        assertThat(top.stream().map(FactorNeuron::share).toList()).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(IntStream.range(0, 3072))
                .allMatch(n -> factors.neurons().at(4, n) <= factors.neurons().at(4, column));
        assertThat(factors.topNeurons(4, 3)).isEqualTo(top.subList(0, 3));
    }
}
