package org.vitrine.ui.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.explain.attention.AttentionMap;
import org.vitrine.explain.attention.NeuronView;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.picture.Recorded.Rectangle;
import org.vitrine.ui.terminal.Figure;

class NeuronViewPictureTest {
    private static final int WIDTH = 8;
    private static final int MODEL = 20;

    @Test
    void everyNumberOfEveryVectorIsARectangle() {
        Recorded drawn = drawn(view(4, 1, WIDTH), 3, Theme.LIGHT);
        long strips = drawn.rectangles().stream().filter(each -> each.box().height() == 13).count();
        assertThat(strips).as("q, k, q×k, v, result and what is written").isEqualTo(WIDTH * (1 + 3 * 4 + 1) + MODEL);
        assertThat(drawn.texts()).contains("q", "k", "q×k", "q·k", "score", "weight", "v", "−8", "8")
                .anyMatch(text -> text.startsWith("result, norm "))
                .anyMatch(text -> text.startsWith("written to the stream: 20 numbers, norm "));
    }

    @Test
    void blueIsPositiveOrangeIsNegativeAndStrengthIsTheHyperbolicTangentOfAFourth() {
        NeuronView view = view(2, 1, WIDTH);
        Recorded drawn = drawn(view, 0, Theme.DARK);
        List<Rectangle> strip = strips(drawn).stream()
                .filter(each -> each.box().y() == strips(drawn).stream().mapToDouble(one -> one.box().y()).min()
                        .orElseThrow())
                .sorted((a, b) -> Double.compare(a.box().x(), b.box().x())).limit(WIDTH).toList();
        for (int neuron = 0; neuron < WIDTH; neuron++) {
            float q = view.q().at(0, neuron);
            assertThat(strip.get(neuron).colour()).isEqualTo((q < 0 ? Theme.DARK.negative() : Theme.DARK.positive())
                    .withOpacity(Math.rint(100 * Math.tanh(Math.abs(q) / 4)) / 100));
        }
    }

    @Test
    void keysThatTheQueryMustNotLookAtAreLeftOut() {
        Recorded drawn = drawn(view(6, 1, WIDTH), 2, Theme.LIGHT);
        assertThat(strips(drawn)).hasSize(WIDTH * (1 + 3 * 3 + 1) + MODEL);
        assertThat(drawn.texts()).contains("Tokens that it must not look at are left out: 3.");
        assertThat(drawn.hints()).hasSize(3).first().asString().contains("looks at 0 [CLS]").contains("\nneuron ");
    }

    @Test
    void ofManyKeysThoseWithTheGreatestWeightsAreShown() {
        Recorded drawn = drawn(view(100, 1, WIDTH), 99, Theme.LIGHT);
        assertThat(drawn.hints()).hasSize(NeuronViewPicture.MOST_KEYS);
        assertThat(drawn.texts()).contains("Of 100 keys the 64 with the greatest weights are shown.");
    }

    @ParameterizedTest
    @CsvSource({"false, 1", "true, 1", "false, 3", "true, 0.5"})
    void nothingIsClippedAndNoTextLiesUponAnother(boolean dark, double scale) {
        Theme theme = (dark ? Theme.DARK : Theme.LIGHT).scaled(scale);
        for (float size : new float[]{1e-6f, 1, 1000}) {
            for (int width : new int[]{1, 3, 8, 64, 128}) {
                drawn(view(15, size, width), 14, theme).assertInOrder();
                drawn(view(1, size, width), 0, theme).assertInOrder();
            }
        }
    }

    @Test
    void whereNothingIsLeftThePictureSaysSo() {
        NeuronView view = view(1, 1, WIDTH).withoutSpecials();
        NeuronView none = new NeuronView(view.kind(), 0, 0, Samples.tokens(1), view.keys(), filled(1, WIDTH), view.k(),
                view.v(), Tensor.of(new float[0], 1, 0), Tensor.of(new float[0], 1, 0), filled(1, WIDTH),
                filled(1, MODEL));
        Recorded drawn = drawn(none, 0, Theme.LIGHT);
        drawn.assertInOrder();
        assertThat(drawn.texts()).anyMatch(text -> text.startsWith("There is nothing to show"));
    }

