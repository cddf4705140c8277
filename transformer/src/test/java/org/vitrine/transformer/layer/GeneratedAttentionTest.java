package org.vitrine.transformer.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.vitrine.transformer.Fixtures.random;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.vitrine.transformer.layer.Attention.Mask;
import org.vitrine.transformer.ops.CpuOps;
import org.vitrine.transformer.ops.Ops;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Part;
import org.vitrine.transformer.trace.Recorder;
import org.vitrine.transformer.trace.Recording;
import org.vitrine.transformer.trace.Stack;

/** What holds for attention over any queries, keys and values, on every back end of a CPU. */
class GeneratedAttentionTest {
    /** Rounding of scores of up to some 20, and then of a mean of numbers from −2 to 2. */
    private static final double NEAR = 2e-5;

    /** Queries [H, T, e], keys and values [H, S, e], with T at most S as under the causal mask. */
    record Input(Tensor q, Tensor k, Tensor v) {
        Tensor attend(Ops ops, Mask mask) {
            return attend(ops, mask, Recorder.off());
        }

        Tensor attend(Ops ops, Mask mask, Recorder recorder) {
            float scaling = (float) (1 / Math.sqrt(q.dim(2)));
            return new Attention(scaling, mask).attend(ops, q, k, v, recorder.in(Stack.DECODER).in(0, Part.ATTN));
        }

        int heads() {
            return q.dim(0);
        }

        int queries() {
            return q.dim(1);
        }

        int keys() {
            return k.dim(1);
        }

        int width() {
            return q.dim(2);
        }
    }

    @Provide
    static Arbitrary<Input> inputs() {
        Arbitrary<Integer> keys = Arbitraries.of(1, 2, 3, 5, 7, 8, 13, 16, 17, 33);
        Arbitrary<Integer> hidden = Arbitraries.of(0, 0, 1, 4, 12);
        return Combinators.combine(Arbitraries.longs(), Arbitraries.integers().between(1, 4), keys, hidden,
                Arbitraries.of(1, 2, 3, 8, 13, 33)).as(
                        (seed, h, s, less, e) -> new Input(
                                random(seed, h, Math.max(1, s - less), e), random(seed + 1, h, s, e),
                                random(seed + 2, h, s, e)))
                .withoutEdgeCases();
    }

    @Property(tries = 200)
    void theResultIsThatOfTheEquationInDoublePrecision(@ForAll("inputs") Input in, @ForAll Mask mask) {
        for (Ops ops : CpuOps.ALL) {
            Tensor heads = in.attend(ops, mask);
            assertThat(heads.shape()).isEqualTo(in.q().shape());
            for (int h = 0; h < in.heads(); h++) {
                for (int t = 0; t < in.queries(); t++) {
                    double[] expected = equation(in, mask, h, t);
                    for (int i = 0; i < in.width(); i++) {
                        assertThat((double) heads.at(h, t, i)).as("%s, head %d, token %d", ops.name(), h, t)
                                .isCloseTo(expected[i], within(NEAR));
                    }
                }
            }
        }
    }

    /** One token's answer in one head, in plain loops. */
    private static double[] equation(Input in, Mask mask, int h, int t) {
        int seen = mask == Mask.CAUSAL ? in.keys() - in.queries() + t + 1 : in.keys();
        double[] answer = new double[in.width()];
        double total = 0;
        for (int s = 0; s < seen; s++) {
            double score = 0;
            for (int i = 0; i < in.width(); i++) {
                score += (double) in.q().at(h, t, i) * in.k().at(h, s, i);
            }
            double weight = Math.exp(score / Math.sqrt(in.width()));
            total += weight;
            for (int i = 0; i < in.width(); i++) {
                answer[i] += weight * in.v().at(h, s, i);
            }
        }
        double all = total;
        return Arrays.stream(answer).map(number -> number / all).toArray();
    }

