package org.vitrine.ui.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.ui.drawing.Theme;
import tools.jackson.databind.JsonNode;

/** A tensor as people look at it. */
class TensorViewTest {
    private static final Vitrine GPT2 = Vitrine.load("classroom-gpt2");
    private static final Run KEYS = GPT2.run("The keys to the cabinet");
    private static final Run CAT = Vitrine.load("classroom-bert").run("The cat sat.");
    private static final Run RUG = Vitrine.load("classroom-bart").run("The cat sat on the mat", "The rug");

    @TempDir
    private Path folder;

    @Test
    void aHeadStandsBetweenItsTokensWithItsStatisticsBelow() {
        assertThat(KEYS.tensor("decoder.5.attn.scores").head(3)).hasToString("""
                classroom-gpt2: decoder.5.attn.scores [H=4, T=5, S=5], head 3
                scores = q·kᵀ/√e, −∞ where masked

                position  0    1      2    3     4
                token     The  ·keys  ·to  ·the  ·cabinet

                rows: tokens, T = 5 · columns: tokens looked at, S = 5
                                 0       1        2      3         4
                               The   ·keys      ·to   ·the  ·cabinet
                0  The       3.460      −∞       −∞     −∞        −∞
                1  ·keys     2.487   5.463       −∞     −∞        −∞
                2  ·to       5.659   1.394    5.022     −∞        −∞
                3  ·the      2.281  0.9618   0.8041  4.838        −∞
                4  ·cabinet  1.427   5.295  −0.4906  1.158   −0.1245

                            min    max   mean  std. deviation   norm  masked
                tensor   −3.489  8.798  2.040           2.576  25.45      40
                head 3  −0.4906  5.659  2.642           2.071  13.00      10""");
    }

    @Test
    void withoutASettingTheFirstHeadIsShownAndANoteTellsOfTheOthers() {
        TensorView first = KEYS.tensor("decoder.5.attn.pattern");
        assertThat(first.toString()).startsWith("classroom-gpt2: decoder.5.attn.pattern [H=4, T=5, S=5], head 0\n")
                .endsWith("Note: this is head 0 of 4; head(1) shows the next.");
        assertThat(first.head(0).notes()).isEmpty();
        assertThat(first.head(0).json()).isEqualTo(first.json());
        assertThat(first.head(2).numbers()).isSameAs(first.numbers())
                .isSameAs(KEYS.trace().get("decoder.5.attn.pattern"));
    }

    @Test
    void theSliceIsTheHeadsMatrix() {
        JsonNode slice = json(KEYS.tensor("decoder.5.attn.q").head(2)).get("slice");
        assertThat(slice.get("index").intValue()).isEqualTo(2);
        for (int e = 0; e < 32; e++) {
            assertThat(slice.at("/numbers/4/" + e).floatValue())
                    .isEqualTo(KEYS.tensor("decoder.5.attn.q").numbers().at(2, 4, e));
        }
    }

    @Test
    void whatThereIsNoRoomForIsCounted() {
        TensorView act = KEYS.tensor("decoder.5.mlp.act");
        assertThat(act.toString().lines()).contains("act = activation(pre)",
                "rows: tokens, T = 5 · columns: neurons, f = 512",
                "                      0         1         2          3         4          5",
                "3  ·the           4.003    0.3993    0.9934  −0.001308   −0.1699   −0.05567",
                "… and 506 more columns");
        assertThat(act.text(40).lines()).contains("… and 510 more columns").allMatch(line -> line.length() <= 40);
        assertThat(act.text(30).lines()).contains("std. deviation    1.207").allMatch(line -> line.length() <= 30);
        String old = GPT2.run("old ".repeat(20)).tensor("decoder.0.attn.pattern").head(1).text(80);
        assertThat(old.lines().filter(line -> line.matches("1[5-9]  .*"))).singleElement().asString()
                .startsWith("15  ");
        assertThat(old).containsPattern("\n… and \\d+ more rows, \\d+ more columns\n");
    }

    @Test
    void aVectorIsASingleRowWithoutLabels() {
        assertThat(CAT.tensor("head.nsp").toString().lines().skip(1)).startsWith("nsp = pooled·W + b", "",
                "columns: classes, c = 2").anyMatch(line -> line.matches(" *follows +does.not"));
        assertThat(CAT.tensor("head.pooled").toString().lines()).startsWith("classroom-bert: head.pooled [d=128]",
                "pooled = tanh(resid[0]·W + b)", "", "columns: width, d = 128")
                .anyMatch(line -> line.matches("… and 1\\d\\d more columns")).noneMatch(line -> line.contains("cat"));
        assertThat(CAT.tensor("head.pooled").svg()).contains("columns: width, d = 128");
    }

