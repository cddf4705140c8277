package org.vitrine.ui.tour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.ui.damage.Damage;
import org.vitrine.ui.damage.Outcome;
import org.vitrine.ui.session.FileException;

class DamagedLessonsTest {
    private static final int ROUNDS = 200;
    private static final long CONSTANT = 8L << 20;

    private static InputStream stream(byte[] content) {
        return new ByteArrayInputStream(content);
    }

    @Test
    void damagedLessonsAreRefusedInOneLineOrDoNoHarm() throws IOException {
        byte[] whole = Lessons.class.getResourceAsStream("lessons.json").readAllBytes();
        int refused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] content = new Damage(new Random(round), whole.length).text(whole);
            Outcome outcome = Outcome.of("lessons.json, round " + round, () -> {
                Lessons.read(stream(content)).values().forEach(lesson -> assertThat(lesson.arguments()).isNotEmpty());
                return Optional.empty();
            });
            assertThat(outcome.bytes()).as("bytes for round %d", round).isLessThan(10 * whole.length + CONSTANT);
            refused += outcome.refused() ? 1 : 0;
        }
        assertThat(refused).isBetween(1, ROUNDS - 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "7", "[7]", "[{}]", "[{\"parameters\": []}]", "[", "[] []",
        "[{\"parameters\": {\"layer\": 99999999999}}]"})
    void whatIsNoListOfLessonsIsDamage(String content) {
        assertThatThrownBy(() -> Lessons.read(stream(content.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(FileException.class).hasMessageStartingWith("lessons.json inside the program is damaged")
                .hasMessageEndingWith("install Vitrine again");
    }
}
