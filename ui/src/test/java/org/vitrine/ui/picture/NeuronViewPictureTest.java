package org.vitrine.ui.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.explain.attention.AttentionMap;
import org.vitrine.explain.attention.NeuronView;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.picture.Recorded.Rectangle;

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
