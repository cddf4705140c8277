package org.vitrine.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

/** Damage of all kinds to a tokenizer.json. */
final class Damage {
    private Damage() {
    }

    /** The tokenizer of a folder: names of files, each followed by its content. */
    static Tokenizer load(String... namesAndContents) {
        Map<String, String> files = new HashMap<>();
        for (int i = 0; i < namesAndContents.length; i += 2) {
            files.put(namesAndContents[i], namesAndContents[i + 1]);
        }
        return Tokenizers.load("mine", Fixtures.files(files));
    }

    /** Asserts that a folder is refused in one line with these words in it. */
    static void assertRefused(String expected, String... namesAndContents) {
        assertThatThrownBy(() -> load(namesAndContents)).isInstanceOf(TokenizerException.class)
                .hasMessageStartingWith("mine: ").hasMessageContaining(expected)
                .satisfies(e -> assertThat(e.getMessage()).hasLineCount(1).hasSizeLessThan(400));
    }

    private static Tokenizer load(byte[] tokenizerJson) {
        return Tokenizers.load("mine",
                name -> name.equals("tokenizer.json") ? Optional.of(tokenizerJson) : Optional.empty());
    }

    /** Asserts that the file, cut off anywhere, is refused in one line. */
    static void assertRefusedWhenCutOff(byte[] whole) {
        for (int length = 0; length < whole.length - 3; length += 1 + length / 10) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> load(part)).isInstanceOf(TokenizerException.class)
                    .hasMessageStartingWith("mine: tokenizer.json")
                    .satisfies(e -> assertThat(e.getMessage()).hasLineCount(1));
        }
    }

    /** Asserts that a changed byte either is refused in one line or leaves a tokenizer that works; both must happen. */
    static void assertRefusedOrHarmless(byte[] whole, int rounds, Consumer<Tokenizer> use) {
        Random random = new Random(5);
        int refused = 0;
        for (int round = 0; round < rounds; round++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(round % 2 == 0 ? 2_000 : damaged.length)] = (byte) random.nextInt(256);
            try {
                use.accept(load(damaged));
            } catch (TokenizerException e) {
                assertThat(e.getMessage()).startsWith("mine: tokenizer.json").hasLineCount(1);
                refused++;
            }
        }
        assertThat(refused).isBetween(rounds / 3, rounds - 1);
    }
}
