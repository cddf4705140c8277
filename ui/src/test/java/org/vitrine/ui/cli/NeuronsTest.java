package org.vitrine.ui.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.ui.terminal.TextWidth;
import org.vitrine.weights.Safetensors;
import tools.jackson.databind.JsonNode;

/** Single neurons through the command line: the numbers are those of the trace, and people can read them. */
class NeuronsTest {
    private static final String STORY = "The cat sat. The dog ran.";

    @TempDir
    private Path folder;

    private float[] act(String model, int layer) {
        String name = "encoder." + layer + ".mlp.act";
        Path file = folder.resolve(name + ".safetensors");
        Run.of("trace", STORY, "-m", model, "--only", name, "--out", file.toString());
        try (Safetensors trace = Safetensors.open(file)) {
            return trace.require(name).floats();
        }
    }

    @Test
    void aNeuronsActivationsAreThoseOfTheTrace() {
        JsonNode found = Run.of("neurons", STORY, "-m", "classroom-bert", "--layer", "1", "--neuron", "16", "--topk",
                "3", "--json").json();
        float[] act = act("classroom-bert", 1);
        assertThat(found.get("activations").size()).isEqualTo(found.get("encoder_tokens").size()).isEqualTo(10);
        int width = act.length / 10;
        for (int position = 0; position < 10; position++) {
            assertThat(found.get("activations").get(position).floatValue()).isEqualTo(act[position * width + 16]);
        }
        assertThat(found.get("strongest").size()).isEqualTo(3);
        assertThat(found.at("/strongest/0/token").stringValue()).isEqualTo(".");
    }

    @Test
    void theStrongestNeuronsOfATokenAreThoseOfTheTrace() {
        JsonNode found = Run.of("neurons", STORY, "-m", "classroom-bert", "--position", "4", "--layer", "2", "--topk",
                "1000", "--json").json();
        float[] act = act("classroom-bert", 2);
        int width = act.length / 10;
        assertThat(found.get("neurons").size()).isEqualTo(width);
        double before = Double.MAX_VALUE;
        for (JsonNode neuron : found.get("neurons")) {
            assertThat(neuron.get("layer").intValue()).isEqualTo(2);
            double activation = neuron.get("activation").doubleValue();
            assertThat(activation).isLessThanOrEqualTo(before)
                    .isCloseTo(act[4 * width + neuron.get("neuron").intValue()], within(1e-7));
            before = activation;
        }
    }

    @Test
    void theOtherTokensThatFireANeuronAreNamed() {
        JsonNode found = Run.of("neurons", STORY, "-m", "classroom-bert", "--position", "4", "--json").json();
        assertThat(found.get("neurons").size()).isEqualTo(10);
        for (JsonNode neuron : found.get("neurons")) {
            assertThat(neuron.get("other_tokens").size()).isEqualTo(5);
            assertThat(neuron.get("other_tokens")).noneMatch(token -> token.get("position").intValue() == 4);
        }
        assertThat(found.at("/neurons/0/other_tokens/0/token").stringValue()).isEqualTo(".");
    }

    @Test
    void theTextsLastTokenIsAskedWhereNoneIsNamed() {
        assertThat(Run.of("neurons", STORY, "-m", "classroom-bert", "--json").json().get("position").intValue())
                .isEqualTo(8);
        assertThat(Run.of("neurons", "The keys", "--json").json().get("position").intValue()).isEqualTo(1);
        assertThat(Run.of("neurons", "The cat", "The dog", "-m", "classroom-bart", "--stack", "decoder", "--json")
                .json().get("position").intValue()).isEqualTo(3);
        assertThat(Run.of("neurons", "", "-m", "classroom-bert", "--json").json().get("position").intValue())
                .isEqualTo(1);
    }

    @Test
    void theTokenIsMarkedAndItsNeuronsAreListed() {
        String out = Run.of("neurons", STORY, "-m", "classroom-bert", "--position", "4").out();
        assertThat(out).startsWith("classroom-bert: the encoder's neurons that . at position 4 fires most");
        assertThat(out.lines().filter(line -> line.matches(" +[0-5] +[0-9]+ +[0-9.]+  █.*"))).hasSize(10);
        assertThat(out.lines().filter(line -> line.startsWith("    1      16"))).singleElement().asString()
                .contains("  . ");
    }

    @Test
    void aNeuronIsShownAtAllTokensAndItsStrongestAreMarkedByRank() {
        String out = Run.of("neurons", STORY, "-m", "classroom-bert", "--layer", "1", "--neuron", "16", "--topk", "2")
                .out();
        assertThat(out).startsWith("classroom-bert: which tokens fire neuron 16 of encoder layer 1")
                .containsAnyOf("[CLS] the cat sat .₁ the dog ran .₂ [SEP]",
                        "[CLS] the cat sat .₂ the dog ran .₁ [SEP]");
        assertThat(out.lines().filter(line -> line.matches("   [12] +[48]  \\. .*█+.*"))).hasSize(2);
        assertThat(out.lines().skip(2).findFirst()).hasValueSatisfying(line -> assertThat(line).hasSize(10)
                .matches("[▁▂▃▄▅▆▇█]+").contains("█"));
    }

    @Test
    void inColourWhatFiresIsBlueAndWhatIsBelowZeroOrange() {
        Run run = Run.with(Map.of(), "", "neurons", STORY, "-m", "classroom-bert", "--layer", "0", "--neuron", "2",
                "--topk", "10", "--color", "always");
        assertThat(run.out()).contains("\u001b[38;5;33m█", "\u001b[38;5;208m", "blue fires, orange is below 0");
    }

    @Test
    void everyLineFitsTheTerminal() {
        String text = "The cat sat on the mat and looked at the dog. ".repeat(20);
        for (String columns : List.of("60", "80", "140")) {
            for (List<String> more : List.of(List.<String>of(), List.of("--layer", "1", "--neuron", "16"))) {
                List<String> args = new ArrayList<>(List.of("neurons", text, "-m", "classroom-bert"));
                args.addAll(more);
                Run run = Run.with(Map.of("vitrine.columns", columns), "", args.toArray(String[]::new));
                assertThat(run.out().lines()).allMatch(line -> TextWidth.of(line) <= Integer.parseInt(columns));
            }
        }
    }
}