    @Property(tries = 200)
    void rowsOfThePatternSumToOneAndShowNothingOfTheFuture(@ForAll("inputs") Input in, @ForAll Mask mask) {
        for (Ops ops : CpuOps.ALL) {
            Recording recording = Recording.everything();
            in.attend(ops, mask, recording);
            Tensor pattern = recording.trace().get("decoder.0.attn.pattern");
            for (int h = 0; h < in.heads(); h++) {
                for (int t = 0; t < in.queries(); t++) {
                    double sum = 0;
                    for (int s = 0; s < in.keys(); s++) {
                        sum += pattern.at(h, t, s);
                        if (mask == Mask.CAUSAL && s > in.keys() - in.queries() + t) {
                            assertThat(pattern.at(h, t, s)).as(ops.name()).isZero();
                        }
                    }
                    assertThat(sum).as(ops.name()).isCloseTo(1, within(1e-5));
                }
            }
        }
    }

    @Property(tries = 200)
    void aLaterTokenChangesNoBitOfAnEarlierOne(@ForAll("inputs") Input in, @ForAll @IntRange(max = 32) int place) {
        int changed = place % in.keys();
        Input other = new Input(in.q(), withOther(in.k(), changed), withOther(in.v(), changed));
        int same = Math.max(0, Math.min(in.queries(), changed - (in.keys() - in.queries())));
        for (Ops ops : CpuOps.ALL) {
            Tensor before = in.attend(ops, Mask.CAUSAL);
            Tensor after = other.attend(ops, Mask.CAUSAL);
            int numbers = same * in.width();
            for (int h = 0; h < in.heads(); h++) {
                assertThat(Arrays.copyOf(after.slice(h).data(), numbers)).as("%s, head %d", ops.name(), h)
                        .isEqualTo(Arrays.copyOf(before.slice(h).data(), numbers));
            }
        }
    }

    private static Tensor withOther(Tensor x, int row) {
        float[] data = x.data().clone();
        for (int h = 0; h < x.dim(0); h++) {
            int start = (h * x.dim(1) + row) * x.dim(2);
            Arrays.fill(data, start, start + x.dim(2), 1e6f);
        }
        return Tensor.of(data, x.shape());
    }

    @Property(tries = 200)
    void theOrderOfKeysDoesNotMatterIfValuesMoveAlong(@ForAll("inputs") Input in, @ForAll long seed) {
        List<Integer> order = new ArrayList<>();
        for (int s = 0; s < in.keys(); s++) {
            order.add(s);
        }
        Collections.shuffle(order, new Random(seed));
        Input shuffled = new Input(in.q(), reordered(in.k(), order), reordered(in.v(), order));
        for (Ops ops : CpuOps.ALL) {
            float[] expected = in.attend(ops, Mask.NONE).data();
            float[] found = shuffled.attend(ops, Mask.NONE).data();
            for (int i = 0; i < expected.length; i++) {
                assertThat((double) found[i]).as(ops.name()).isCloseTo(expected[i], within(NEAR));
            }
        }
    }

    private static Tensor reordered(Tensor x, List<Integer> order) {
        int width = x.dim(2);
        float[] data = new float[x.size()];
        for (int h = 0; h < x.dim(0); h++) {
            for (int s = 0; s < order.size(); s++) {
                System.arraycopy(x.data(), (h * order.size() + order.get(s)) * width, data,
                        (h * order.size() + s) * width, width);
            }
        }
        return Tensor.of(data, x.shape());
    }

    @Property(tries = 100)
    void oneKeyAnswersWithItsValueToTheBit(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int heads,
            @ForAll @IntRange(min = 1, max = 33) int width) {
        Input in = new Input(random(seed, heads, 1, width), random(seed + 1, heads, 1, width),
                random(seed + 2, heads, 1, width));
        for (Ops ops : CpuOps.ALL) {
            for (Mask mask : Mask.values()) {
                assertThat(in.attend(ops, mask).data()).as(ops.name()).isEqualTo(in.v().data());
            }
        }
    }

    @Property(tries = 200)
    void aHeadAnswersTheSameByItself(@ForAll("inputs") Input in, @ForAll Mask mask) {
        for (Ops ops : CpuOps.ALL) {
            Tensor together = in.attend(ops, mask);
            for (int h = 0; h < in.heads(); h++) {
                Input alone = new Input(head(in.q(), h), head(in.k(), h), head(in.v(), h));
                assertThat(alone.attend(ops, mask).data()).as("%s, head %d", ops.name(), h)
                        .isEqualTo(together.slice(h).data());
            }
        }
    }

    private static Tensor head(Tensor x, int h) {
        return x.slice(h).reshape(1, x.dim(1), x.dim(2));
    }
}
