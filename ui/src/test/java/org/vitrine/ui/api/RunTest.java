package org.vitrine.ui.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.explain.CandidateChange;
import org.vitrine.explain.LayerChange;
import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.explain.whatif.Change;
import org.vitrine.explain.whatif.HeadChange;
import org.vitrine.explain.whatif.Patch;
import org.vitrine.explain.whatif.StreamChange;
import org.vitrine.transformer.config.ModelException;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.weights.Safetensors;
import tools.jackson.databind.JsonNode;

/** A run: its numbers, its pictures, what is changed in it, and what it refuses. */
class RunTest {
    private static final String KEYS = "The keys to the cabinet";
    private static final Vitrine GPT2 = Vitrine.load("classroom-gpt2");
    private static final Run RUN = GPT2.run(KEYS);

    @TempDir
    private Path folder;

    @Test
    void theNumbersAreThoseOfTheDocument() {
        JsonNode predictions = json(RUN.predictions());
        assertThat(RUN.predictions().numbers().layers().get(6).candidates().getFirst().probability())
                .isEqualTo(predictions.at("/layers/6/candidates/0/probability").doubleValue());
        assertThat(RUN.rankings().numbers().columns().getFirst().id())
                .isEqualTo(json(RUN.rankings()).at("/columns/0/id").intValue());
        assertThat(RUN.rankingsWatch(" is").numbers().rows().getFirst().cells().getFirst().rank())
                .isEqualTo(json(RUN.rankingsWatch(" is")).at("/layers/0/ranks/0/rank").intValue());
        assertThat(RUN.activations(2).numbers().error())
                .isEqualTo(json(RUN.activations(2)).at("/errors").values().stream().toList().getLast().doubleValue());
        assertThat(RUN.attentionHeadView().numbers().weight(1, 2, 0))
                .isEqualTo(json(RUN.attentionHeadView()).at("/weights/1/2/0").floatValue());
        assertThat(RUN.attentionNeuronView().head(2).numbers().q().at(4, 0))
                .isEqualTo(json(RUN.attentionNeuronView().head(2)).at("/q/4/0").floatValue());
        assertThat(RUN.attentionModelView().numbers()).hasSize(6);
        assertThat(GPT2.tokenize(KEYS).ids()).containsExactly(266, 3719, 279, 259, 2405);
        assertThat(RUN.tokens().pieces()).containsExactly("The", "Ġkeys", "Ġto", "Ġthe", "Ġcabinet");
        assertThat(RUN.tokens().numbers().text()).isEqualTo(KEYS);
        assertThat(RUN.generate(3).ids()).hasSize(3);
        assertThat(RUN.generate(3).text()).isEqualTo("The keys to the cabinet are in the");
        assertThat(RUN.generate(5).beams(2).text()).isEqualTo(json(RUN.generate(5).beams(2)).at("/generated_text")
                .stringValue());
        assertThat(RUN.generate(5).beams(2).ids()).hasSize(5);
    }

    @Test
    void theTraceIsThatOfTheCommand() {
        Path file = folder.resolve("keys.safetensors");
        assertThat(org.vitrine.ui.cli.Run.of("trace", KEYS, "--out", file.toString()).code()).isZero();
        try (Safetensors written = Safetensors.open(file)) {
            for (String name : List.of("decoder.5.attn.pattern", "decoder.embed.resid", "head.logits")) {
                assertThat(RUN.tensor(name).numbers().data()).isEqualTo(written.require(name).floats());
            }
        }
        assertThat(RUN.trace()).isSameAs(RUN.trace());
    }

    @Test
    void picturesAreThoseOfTheCommand() throws IOException {
        Path ours = RUN.attentionHeadView().layer(5).svg(folder.resolve("ours.svg"));
        Path theirs = folder.resolve("theirs.svg");
        org.vitrine.ui.cli.Run.of("attention-head-view", KEYS, "--layer", "5", "--svg", theirs.toString(), "--theme",
                "light");
        assertThat(ours).hasSameTextualContentAs(theirs);
        assertThat(RUN.attentionHeadView().layer(5).svg()).isEqualTo(Files.readString(theirs));
        org.vitrine.ui.cli.Run.of("rankings", KEYS, "--png", theirs.toString(), "--theme", "dark", "--font-scale",
                "2");
        assertThat(RUN.rankings().png(folder.resolve("ours.png"), Theme.DARK.scaled(2)))
                .hasSameBinaryContentAs(theirs);
        assertThat(RUN.rankings().svg(folder.resolve("dark.svg"), Theme.DARK)).content()
                .isEqualTo(RUN.rankings().svg(Theme.DARK));
        assertThat(RUN.rankings().png(folder.resolve("light.png"))).isNotEmptyFile();
    }

