package org.vitrine.explain.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.transformer.config.ModelException;
import org.vitrine.transformer.ops.Ops;
import org.vitrine.transformer.ops.ScalarOps;
import org.vitrine.transformer.ops.VectorOps;
import org.vitrine.transformer.tensor.Tensor;

class ActivationFactorizerTest {
    private static final Ops OPS = new VectorOps(2);
    private static final FactorStart RANDOM = new RandomStart(0);

    private static ActivationFactors factors(ActivationMatrix x, int components) {
        return new ActivationFactorizer(OPS, RANDOM).factors(x, components, iteration -> {
        });
    }

    static List<FactorFixtures.Run> runs() {
        return FactorFixtures.runs();
    }

    /** scikit-learn's own two runs, float32 and float64, differ by up to 9e-5. */
    @ParameterizedTest
    @MethodSource("runs")
    void afterAsManyIterationsTheFactorsAreScikitLearns(FactorFixtures.Run run) {
        ActivationFactors factors = new ActivationFactorizer(OPS, RANDOM, 0, run.iterations())
                .factors(run.activations(), run.requested(), iteration -> {
                });
        close(factors.strengths(), run.matrix("components").doubles());
        close(factors.strengths(), run.matrix("components_f64").doubles());
        close(factors.neurons(), run.matrix("H").doubles());
        close(factors.neurons(), run.matrix("H_f64").doubles());
    }

    private static void close(Tensor found, double[] expected) {
        assertThat(found.size()).isEqualTo(expected.length);
        for (int i = 0; i < expected.length; i++) {
            assertThat((double) found.data()[i]).as("number " + i + " of " + found.shape()).isCloseTo(expected[i],
                    within(1e-4));
        }
    }

    /** One iteration more or less, since float32 cannot tell a violation of 0.99979e-4 from one of 1.0003e-4. */
    @ParameterizedTest
    @MethodSource("runs")
    void iterationsAndErrorAreScikitLearns(FactorFixtures.Run run) {
        ActivationFactors factors = factors(run.activations(), run.requested());
        assertThat(factors.iterations()).isCloseTo(run.iterations(), within(1)).isCloseTo(run.exactIterations(),
                within(1));
        assertThat(factors.converged()).isEqualTo(run.iterations() < 500);
        assertThat(factors.error()).isCloseTo(run.error(), within(1e-5 * run.error() + 1e-5))
                .isCloseTo(run.exactError(), within(1e-6 * run.exactError() + 1e-5));
    }

    static Stream<Arguments> starts() {
        return FactorFixtures.runs().stream().flatMap(
                run -> Stream.of(RANDOM, new RandomStart(1), new NndsvdStart()).map(start -> Arguments.of(run, start)));
    }

    @ParameterizedTest
    @MethodSource("starts")
    void errorsFallFromIterationToIterationAndNothingIsNegative(FactorFixtures.Run run, FactorStart start) {
        ActivationMatrix x = run.activations();
        ActivationFactors factors = new ActivationFactorizer(OPS, start).factors(x, run.requested(), iteration -> {
        });
        double rounding = 1e-6 * Math.sqrt(x.squaredNorm());
        for (int i = 1; i < factors.errors().size(); i++) {
            assertThat(factors.errors().get(i)).as("iteration " + i)
                    .isLessThanOrEqualTo(factors.errors().get(i - 1) + rounding);
        }
        assertThat(factors.error()).isCloseTo(distance(x, factors), within(rounding));
        assertThat(smallest(factors.strengths())).isNotNegative();
        assertThat(smallest(factors.neurons())).isNotNegative();
    }

    /** |X − strengthsᵀ · neurons|, number by number, in doubles. */
    private static double distance(ActivationMatrix x, ActivationFactors factors) {
        double sum = 0;
        for (int t = 0; t < x.positions(); t++) {
            for (int n = 0; n < x.neurons(); n++) {
                double rest = x.values().at(t, n);
                for (int k = 0; k < factors.components(); k++) {
                    rest -= (double) factors.strengths().at(k, t) * factors.neurons().at(k, n);
                }
                sum += rest * rest;
            }
        }
        return Math.sqrt(sum);
    }

    private static float smallest(Tensor tensor) {
        return (float) IntStream.range(0, tensor.size()).mapToDouble(i -> tensor.data()[i]).min().orElseThrow();
    }

