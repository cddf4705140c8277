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
    void aTensorPrintsItsNameShapeStatisticsAndCorner() {
        assertThat(matrix.named("decoder.embed.resid", List.of("T", "d")).toString()).isEqualTo("""
                decoder.embed.resid [T=2, d=4] min 0.000  max 7.000  mean 3.500
                     0.0000    1.0000    2.0000    3.0000
                     4.0000    5.0000    6.0000    7.0000""");
        assertThat(Fixtures.random(1, 9, 9).toString()).contains(" …\n").endsWith("\n  …");
        assertThat(Tensor.of(new float[0], 0, 3).toString()).isEqualTo("tensor [0, 3] (empty)");
        assertThat(Tensor.of(new float[]{4}).toString())
                .isEqualTo("tensor [] min 4.000  max 4.000  mean 4.000\n     4.0000");
    }
}