    @Test
    void anExplanationIsComputedWhenSomebodyLooksAndOnce() {
        Written drawn = RUN.generate(5).sample();
        assertThat(drawn.text()).isEqualTo(drawn.text());
        assertThat(drawn.notes()).anyMatch(note -> note.startsWith("drawing with seed("));
        Rankings rankings = RUN.rankings();
        assertThat(rankings.numbers()).isSameAs(rankings.numbers());
    }

    @Test
    void linesAreAsWideAsIsAskedAndColouredOnRequest() {
        assertThat(RUN.predictions().text(50).lines()).allMatch(line -> line.length() <= 50);
        assertThat(RUN.predictions().colours(50)).contains("\u001b[");
        assertThatThrownBy(() -> RUN.predictions().text(3)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("20 columns or more, not 3");
    }

    @Test
    void withoutAHeadTheModelReadsOtherwiseAndTheRunBeforeStaysAsItWas() {
        Run without = RUN.withoutHead(5, 3);
        assertThat(without.tensor("decoder.5.attn.heads").numbers().data())
                .isNotEqualTo(RUN.tensor("decoder.5.attn.heads").numbers().data());
        assertThat(without.tensor("decoder.4.mlp.resid").numbers().data())
                .isEqualTo(RUN.tensor("decoder.4.mlp.resid").numbers().data());
        assertThat(without.before()).isSameAs(RUN);
        assertThat(RUN.before()).isSameAs(RUN);
        assertThat(without.predictions().json()).isNotEqualTo(RUN.predictions().json());
        assertThat(without.predictions().notes())
                .contains("Head 3 of layer 5 (decoder attention) is set to zero at every token");
        assertThat(without.toString()).startsWith("classroom-gpt2 reads:").contains("Head 3 of layer 5");
        assertThat(without.withoutHead(5, 2).before()).isSameAs(RUN);
        assertThat(without.withoutHead(5, 2).tensor("decoder.5.attn.out").numbers().data())
                .isNotEqualTo(without.tensor("decoder.5.attn.out").numbers().data());
    }

    @Test
    void changesCompareBothRunsLayerByLayer() {
        Run without = RUN.withoutHead(5, 3);
        LayerChange last = without.changes().topk(2).numbers().layers().getLast();
        CandidateChange are = last.candidates().getFirst();
        assertThat(are.before().probability())
                .isEqualTo(RUN.predictions().numbers().layers().getLast().candidates().getFirst().probability());
        assertThat(are.after().probability())
                .isEqualTo(without.predictions().numbers().layers().getLast().candidates().getFirst().probability());
        JsonNode document = json(without.changes().topk(2));
        assertThat(document.get("before")).isEqualTo(json(RUN.predictions().topk(2)));
        assertThat(document.at("/layers/6")).isEqualTo(json(without.predictions().topk(2)).at("/layers/6"));
        assertThat(without.changes().layer(-1).lens("raw").numbers().layers()).hasSize(1);
        assertThat(without.changes().position(3).numbers().position()).isEqualTo(3);
        assertThat(without.changes().svg()).contains("·are", "Head 3 of layer 5 (decoder attention) is set to zero");
        assertThatThrownBy(RUN::changes).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("run.withoutHead(4, 1).changes()");
    }

    @Test
    void whatTheChangedModelWritesIsWhatItReadsAsLikeliest() {
        Run without = RUN.withoutHead(4, 0);
        List<Integer> written = without.generate(4).ids();
        String text = KEYS;
        for (int id : written) {
            assertThat(GPT2.run(text).withoutHead(4, 0).predictions().layer(5).topk(1).numbers().layers().getFirst()
                    .candidates().getFirst().id()).isEqualTo(id);
            text += GPT2.run(text).withoutHead(4, 0).generate(1).text().substring(text.length());
        }
        assertThat(without.generate(4).beams(2).ids()).isNotEmpty();
    }

    @Test
    void anythingThatTheWindowChangesCanBeChanged() {
        Run half = RUN.with(new HeadChange(AttentionKind.DECODER, 5, 3, 4, new Change.Scale(0.5f)));
        assertThat(half.tensor("decoder.5.attn.heads").numbers().at(3, 4, 0))
                .isEqualTo(0.5f * RUN.tensor("decoder.5.attn.heads").numbers().at(3, 4, 0));
        Run muted = RUN.with(new StreamChange(Stack.DECODER, 2, 1, new Change.Zero()));
        assertThat(muted.tensor("decoder.2.mlp.resid").numbers().at(1, 0)).isZero();
        Run patched = RUN.with(new Patch(TensorName.parse("decoder.2.mlp.resid"), -1, 4, "The key to the cabinet"));
        assertThat(patched.tensor("decoder.2.mlp.resid").numbers().rows(4).data())
                .isEqualTo(GPT2.run("The key to the cabinet").tensor("decoder.2.mlp.resid").numbers().rows(4).data());
        assertThat(RUN.withoutNeuron(5, 17).tensor("decoder.5.mlp.act").numbers().at(2, 17)).isZero();
        Run cross = Vitrine.load("classroom-bart").run("The cat sat").withoutHead("cross", 1, 2);
        assertThat(cross.tensor("decoder.1.cross.heads").numbers().at(2, 1, 0)).isZero();
        assertThat(cross.generate(3).ids()).isNotEmpty();
    }

    @Test
    void whatDoesNotFitIsRefusedInASentenceThatSaysWhatDoes() {
        assertThatThrownBy(() -> RUN.withoutHead(9, 0)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the layers are 0 to 5");
        assertThatThrownBy(() -> RUN.withoutHead(0, 4)).hasMessageContaining("its heads are 0 to 3");
        assertThatThrownBy(() -> RUN.withoutHead("sideways", 0, 0)).hasMessageContaining(
                "attention: 'sideways' is none of: encoder, decoder, cross");
        assertThatThrownBy(() -> RUN.withoutNeuron(0, 99_999)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RUN.with(new HeadChange(AttentionKind.DECODER, 5, 3, -1, new Change.Scale(3e38f))))
                .hasMessageContaining("grow beyond all bounds");
        assertThatThrownBy(RUN.tensor("decoder.9.attn.q")::numbers).hasMessageContaining("was not recorded");
        assertThatThrownBy(() -> RUN.predictions().lens("round")).hasMessageContaining(
                "lens: 'round' is none of: final-norm, raw");
        assertThatThrownBy(() -> GPT2.run("")).isInstanceOf(ModelException.class);
        assertThatThrownBy(() -> GPT2.run("a", "b")).hasMessageContaining("reads one text at a time");
        assertThatThrownBy(() -> Vitrine.load("nowhere")).hasMessageContaining("no folder 'nowhere'");
        assertThatThrownBy(() -> Vitrine.load("classroom-gpt2", "abacus")).hasMessageContaining(
                "backend: 'abacus' is none of: scalar, vector, gpu");
    }

    @Test
    void aSettingThatMakesNoSenseIsRefusedWhenSomebodyLooksInWordsForJava() {
        Explanation first = RUN.predictions().position(0);
        assertThatThrownBy(first::json).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("position takes the place of the predicted token");
        assertThat(first.toString().replaceAll("\\s+", " ")).startsWith("position takes the place");
        assertThatThrownBy(RUN.rankings().generate(0)::numbers).hasMessageContaining("0 goes with showInputs");
        assertThatThrownBy(RUN.rankingsWatch()::numbers).hasMessageContaining("rankingsWatch(\" is\", \" are\")");
        assertThatThrownBy(RUN.activations(2).layers(4, 9)::numbers).hasMessageContaining("toLayer 9 is out of range");
        assertThatThrownBy(RUN.activations(2).start("nndsvd").seed(1)::numbers)
                .hasMessageContaining("seed goes with start(\"random\")");
        assertThatThrownBy(RUN.attentionHeadView().layer(6)::svg).hasMessageContaining("there are 0 to 5");
        assertThatThrownBy(RUN.attentionHeadView().heads(1).rollout()::svg).hasMessageContaining("leave out heads");
        assertThatThrownBy(RUN.generate(5).beams(2).sample()::text).hasMessageContaining("exclude each other");
        Explanation maskless = Vitrine.load("classroom-bert").run("The cat sat.").predictions();
        assertThatThrownBy(maskless::json).isInstanceOf(ModelException.class);
        assertThat(maskless.toString()).contains("put [MASK]");
    }

    @Test
    void everyBackEndSaysTheSameAndClassroomModelsAreReadOnce() {
        assertThat(GPT2.on("scalar").run(KEYS).predictions()).hasToString(RUN.predictions().toString());
        assertThat(GPT2.on("scalar")).hasToString("classroom-gpt2: GPT-2, on the back end scalar");
        assertThat(Vitrine.load("classroom-gpt2").name()).isEqualTo("classroom-gpt2");
        assertThat(Vitrine.load("../ui/src/test/resources/models/gpt2-tiny").run("a").trace().names()).isNotEmpty();
        assertThat(Vitrine.models().names()).startsWith("classroom-gpt2", "classroom-bert", "classroom-bart");
    }

    @Test
    void manyThreadsGetWhatOneGets() {
        Run run = GPT2.run(KEYS);
        String alone = RUN.withoutHead(5, 3).changes().json();
        Changes shared = run.withoutHead(5, 3).changes();
        assertThat(IntStream.range(0, 16).parallel()
                .mapToObj(i -> i % 2 == 0 ? shared.json() : run.withoutHead(5, 3).changes().json()).distinct())
                .containsExactly(alone);
    }

    private static JsonNode json(Explanation explanation) {
        return org.vitrine.ui.cli.Run.parse(explanation.json());
    }
}
