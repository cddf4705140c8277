package org.vitrine.bench.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The list of all work. */
class WorksTest {
    @Test
    void workIsDoneInTheListsOrderAndOnce() {
        assertThat(Works.ordered(List.of("linear-128", "bert-base-128", "linear-128")))
                .containsExactly("bert-base-128", "linear-128");
    }

    @Test
    void theWindowIsTimedOnRequestOnly() {
        assertThat(Works.usual()).doesNotContain("viewer").hasSize(Works.names().size() - 1);
        assertThat(Works.ordered(List.of("viewer"))).containsExactly("viewer");
    }

    @Test
    void noNameComesTwice() {
        assertThat(Works.names()).doesNotHaveDuplicates();
    }

    @Test
    void allUnknownNamesAreSaid() {
        assertThatThrownBy(() -> Works.ordered(List.of("b", "linear-128", "a"))).hasMessageStartingWith(
                "there is no work 'a', 'b'; there are: bert-base-16");
    }
}