    /** Where next to nothing is left of the activations, the two may differ by more than that, but not by much of them. */
    @ParameterizedTest
    @MethodSource("runs")
    void singularVectorsLeadAsCloseAsChance(FactorFixtures.Run run) {
        ActivationMatrix x = run.activations();
        ActivationFactors singular = new ActivationFactorizer(OPS, new NndsvdStart()).factors(x, run.requested(),
                iteration -> {
                });
        double random = factors(x, run.requested()).error();
        assertThat(singular.error()).isLessThan(1.01 * random + 1e-4 * Math.sqrt(x.squaredNorm()));
    }

    @Test
    void everyBackEndFindsTheSameFactors() {
        ActivationMatrix x = FactorFixtures.run("gpt2_call", 4).activations();
        ActivationFactors vector = factors(x, 4);
        ActivationFactors scalar = new ActivationFactorizer(new ScalarOps(), RANDOM).factors(x, 4, iteration -> {
        });
        assertThat(vector.strengths().data()).containsExactly(scalar.strengths().data());
        assertThat(vector.neurons().data()).containsExactly(scalar.neurons().data());
        assertThat(vector.errors()).isEqualTo(scalar.errors());
    }

    @Test
    void itDoesNotMatterIntoHowManyLayersTheNeuronsAreDivided() {
        ActivationMatrix one = FactorFixtures.run("bert_call", 4).activations();
        ActivationMatrix three = new ActivationMatrix(one.stack(), 2, 5, one.values());
        ActivationFactors factors = factors(three, 4);
        close(factors.strengths(), FactorFixtures.run("bert_call", 4).matrix("components_f64").doubles());
        assertThat(factors.fromLayer()).isEqualTo(2);
        assertThat(factors.toLayer()).isEqualTo(5);
        assertThat(factors.start()).isEqualTo("random, seed 0");
    }

    @Test
    void activationsMadeOfTwoGroupsAreTakenApartAgain() {
        float[] values = new float[6 * 40];
        Random random = new Random(3);
        for (int n = 0; n < 40; n++) {
            float loud = 1 + random.nextFloat();
            for (int t = n % 2 * 3; t < n % 2 * 3 + 3; t++) { // even neurons fire at the first three tokens
                values[t * 40 + n] = loud * (t + 1);
            }
        }
        ActivationFactors factors = factors(FactorFixtures.matrixOf(Tensor.of(values, 6, 40)), 2);
        int first = factors.strengths().at(0, 0) > factors.strengths().at(1, 0) ? 0 : 1;
        assertThat(factors.share(first, t -> t < 3)).isCloseTo(1, within(1e-3));
        assertThat(factors.share(1 - first, t -> t >= 3)).isCloseTo(1, within(1e-3));
        assertThat(factors.topNeurons(first, 20)).allMatch(neuron -> neuron.neuron() % 2 == 0);
        assertThat(factors.error()).isLessThan(1e-3);
    }

    @Test
    void activationsThatAreAllZeroHaveFactorsOfZeros() {
        ActivationFactors factors = factors(FactorFixtures.matrixOf(Tensor.of(new float[12], 3, 4)), 2);
        assertThat(factors.strengths().data()).containsOnly(0);
        assertThat(factors.neurons().data()).containsOnly(0);
        assertThat(factors.errors()).containsExactly(0.0, 0.0);
        assertThat(factors.converged()).isTrue();
        assertThat(factors.share(0, t -> true)).isZero();
        assertThat(factors.topNeurons(0, 5)).isEmpty();
    }

    @Test
    void oneTokenHasOneFactorHoweverManyAreAskedFor() {
        ActivationMatrix x = FactorFixtures.matrixOf(Tensor.of(new float[]{1, 0, 2, 3}, 1, 4));
        ActivationFactors factors = factors(x, 8);
        assertThat(factors.components()).isOne();
        assertThat(factors.positions()).isOne();
        assertThat(factors.error()).isCloseTo(0, within(1e-5));
        assertThat(factors.neurons().at(0, 1)).isZero();
        assertThat(factors.strengths().at(0, 0) * factors.neurons().at(0, 3)).isCloseTo(3, within(1e-5f));
    }

