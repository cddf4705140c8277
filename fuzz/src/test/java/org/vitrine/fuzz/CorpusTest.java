package org.vitrine.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.vitrine.weights.WeightsException;

/** Runs every input that is kept; needs nothing of Jazzer. */
class CorpusTest {
    @TestFactory
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    Stream<DynamicContainer> noKeptInputIsABug() {
        return Arrays.stream(Target.values()).map(target -> DynamicContainer.dynamicContainer(target.toString(),
                Corpus.inputs(target).stream().map(input -> DynamicTest.dynamicTest(input.getFileName().toString(),
                        () -> target.run(Files.readAllBytes(input))))));
    }

    @Test
    void everyTargetHasInputsAndWords() {
        for (Target target : Target.values()) {
            assertThat(Corpus.inputs(target)).as(target.toString()).hasSizeGreaterThan(3);
            assertThat(Corpus.dictionary(target)).isRegularFile();
        }
    }

    @Test
    void aBugIsNoRefusal() {
        assertThat(Stream.<Runnable>of(() -> {
            throw new IllegalStateException("a bug");
        }, () -> Expected.that(false, "what does not hold"), () -> {
            throw new StackOverflowError();
        })).allSatisfy(bug -> assertThatThrownBy(() -> Expected.refusal(bug::run))
                .isNotInstanceOf(WeightsException.class));
    }
}