    @ParameterizedTest
    @CsvSource({"false, 1", "true, 1", "false, 3", "true, 0.5"})
    void beforeATokenIsOpenedNothingIsClippedEitherAndThePictureKeepsItsSize(boolean dark, double scale) {
        Theme theme = (dark ? Theme.DARK : Theme.LIGHT).scaled(scale);
        for (int tokens : new int[]{1, 15, 200}) {
            NeuronView view = view(tokens, 10, 8);
            Recorded closed = Recorded.of(NeuronHeadPicture.of(view, -1, -1, Subject.SAID, theme));
            Recorded pointed = Recorded.of(NeuronHeadPicture.of(view, 0, tokens - 1, Subject.SAID, theme));
            Recorded.of(NeuronHeadPicture.of(view, 0, -1, Samples.SUBJECT, theme)).assertInOrder();
            closed.assertInOrder();
            pointed.assertInOrder();
            assertThat(closed.texts()).contains("No token selected.");
            assertThat(pointed.texts()).doesNotContain("No token selected.").contains("q·k", "score", "weight");
            assertThat(pointed.picture().width()).isEqualTo(closed.picture().width());
            assertThat(pointed.picture().height()).isEqualTo(closed.picture().height());
        }
    }

    @Test
    void onlyTheLinesOfTheTokenThatIsPointedAtAreDrawn() {
        NeuronView view = view(6, 1, WIDTH);
        Recorded all = Recorded.of(NeuronHeadPicture.of(view, -1, -1, Subject.SAID, Theme.LIGHT));
        Recorded pointed = Recorded.of(NeuronHeadPicture.of(view, -1, 2, Subject.SAID, Theme.LIGHT));
        long seen = IntStream.range(0, view.weights().size()).filter(i -> view.weights().data()[i] >= 1 / 255.0)
                .count();
        assertThat(links(all)).isEqualTo(seen).isGreaterThan(15);
        assertThat(links(pointed)).isEqualTo(3);
    }

    private static long links(Recorded drawn) {
        return drawn.lines().stream().filter(each -> each.line().x2() - each.line().x1() > 200).count();
    }

    @Test
    void inAWindowEveryNumberHasAHint() {
        NeuronView view = view(3, 1, WIDTH);
        Recorded drawn = Recorded.of(NeuronViewPicture.of(view, 2, Subject.SAID, Theme.LIGHT));
        drawn.assertInOrder();
        assertThat(drawn.hints()).hasSize(1 + WIDTH + 3 * (1 + 3 * WIDTH) + WIDTH + MODEL);
        assertThat(drawn.hints()).contains("neuron 5: q " + Figure.of(view.q().at(2, 5)),
                "result 0: " + Figure.of(view.result().at(2, 0)));
    }

    @Test
    void whatAnInterventionChangedStandsBesideTheWeights() {
        NeuronView view = view(3, 1, WIDTH);
        float[] weights = view.weights().data().clone();
        weights[6] += 0.125f;
        weights[7] -= 0.0625f;
        NeuronView before = new NeuronView(view.kind(), view.layer(), view.head(), view.queries(), view.keys(),
                view.q(),
                view.k(), view.v(), view.scores(), Tensor.of(weights, 3, 3), view.result(), view.written());
        Recorded drawn = Recorded
                .of(NeuronViewPicture.of(view, 2, Optional.of(before), Samples.SUBJECT, Theme.LIGHT));
        drawn.assertInOrder();
        assertThat(drawn.texts()).contains("change", "−12.50", "+6.250", "0");
    }

    private static Tensor filled(int rows, int columns) {
        float[] numbers = new float[rows * columns];
        Arrays.fill(numbers, 0.5f);
        return Tensor.of(numbers, rows, columns);
    }

    private static List<Rectangle> strips(Recorded drawn) {
        return drawn.rectangles().stream().filter(each -> each.box().height() == 13).toList();
    }

    private static Recorded drawn(NeuronView view, int query, Theme theme) {
        return Recorded.of(NeuronViewPicture.of(view, query, Samples.SUBJECT, theme));
    }

    /** Random numbers of about that size; the weights are those of a causal model. */
    private static NeuronView view(int tokens, float size, int width) {
        AttentionMap map = Samples.causal(1, 1, tokens);
        Random random = new Random(3);
        float[] scores = new float[tokens * tokens];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = i % tokens > i / tokens ? Float.NEGATIVE_INFINITY : size * (float) random.nextGaussian();
        }
        return new NeuronView(AttentionKind.DECODER, 1, 0, map.queries(), map.keys(),
                numbers(random, size, tokens, width), numbers(random, size, tokens, width),
                numbers(random, size, tokens, width), Tensor.of(scores, tokens, tokens), map.weights().slice(0),
                numbers(random, size, tokens, width), numbers(random, size, tokens, MODEL));
    }

    /** None of them so near 0 that it could not be seen. */
    private static Tensor numbers(Random random, float size, int rows, int columns) {
        float[] numbers = new float[rows * columns];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = size * (random.nextBoolean() ? 1 : -1) * (0.5f + random.nextFloat());
        }
        return Tensor.of(numbers, rows, columns);
    }
}