    @Test
    void acrossStacksRowsAreTheDecodersTokensAndColumnsTheEncoders() {
        TensorView pattern = RUG.tensor("decoder.1.cross.pattern").head(2);
        assertThat(pattern.text(90).lines()).contains("The encoder:", "The decoder:",
                "token     <s>  The  ·cat  ·sat  ·on  ·the  ·mat  </s>", "token     </s>  <s>  The  ·rug")
                .anyMatch(line -> line.matches(" +<s> +The +·cat +·sat +·on +·the +·mat +</s>"))
                .anyMatch(line -> line.startsWith("3  ·rug  "));
        assertThat(RUG.tensor("decoder.1.cross.k").toString()).contains("The encoder:", "rows: tokens looked at, S = 8")
                .doesNotContain("The decoder:");
        assertThat(pattern.svg()).contains("·rug", "·mat");
    }

    @Test
    void strengthIsColour() {
        String coloured = KEYS.tensor("decoder.5.attn.scores").head(3).colours(80);
        assertThat(coloured).contains("\u001b[38;5;33m2.487\u001b[0m", "\u001b[2m−∞\u001b[0m", "from 1/3",
                "blue is above 0, orange below");
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "").lines())
                .containsAll(KEYS.tensor("decoder.5.attn.scores").head(3).toString().lines().toList());
    }

    @Test
    void theHeatMapIsDrawn() {
        TensorView pattern = KEYS.tensor("decoder.5.attn.pattern").head(3);
        assertThat(pattern.svg()).contains("classroom-gpt2: decoder.5.attn.pattern, head 3",
                "rows: tokens, T = 5 · columns: tokens looked at, S = 5", "·cabinet");
        assertThat(pattern.svg(Theme.DARK)).isNotEqualTo(pattern.svg());
        assertThat(pattern.png(folder.resolve("pattern.png"))).isNotEmptyFile();
    }

    @Test
    void afterAnInterventionTheTensorIsThatAfterItAndSaysSo() {
        String done = "Head 3 of layer 5 (decoder attention) is set to zero at every token";
        TensorView after = KEYS.withoutHead(5, 3).tensor("decoder.5.attn.heads").head(3);
        assertThat(after.notes()).containsExactly(done);
        assertThat(after.toString()).endsWith("Note: " + done + ".")
                .containsPattern("\nhead 3 +0 +0 +0 +0 +0\n");
        assertThat(after.numbers().slice(3).data()).containsOnly(0);
        assertThat(json(after).get("compared").stringValue()).isEqualTo("after");
        assertThat(json(KEYS.tensor("decoder.5.attn.heads")).has("compared")).isFalse();
    }

    @Test
    void picturesSayWhatWasDone() {
        Run without = KEYS.withoutHead(5, 3);
        String done = "Head 3 of layer 5 (decoder attention) is set to zero at every token.";
        assertThat(without.predictions().svg()).contains(done);
        assertThat(without.attentionHeadView().svg()).contains(done);
        assertThat(without.changes().svg()).contains(done);
        assertThat(without.withoutNeuron(5, 389).activations(2).svg()).contains(done, "Neuron 389");
        assertThat(KEYS.predictions().svg()).doesNotContain("set to zero");
    }

    @Test
    void whatThereIsNotIsSaidInASentence() {
        assertThatThrownBy(KEYS.tensor("decoder.9.attn.q")::json).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("decoder.9.attn.q was not recorded; this trace holds 89 tensors, from decoder.embed.tokens"
                        + " to head.logits");
        assertThatThrownBy(KEYS.tensor("attention")::numbers)
                .hasMessageContaining("'attention' is no name of a tensor");
        assertThat(KEYS.tensor("attention").toString()).startsWith("'attention' is no name of a tensor");
        TensorView pattern = KEYS.tensor("decoder.5.attn.pattern");
        assertThatThrownBy(pattern.head(4)::svg).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("head 4 is not in decoder.5.attn.pattern; there are 0 to 3");
        assertThatThrownBy(pattern.head(-1)::numbers).hasMessageContaining("there are 0 to 3");
        assertThatThrownBy(KEYS.tensor("decoder.5.mlp.resid").head(0)::json).hasMessage(
                "head is for tensors that have a matrix for each head; decoder.5.mlp.resid is [T=5, d=128]");
    }

    private static JsonNode json(Explanation explanation) {
        return org.vitrine.ui.cli.Run.parse(explanation.json());
    }
}
