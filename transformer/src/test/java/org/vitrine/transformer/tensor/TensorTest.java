package org.vitrine.transformer.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vitrine.transformer.Fixtures;

class TensorTest {
    private final Tensor matrix = Tensor.of(new float[]{0, 1, 2, 3, 4, 5, 6, 7}, 2, 4);

    @Test
    void headsAreDealtOutColumnByColumnAndPutTogetherAgain() {
        Tensor heads = matrix.splitHeads(2);
        assertThat(heads.shape()).isEqualTo(Shape.of(2, 2, 2));
        assertThat(heads.data()).containsExactly(0, 1, 4, 5, 2, 3, 6, 7);
        assertThat(heads.mergeHeads().data()).isEqualTo(matrix.data());
        assertThat(heads.slice(1).data()).containsExactly(2, 3, 6, 7);
    }

    @Test
    void rowsComeInTheOrderAskedFor() {
        assertThat(matrix.rows(1, 0, 1).data()).containsExactly(4, 5, 6, 7, 0, 1, 2, 3, 4, 5, 6, 7);
        assertThat(matrix.rows().shape()).isEqualTo(Shape.of(0, 4));
        assertThatThrownBy(() -> matrix.rows(2)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void appendingPutsRowsBelowHeadByHead() {
        Tensor first = Tensor.of(new float[]{1, 2}, 2, 1, 1);
        Tensor second = Tensor.of(new float[]{3, 4, 5, 6}, 2, 2, 1);
        assertThat(first.append(second).data()).containsExactly(1, 3, 4, 2, 5, 6);
        assertThat(first.append(second).shape()).isEqualTo(Shape.of(2, 3, 1));
    }

    @Test
    void oneNumberIsFoundByItsIndices() {
        assertThat(matrix.at(1, 2)).isEqualTo(6);
        assertThatThrownBy(() -> matrix.at(1)).hasMessage("tensor has shape [2, 4], so it takes 2 indices, not 1");
        assertThatThrownBy(() -> matrix.at(0, 4)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void aShapeThatDoesNotHoldTheNumbersIsRefused() {
        assertThatThrownBy(() -> Tensor.of(new float[3], 2, 2))
                .hasMessage("shape [2, 2] holds 4 numbers, but 3 were given");
        assertThatThrownBy(() -> Shape.of(2, -1)).hasMessageContaining("no negative length");
        assertThatThrownBy(() -> Shape.of(50_000, 50_000)).hasMessageContaining("at most 2^31-1 numbers");
        assertThatThrownBy(() -> matrix.splitHeads(3)).hasMessage("4 columns cannot be dealt out evenly to 3 heads");
        assertThatThrownBy(matrix::mergeHeads).hasMessage("mergeHeads takes a tensor with 3 axes, not [2, 4]");
    }

    @Test
    void aTensorShowsItsNameShapeStatisticsAndCornerValuesInOneLine() {
        assertThat(matrix.named("decoder.embed.resid", List.of("T", "d"))).hasToString(
                "decoder.embed.resid [T=2, d=4] min 0.000 max 7.000 mean 3.500 (0.000 1.000 2.000 … 7.000)");
        assertThat(Tensor.of(new float[0], 0, 3)).hasToString("tensor [0, 3] (empty)");
        assertThat(Tensor.of(new float[]{4})).hasToString("tensor [] min 4.000 max 4.000 mean 4.000 (4.000)");
        assertThat(Tensor.of(new float[]{1, 2, 3, 4}, 4))
                .hasToString("tensor [4] min 1.000 max 4.000 mean 2.500 (1.000 2.000 3.000 4.000)");
    }

    @Test
    void whatIsNotFiniteIsCountedApart() {
        float masked = Float.NEGATIVE_INFINITY;
        assertThat(Tensor.of(new float[]{1, masked, 2, 3}, 1, 2, 2)).hasToString(
                "tensor [1, 2, 2] min 1.000 max 3.000 mean 2.000, 1 not finite (1.000 -Infinity 2.000 3.000)");
        assertThat(Tensor.of(new float[]{masked, Float.NaN}, 2)).hasToString("tensor [2] 2 not finite (-Infinity NaN)");
    }

    @Test
    void ofAHugeTensorOnlySoManyNumbersAreLookedAt() {
        float[] numbers = new float[3 << 20];
        numbers[0] = 1;
        numbers[numbers.length - 1] = 5;
        Tensor huge = Tensor.of(numbers, 3, 1 << 20);
        assertThat(huge.toString()).contains("max 1.000", "of the first 1048576 (1.000 0.000 0.000 … 5.000)");
        assertThat(huge.parts()).hasSize(2);
        assertThat(huge.parts()[1]).isEqualTo("… and 2 more");
        assertThat(Tensor.of(numbers, 3 << 20).parts()).hasSize((1 << 16) + 1).endsWith("… and 3080192 more");
    }

    @Test
    void aTensorUnfoldsToMatricesTheseToRowsAndRowsToNumbers() {
        Tensor stack = Tensor.of(new float[]{0, 1, 2, 3, 4, 5, 6, 7}, 2, 2, 2)
                .named("decoder.0.attn.q", List.of("H", "T", "e"));
        Tensor head = (Tensor) stack.parts()[1];
        assertThat(head.toString()).startsWith("decoder.0.attn.q[1] [T=2, e=2] min 4.000");
        Tensor row = (Tensor) head.parts()[0];
        assertThat(row.toString()).startsWith("decoder.0.attn.q[1][0] [e=2] min 4.000");
        assertThat(row.parts()).containsExactly(4f, 5f);
        assertThat(Tensor.of(new float[]{9}).parts()).containsExactly(9f);
        assertThat(Tensor.of(new float[0], 0, 3).parts()).isEmpty();
        assertThat(Tensor.of(new float[0], 2, 0).parts()).extracting(Object::toString)
                .containsExactly("tensor[0] [0] (empty)", "tensor[1] [0] (empty)");
    }

    @Test
    void theCornerOfATensorIsPrintedRowByRow() {
        assertThat(matrix.named("decoder.embed.resid", List.of("T", "d")).corner()).isEqualTo("""
                decoder.embed.resid [T=2, d=4]
                     0.0000    1.0000    2.0000    3.0000
                     4.0000    5.0000    6.0000    7.0000""");
        assertThat(Fixtures.random(1, 9, 9).corner()).contains(" …\n").endsWith("\n  …");
        assertThat(Tensor.of(new float[0], 3, 0).corner()).isEqualTo("tensor [3, 0]");
    }
}
