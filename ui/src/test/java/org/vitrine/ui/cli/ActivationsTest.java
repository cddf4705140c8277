package org.vitrine.ui.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.ui.terminal.TextWidth;
import tools.jackson.databind.JsonNode;

/** Factors through the command line: the lessons against the reference's numbers, and what people see. */
class ActivationsTest {
    private static final String STORY = "The cat sat. The dog ran. The cat ran. A dog sat.";
    private static final String CODE = "\u001b\\[[0-9;]*m";

    private static final JsonNode EXPECTED = read();

    private static JsonNode read() {
        try {
            return Run.parse(Files.readString(Path.of("src/test/resources/lessons-expected.json")));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @CsvSource({"activations-classroom, random, 0", "activations-classroom, random, 1",
        "activations-classroom, random, 2", "activations-strange-qualities, random, 0"})
    void theFactorsExplainAsMuchAsTheReferencesFactors(String id, String start, String seed) {
        JsonNode lesson = EXPECTED.get(id);
        JsonNode found = lesson(lesson, "--start", start, "--seed", seed);
        double error = lesson.get("relative_error").get(start + seed).doubleValue();
        assertThat(found.get("explained").doubleValue()).isCloseTo(1 - error * error, within(1e-5));
        assertThat(found.get("converged").booleanValue()).isTrue();
        assertThat(found.get("errors").size()).isEqualTo(found.get("iterations").intValue() + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"activations-classroom", "activations-strange-qualities"})
    void theFactorsAreTheReferencesFactors(String id) {
        JsonNode lesson = EXPECTED.get(id);
        JsonNode found = lesson(lesson);
        JsonNode strengths = lesson.get("factors_random0");
        assertThat(found.get("components").size()).isEqualTo(strengths.size()).isEqualTo(8);
        for (int factor = 0; factor < strengths.size(); factor++) {
            JsonNode component = found.get("components").get(factor);
            assertThat(component.get("component").intValue()).isEqualTo(factor);
            for (int position = 0; position < strengths.get(factor).size(); position++) {
                assertThat(component.get("strengths").get(position).doubleValue())
                        .as("factor %d at position %d", factor, position)
                        .isCloseTo(strengths.get(factor).get(position).doubleValue(), within(2e-3));
            }
        }
    }

    @Test
    void factorsBelongToTheKindsOfWordsThatTheLessonNames() {
        JsonNode lesson = EXPECTED.get("activations-classroom");
        JsonNode found = lesson(lesson);
        assertThat(share(found, 4, "the")).isGreaterThan(0.8139);
        assertThat(share(found, 0, ".", "?")).isGreaterThan(0.91);
        assertThat(share(found, 6, "the")).isLessThan(0.05);
    }

    /** How much of a factor's strength these tokens have. */
    private static double share(JsonNode document, int factor, String... words) {
        JsonNode strengths = document.get("components").get(factor).get("strengths");
        double all = 0;
        double theirs = 0;
        for (JsonNode token : document.get("encoder_tokens")) {
            double strength = strengths.get(token.get("position").intValue()).doubleValue();
            all += strength;
            theirs += List.of(words).contains(token.get("token").stringValue()) ? strength : 0;
        }
        return theirs / all;
    }

    private static JsonNode lesson(JsonNode lesson, String... more) {
        List<String> args = new ArrayList<>(List.of("activations", lesson.get("text").stringValue(), "-m",
                "classroom-bert", "--components", "8", "--json"));
        args.addAll(List.of(more));
        return Run.of(args.toArray(String[]::new)).json();
    }

    @Test
    void theSingularVectorsAreAGoodStart() {
        JsonNode lesson = EXPECTED.get("activations-classroom");
        JsonNode found = lesson(lesson, "--start", "nndsvd");
        double error = lesson.get("relative_error").get("nndsvda").doubleValue();
        assertThat(found.get("explained").doubleValue()).isCloseTo(1 - error * error, within(2e-4));
        assertThat(found.get("start").stringValue()).isEqualTo("nndsvd");
        assertThat(found.has("seed")).isFalse();
        assertThat(found.at("/errors/0").doubleValue()).isLessThan(lesson(lesson).at("/errors/0").doubleValue());
    }

    @Test
    void eachFactorIsShownWithItsTokensAndNeurons() {
        String out = Run.of("activations", STORY, "-m", "classroom-bert", "--components", "2").out();
        List<String> lines = out.lines().toList();
        assertThat(lines.getFirst()).isEqualTo("classroom-bert: 2 groups of neurons that fire together, encoder layers "
                + "0 to 5");
        JsonNode found = Run.of("activations", STORY, "-m", "classroom-bert", "--components", "2", "--json").json();
        for (int factor = 0; factor < 2; factor++) {
            int start = indexOf(lines, "factor " + factor);
            assertThat(lines.get(start)).matches("factor " + factor + "  [▁▂▃▄▅▆▇█]{18}  peak [0-9.]+").contains("█");
            JsonNode neuron = found.at("/components/" + factor + "/neurons/0");
            assertThat(lines.get(start + 1)).startsWith("tokens    ");
            assertThat(lines.get(start + 2)).startsWith("neurons   " + neuron.get("layer").intValue() + "."
                    + neuron.get("neuron").intValue() + " (");
        }
        assertThat(out.replaceAll("\\s+", " ")).contains("The factors explain 40.48 % of the activations",
                "iterations, when the factors stood still. Start: random, seed 0.");
    }

    private static int indexOf(List<String> lines, String start) {
        return lines.indexOf(lines.stream().filter(line -> line.startsWith(start)).findFirst().orElseThrow());
    }

    @Test
    void eachTokenHasTheNumberOfTheFactorThatIsNearestToItsPeak() {
        JsonNode found = Run.of("activations", STORY, "-m", "classroom-bert", "--components", "3", "--json").json();
        String out = Run.of("activations", STORY, "-m", "classroom-bert", "--components", "3").out();
        StringBuilder marked = new StringBuilder();
        for (JsonNode token : found.get("encoder_tokens")) {
            double best = 0;
            int highest = -1;
            for (int factor = 0; factor < 3; factor++) {
                JsonNode strengths = found.at("/components/" + factor + "/strengths");
                double peak = 0;
                for (JsonNode strength : strengths) {
                    peak = Math.max(peak, strength.doubleValue());
                }
                double height = strengths.get(token.get("position").intValue()).doubleValue() / peak;
                highest = height > best ? factor : highest;
                best = Math.max(best, height);
            }
            marked.append(marked.isEmpty() ? "" : " ").append(token.get("token").stringValue())
                    .append(best < 0.125 ? "" : "₀₁₂".charAt(highest));
        }
        assertThat(out.replace(System.lineSeparator(), " ")).contains(marked);
    }

    @Test
    void longTextsAreFoldedToTheTerminal() {
        String text = "The cat sat on the mat and looked at the dog. ".repeat(20);
        for (String columns : List.of("64", "80", "140")) {
            Run run = Run.with(Map.of("vitrine.columns", columns), "", "activations", text, "-m", "classroom-bert",
                    "--components", "3", "--color", "always");
            assertThat(run.code()).as(run.err()).isZero();
            assertThat(run.out().lines().map(line -> line.replaceAll(CODE, "")))
                    .allMatch(line -> TextWidth.of(line) <= Integer.parseInt(columns));
            assertThat(run.out().replaceAll(CODE, "").replaceAll("\\s+", " ")).contains("the greatest of");
        }
        assertThat(Run.of("activations", STORY, "-m", "classroom-bert").out()).doesNotContain("the greatest of");
    }

    @Test
    void whereOnlyAsciiArrivesTheBarsAreAscii() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Console console = new Console(InputStream.nullInputStream(), out, new PrintStream(out),
                StandardCharsets.US_ASCII, Map.of("vitrine.stdout.terminal", "false"));
        assertThat(CommandLines.run(console, "activations", STORY, "--components", "2")).isZero();
        assertThat(out.toString(StandardCharsets.US_ASCII)).doesNotContain("?").contains("#", "/0", "/1");
    }

    @Test
    void aTextHasNoMoreFactorsThanTokens() {
        Run run = Run.of("activations", "The cat", "--json");
        assertThat(run.complaint()).isEqualTo("vitrine: there are 2 factors, not 10: no more than the text has tokens");
        assertThat(run.json().get("components").size()).isEqualTo(2);
        assertThat(Run.of("activations", "a", "--components", "1").err()).isEmpty();
        assertThat(Run.of("activations", "a", "--components", "2").complaint()).contains("there is 1 factor, not 2");
    }

    @Test
    void layersAreAHalfOpenRange() {
        JsonNode found = Run.of("activations", STORY, "--components", "2", "--from-layer", "2", "--to-layer", "4",
                "--json").json();
        assertThat(found.get("from_layer").intValue()).isEqualTo(2);
        assertThat(found.get("to_layer").intValue()).isEqualTo(4);
        for (JsonNode component : found.get("components")) {
            assertThat(component.get("neurons")).allMatch(each -> each.get("layer").intValue() == 2
                    || each.get("layer").intValue() == 3);
        }
        assertThat(Run.of("activations", STORY, "--components", "2", "--from-layer", "2", "--to-layer", "3").out())
                .contains("decoder layer 2");
    }

    @Test
    void ofBartEitherStackIsLookedInto() {
        JsonNode encoder = Run.of("activations", "The cat sat.", "The dog", "-m", "classroom-bart", "--components",
                "2", "--json").json();
        assertThat(encoder.get("stack").stringValue()).isEqualTo("encoder");
        assertThat(encoder.at("/components/0/strengths").size()).isEqualTo(encoder.get("encoder_tokens").size());
        JsonNode decoder = Run.of("activations", "The cat sat.", "The dog", "-m", "classroom-bart", "--components",
                "2", "--stack", "decoder", "--json").json();
        assertThat(decoder.at("/components/0/strengths").size()).isEqualTo(decoder.get("decoder_tokens").size())
                .isEqualTo(4);
    }

    @Test
    void anotherSeedFindsTheSameAgain() {
        String[] args = {"activations", STORY, "--components", "3", "--seed", "7", "--json"};
        assertThat(Run.of(args)).isEqualTo(Run.of(args));
        assertThat(Run.of(args).json().get("seed").intValue()).isEqualTo(7);
        assertThat(Run.of(args).json().get("components"))
                .isNotEqualTo(Run.of("activations", STORY, "--components", "3", "--json").json().get("components"));
    }

    @Test
    void aBatchHasADocumentForEachText() {
        Run run = Run.with(Map.of(), "{\"text\": \"The cat sat.\"}\n{\"text\": \"The dog ran.\"}\n", "activations",
                "--batch", "-", "--components", "2");
        assertThat(run.out().lines().map(line -> Run.parse(line).get("text").stringValue())).containsExactly(
                "The cat sat.", "The dog ran.");
    }
}
