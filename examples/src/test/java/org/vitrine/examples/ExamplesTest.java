package org.vitrine.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.explain.check.GoldenTrace;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.transformer.trace.Trace;

/** Each example prints what was measured. */
@ResourceLock(Resources.SYSTEM_OUT)
class ExamplesTest {
    private static final Pattern NUMBER = Pattern.compile("-?\\d+\\.\\d+(e[-+]\\d+)?|-Infinity");

    /** What is printed while a program runs. */
    private static String output(Consumer<String[]> program, String... args) {
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            System.setOut(out);
            program.accept(args);
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** What an example complains of. */
    private static String complaint(Runnable example) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int status = Example.status(example, new PrintStream(bytes, true, StandardCharsets.UTF_8));
        assertThat(status).isOne();
        return bytes.toString(StandardCharsets.UTF_8).strip();
    }

    @Test
    void gpt2IsSteppedThroughWithTheNumbersOfTheGoldenTrace() {
        String output = output(StepThroughGpt2::main);
        assertThat(output).startsWith("Encoding of 16 tokens: Two | Ġplus | Ġthree");
        assertLinesAre(GoldenTrace.of("classroom-gpt2").trace(), output, 10);
        assertThat(output).contains("head 0 of decoder.0.attn.pattern [T=16, S=16]",
                "\n     1.0000    0.0000    0.0000",
                "next, with 49.91 %: '.'");
    }

    @Test
    void theReadmeShowsWhatIsPrinted() throws IOException {
        String query = output(StepThroughGpt2::main).lines().filter(line -> line.startsWith("decoder.0.attn.q "))
                .findFirst().orElseThrow();
        assertThat(Files.readString(Path.of("../README.md"))).contains("q = " + query,
                "-Dexample=" + WhereIsLondonDecided.class.getSimpleName(), StepThroughGpt2.class.getName());
    }

    @Test
    void bertIsSteppedThroughWithTheNumbersOfTheGoldenTrace() {
        String output = output(StepThroughBert::main);
        assertThat(output).startsWith("Encoding of 15 tokens: [CLS] | the | cat");
        assertLinesAre(GoldenTrace.of("classroom-bert").trace(), output, 12);
        assertThat(output).contains("at token 6, with 9.74 %: 'chair'");
    }

    @Test
    void bartIsSteppedThroughWithTheNumbersOfTheGoldenTrace() {
        String output = output(StepThroughBart::main);
        assertThat(output).startsWith("Encoding of 13 tokens: <s> | Z | o");
        assertLinesAre(GoldenTrace.of("classroom-bart").trace(), output, 10);
        assertThat(output).contains("next, with 52.09 %: '</s>'");
    }

    @Test
    void anotherTextIsReadInstead() {
        assertThat(output(StepThroughGpt2::main, "The keys to the cabinet")).contains("Encoding of 5 tokens",
                "' are'");
        assertThat(output(StepThroughBert::main, "The cat sat on the [MASK].")).contains("encoder.1.attn.q [H=4, T=9");
        assertThat(output(StepThroughBart::main, "The cat sat.")).contains("decoder.1.cross.scores [H=4, T=6, S=6]");
    }

    @Test
    void londonIsDecidedByTheLastAttention() {
        List<String> lines = output(WhereIsLondonDecided::main).lines().toList();
        assertThat(lines).hasSize(14);
        assertThat(lines.getFirst()).startsWith("decoder.embed.resid").endsWith("rank 2569 and   0.00 %");
        assertThat(lines.get(10)).startsWith("decoder.4.mlp.resid").endsWith("rank    1 and  44.02 %");
        assertThat(lines.get(11)).startsWith("decoder.5.attn.resid").endsWith("rank    1 and  97.28 %");
        assertThat(lines.getLast()).isEqualTo("lifted most by attn of layer 5: by 53.25 percentage points");
    }

    @Test
    void withoutTheHeadThatLooksOneWordBackTheListIsForgotten() {
        assertThat(output(AblateAHead::main).lines()).containsExactly("' wolf' follows the list with 66.1 %",
                "without head 4.1 with 1.5 %");
        assertThat(output(AblateAHead::main, "0.0").lines().toList().getLast()).startsWith("without head 0.0 with ");
    }

    @ParameterizedTest
    @CsvSource({"7.1, the model computed no decoder.7.attn.heads", "4.9, has no head 9; its heads are 0 to 3",
        "x, 'x' is no head; write its layer and its number"})
    void aHeadThatIsNotThereIsNamed(String head, String words) {
        assertThat(complaint(() -> AblateAHead.ablate(head))).contains(words).doesNotContain("\n");
    }

    @Test
    void aWordOfSeveralTokensIsRefused() {
        assertThat(complaint(() -> WhereIsLondonDecided.ask("Londonish")))
                .startsWith("'Londonish' is 4 tokens; this asks for a single one");
    }

    @Test
    void aTextThatIsTooLongOrEmptyIsRefused() {
        String text = "the cat sat ".repeat(200);
        assertThat(complaint(() -> StepThroughGpt2.read(text))).contains("this model reads at most 256");
        assertThat(complaint(() -> StepThroughBert.read(text, ""))).contains("this model reads at most");
        assertThat(complaint(() -> StepThroughBart.read(text, text))).contains("this model reads at most");
        assertThat(complaint(() -> Example.argument(new String[]{""}, "a text", "the text to read")))
                .isEqualTo("the argument is empty, expected the text to read; leave it out for 'a text'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"one", "one two", " one"})
    void oneArgumentIsTakenAsItIs(String argument) {
        assertThat(Example.argument(new String[]{argument}, "usual", "a text")).isEqualTo(argument);
        assertThat(Example.argument(new String[0], "usual", "a text")).isEqualTo("usual");
        assertThat(complaint(() -> Example.argument(new String[]{argument, "b"}, "usual", "a text")))
                .contains("found 2: " + argument + " | b", "in quotes");
    }

    /** Every tensor that was printed is the golden trace's: the same name, statistics and corner values. */
    private static void assertLinesAre(Trace golden, String output, int count) {
        List<String> lines = output.lines().filter(line -> line.matches("(encoder|decoder|head)\\..*")).toList();
        assertThat(lines).hasSize(count);
        for (String line : lines) {
            String name = line.substring(0, line.indexOf(' '));
            String expected = golden.get(name).named(name, TensorName.parse(name).axes()).toString();
            assertThat(NUMBER.matcher(line).replaceAll("#")).isEqualTo(NUMBER.matcher(expected).replaceAll("#"));
            Matcher found = NUMBER.matcher(line);
            Matcher wanted = NUMBER.matcher(expected);
            while (found.find() && wanted.find()) {
                double number = Double.parseDouble(wanted.group());
                if (Double.isInfinite(number)) {
                    assertThat(found.group()).isEqualTo(wanted.group());
                } else {
                    assertThat(Double.parseDouble(found.group())).as(line)
                            .isCloseTo(number, within(5e-5 + 2e-3 * Math.abs(number)));
                }
            }
        }
    }
}
