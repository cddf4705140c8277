package org.vitrine.ui.desktop.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.transformer.trace.Part;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.transformer.trace.Trace;
import org.vitrine.ui.desktop.state.Exhibit;

class StepSentencesTest {
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    @ParameterizedTest
    @CsvSource({"classroom-gpt2, the cat sat on the mat,", "classroom-bert, the cat sat, on the mat",
        "classroom-bart, the cat sat on the mat, the cat", "classroom-gpt2, the,"})
    void everyStepHasASentenceWhoseNumbersAreThoseOfTheModelAndTheText(String model, String text, String pair) {
        Exhibit exhibit = exhibit(model, text, pair == null ? "" : pair);
        Trace trace = exhibit.trace();
        StepSentences sentences = StepSentences.of(exhibit);
        assertThat(trace.names()).hasSizeGreaterThan(50);
        for (TensorName name : trace.names()) {
            String sentence = sentences.sentence(name);
            assertThat(sentence).as(name.toString()).hasSizeGreaterThan(40)
                    .endsWith(". " + trace.get(name).shape()).doesNotContain("1 tokens");
            Matcher number = NUMBER.matcher(sentence.replaceAll("(?<=\\d) (?=\\d{3})", ""));
            while (number.find()) {
                assertThat(known(trace, name)).as(name + ": " + sentence).contains(Integer.parseInt(number.group()));
            }
        }
    }

    /** Lengths of axes of the tensors beside it, the next layer, and the 0 and 1 of norms and shares. */
    private static Set<Integer> known(Trace trace, TensorName name) {
        Set<Integer> known = new HashSet<>(List.of(0, 1, name.layer() + 1));
        trace.names().stream().filter(
                other -> other.stack() == name.stack() && other.layer() == name.layer() && other.part() == name.part())
                .forEach(other -> known.addAll(trace.get(other).shape().dims()));
        return known;
    }

    @Test
    void scoresSayWhoMayLookAtWhom() {
        assertThat(sentence("classroom-gpt2", "the cat sat", "", "decoder.2.attn.scores"))
                .startsWith(
                        "Each of the 4 heads compares the query of every token with the keys of itself and the tokens "
                                + "before it: q·kᵀ/√32; later ones are masked, −∞. [4, ");
        assertThat(sentence("classroom-bert", "the cat sat", "", "encoder.2.attn.scores"))
                .contains("with the keys of all 5 tokens: q·kᵀ/√32; nothing is masked. [4, 5, 5]");
        assertThat(sentence("classroom-bart", "the cat sat on the mat", "the cat", "decoder.1.cross.scores"))
                .contains("the query of every token being written with the keys of all 8 tokens that the encoder read");
    }

    @Test
    void theStreamSaysHowItIsNormalisedAndWhoReadsItNext() {
        assertThat(sentence("classroom-gpt2", "the cat", "", "decoder.0.attn.resid")).contains("x + out", "by the MLP");
        assertThat(sentence("classroom-gpt2", "the cat", "", "decoder.5.mlp.resid")).contains("by the final norm");
        assertThat(sentence("classroom-bert", "the cat", "", "encoder.0.mlp.resid"))
                .contains("Normalises the sum", "by layer 1");
        assertThat(sentence("classroom-bert", "the cat", "", "encoder.5.mlp.resid")).contains("by the head");
        assertThat(sentence("classroom-bart", "the cat", "", "decoder.0.attn.resid")).contains("by cross attention");
        assertThat(sentence("classroom-bart", "the cat", "", "encoder.2.mlp.resid"))
                .contains("Every layer of the decoder looks at it");
    }

    @Test
    void whatWasNotRecordedHasNoSentence() {
        Exhibit exhibit = exhibit("classroom-gpt2", "the cat", "");
        TensorName cross = TensorName.parse("decoder.0.cross.q");
        assertThat(cross.part()).isEqualTo(Part.CROSS);
        assertThat(StepSentences.of(exhibit).sentence(cross)).isEmpty();
    }

    private static String sentence(String model, String text, String pair, String name) {
        return StepSentences.of(exhibit(model, text, pair)).sentence(TensorName.parse(name));
    }

    private static Exhibit exhibit(String model, String text, String pair) {
        return Sessions.read(model, text, pair).exhibitProperty().get();
    }
}
