package org.vitrine.ui.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vitrine.tokenizer.Tokenizer;
import org.vitrine.tokenizer.Tokenizers;
import org.vitrine.ui.answer.Json;
import org.vitrine.ui.answer.Page;
import org.vitrine.ui.answer.TokenizeAnswer;
import tools.jackson.databind.JsonNode;

/** The steps of a WordPiece tokenizer, for people and as JSON. */
class WordPieceStepsTest {
    private static final String VOCABULARY = String.join("\n", "[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "play",
            "##ing", "cafe", "!");
    private static final String TEXT = "Caf\u00e9 playing [MASK]! zzz " + "y".repeat(101);

    private final Tokenizer tokenizer = Tokenizers.load("small", name -> name.equals("vocab.txt")
            ? Optional.of(VOCABULARY.getBytes(StandardCharsets.UTF_8))
            : Optional.empty());

    private TokenizeAnswer answer() {
        return new TokenizeAnswer("small", tokenizer, tokenizer.encode(TEXT), true);
    }

    @Test
    void stepsAreNumberedAndExplained() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Console console = new Console(new ByteArrayInputStream(new byte[0]), out, out, StandardCharsets.UTF_8,
                Map.of("vitrine.stdout.terminal", "false"));
        answer().show(new Page(console, console.terminal(ColourChoice.NEVER)));
        console.flush();
        assertThat(out.toString(StandardCharsets.UTF_8)).containsSubsequence("1. Added tokens", "[MASK] (4)",
                "2. Text is cleaned", "accents stripped", "made lower case", "3. The rest is split into words", "cafe",
                "4. Each word is matched", "playing", "play", "playi", "##ing", "no piece fits",
                "a word of 101 characters");
    }

    @Test
    void stepsAreCompleteInJson() {
        JsonNode steps = Run.parse(Json.document(answer()::write)).get("steps");
        assertThat(steps.propertyNames()).containsExactly("parts", "cleaned", "words", "matches");
        JsonNode cleaned = steps.get("cleaned").get(0);
        assertThat(cleaned.get("before").stringValue()).isEqualTo("Caf\u00e9 playing ");
        assertThat(cleaned.get("after").stringValue()).isEqualTo("cafe playing ");
        assertThat(cleaned.get("changes").toString()).isEqualTo("[\"accents_stripped\",\"lowercased\"]");
        JsonNode playing = steps.get("matches").get(1);
        assertThat(playing.get("word").stringValue()).isEqualTo("playing");
        assertThat(playing.get("outcome").stringValue()).isEqualTo("pieces");
        assertThat(playing.get("matches").get(0).get("piece").stringValue()).isEqualTo("play");
        assertThat(playing.get("matches").get(0).get("failures").intValue()).isEqualTo(2);
        assertThat(steps.get("matches").get(3).get("outcome").stringValue()).isEqualTo("no_piece_fits");
        assertThat(steps.get("matches").get(3).get("matches").get(0).has("piece")).isFalse();
        assertThat(steps.get("matches").get(4).get("outcome").stringValue()).isEqualTo("too_long");
    }
}