    /** The best single factor of a matrix without negative numbers is its first pair of singular vectors. */
    @Test
    void oneFactorIsTheFirstPairOfSingularVectors() {
        ActivationMatrix x = FactorFixtures.matrixOf(Tensor.of(new float[]{3, 0, 0, 1}, 2, 2));
        ActivationFactors factors = factors(x, 1);
        assertThat(factors.error()).isCloseTo(1, within(1e-6));
        assertThat(factors.strengths().at(0, 0) * factors.neurons().at(0, 0)).isCloseTo(3, within(1e-4f));
    }

    @Test
    void theListenerHearsOfEveryIteration() {
        List<Integer> heard = new ArrayList<>();
        ActivationFactors factors = new ActivationFactorizer(OPS, RANDOM, 0, 7)
                .factors(FactorFixtures.run("bert_call", 2).activations(), 2, heard::add);
        assertThat(heard).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(factors.iterations()).isEqualTo(7);
        assertThat(factors.converged()).isFalse();
    }

    /** Counts how often it is asked, and ends the search at one of these times. */
    private static final class Impatient implements FactorListener {
        private final int end;
        private final AtomicInteger checks = new AtomicInteger();
        private final List<Double> errors = new ArrayList<>();

        Impatient(int end) {
            this.end = end;
        }

        @Override
        public void bettered(int iterations, double error) {
            errors.add(error);
        }

        @Override
        public void check() {
            if (checks.incrementAndGet() == end) {
                throw new CancellationException("enough");
            }
        }
    }

    @Test
    void aSearchThatIsWatchedFindsTheSameFactorsAndTellsTheirErrors() {
        for (FactorStart start : List.of(RANDOM, new NndsvdStart())) {
            ActivationMatrix x = FactorFixtures.run("bert_call", 2).activations();
            Impatient listener = new Impatient(-1);
            ActivationFactors watched = new ActivationFactorizer(OPS, start).search(x, 2, listener);
            ActivationFactors alone = new ActivationFactorizer(OPS, start).factors(x, 2, iteration -> {
            });
            assertThat(watched.strengths().data()).containsExactly(alone.strengths().data());
            assertThat(watched.neurons().data()).containsExactly(alone.neurons().data());
            assertThat(listener.errors).isEqualTo(alone.errors().subList(1, alone.errors().size()));
        }
    }

    @Test
    void aSearchCanBeEndedWheneverItAsks() {
        ActivationMatrix x = FactorFixtures.run("bert_call", 2).activations();
        for (FactorStart start : List.of(RANDOM, new NndsvdStart())) {
            ActivationFactorizer factorizer = new ActivationFactorizer(OPS, start, 0, 3);
            Impatient patient = new Impatient(-1);
            factorizer.search(x, 2, patient);
            int checks = patient.checks.get();
            assertThat(checks).as("at least once a block of neurons")
                    .isGreaterThan(4 * Math.ceilDiv(x.neurons(), 1024));
            for (int end = 1; end <= checks; end++) {
                Impatient listener = new Impatient(end);
                assertThatThrownBy(() -> factorizer.search(x, 2, listener)).isInstanceOf(CancellationException.class)
                        .hasMessage("enough");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -3})
    void noFactorsCannotBeAskedFor(int components) {
        ActivationMatrix x = FactorFixtures.run("bert_call", 2).activations();
        assertThatThrownBy(() -> factors(x, components)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("at least one factor is needed, not " + components);
    }

    @Test
    void settingsThatMeanNothingAreRefused() {
        assertThatThrownBy(() -> new ActivationFactorizer(OPS, RANDOM, Double.NaN, 5))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("not NaN");
        assertThatThrownBy(() -> new ActivationFactorizer(OPS, RANDOM, 1e-4, 0))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("at least one iteration");
    }

    @Test
    void activationsWhoseProductsOverflowAreAnErrorInWordsAndSmallerOnesAreNot() {
        for (FactorStart start : List.of(RANDOM, new NndsvdStart())) {
            ActivationFactorizer factorizer = new ActivationFactorizer(OPS, start);
            assertThatThrownBy(() -> factorizer.factors(even(1e13f), 2, iteration -> {
            })).isInstanceOf(ModelException.class).hasMessageContaining("products overflow");
            ActivationFactors factors = factorizer.factors(even(1e12f), 2, iteration -> {
            });
            assertThat(factors.error()).isLessThan(1e10);
        }
    }

    private static ActivationMatrix even(float activation) {
        float[] values = new float[12];
        Arrays.fill(values, activation);
        return FactorFixtures.matrixOf(Tensor.of(values, 3, 4));
    }
}
