package org.vitrine.tornado;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.transformer.Fixtures;
import org.vitrine.transformer.bart.Bart;
import org.vitrine.transformer.bert.Bert;
import org.vitrine.transformer.generate.Draft;
import org.vitrine.transformer.generate.Generator;
import org.vitrine.transformer.generate.TokenChooser;
import org.vitrine.transformer.gpt2.Gpt2;
import org.vitrine.transformer.ops.Ops;
import org.vitrine.transformer.ops.ScalarOps;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Recorder;
import org.vitrine.transformer.trace.Recording;

/** Whole models: what becomes of their layers, and that nobody can tell who computed. */
class EnginePassesTest {
    private static final int[] IDS = {475, 440, 297, 12, 300, 77, 301};

    private final EmulatedMachine.Log log = new EmulatedMachine.Log();
    private final Ops ops = Emulated.ops(log, Integer.MAX_VALUE);

    /** How often each program of several kernels ran. */
    private Map<List<Kind>, Long> layers() {
        return log.runs.stream().filter(run -> run.size() > 1)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private long singles() {
        return log.runs.stream().filter(run -> run.size() == 1).count();
    }

    private static void assertNear(Tensor found, Tensor expected) {
        assertThat(found.shape()).isEqualTo(expected.shape());
        for (int i = 0; i < expected.size(); i++) {
            assertThat(found.data()[i]).isCloseTo(expected.data()[i],
                    within(2e-4f + 2e-4f * Math.abs(expected.data()[i])));
        }
    }

    @Test
    void everyLayerOfGpt2IsOneProgram() {
        Gpt2 model = Fixtures.gpt2("gpt2-tiny", ops);
        model.forward(IDS, Recorder.off()).data();
        assertThat(layers().values()).containsExactly((long) model.config().layers());
        assertThat(singles()).as("the embedding's sum, the last norm, the head").isEqualTo(3);
    }

    @Test
    void everyLayerOfBertIsOneProgram() {
        Bert model = Fixtures.bert("bert-tiny", ops);
        model.forward(IDS, new int[IDS.length], Recorder.off()).data();
        assertThat(layers().values()).containsExactly((long) model.config().layers());
        assertThat(singles()).as("three for the embedding, four for the words, four for the summary")
                .isEqualTo(11);
    }

    @Test
    void everyLayerOfBartIsOneProgramOfItsTowers() {
        Bart model = Fixtures.bart("bart-tiny", ops);
        model.forward(IDS, IDS, Recorder.off()).data();
        assertThat(layers().values()).containsExactlyInAnyOrder((long) model.config().encoder().layers(),
                (long) model.config().decoder().layers());
        assertThat(singles()).as("a factor, a sum and a norm for each embedding, and the head").isEqualTo(7);
    }

    @Test
    void anotherTextOfAboutThatLengthNeedsNothingNew() {
        Gpt2 model = Fixtures.gpt2("gpt2-tiny", ops);
        model.forward(IDS, Recorder.off()).data();
        int written = log.written;
        long runs = log.runs.size();
        model.forward(new int[]{1, 2, 3, 4, 5, 6, 7, 8, 9}, Recorder.off()).data();
        assertThat(log.capacities).hasSize(1);
        assertThat(log.runs).hasSize((int) (2 * runs));
        assertThat(log.written - written).as("the embeddings of tokens and places, and no weight")
                .isEqualTo(2 * 9 * model.config().width());
    }

    @Test
    void aWholeTraceIsReadInFewCopies() {
        Recording recording = Recording.everything();
        Fixtures.gpt2("gpt2-tiny", ops).forward(IDS, recording);
        assertThat(log.runs).isEmpty();
        ops.fetch(recording.trace().tensors());
        assertThat(recording.trace().tensors()).hasSizeGreaterThan(30);
        assertThat(log.read).isEqualTo(1);
    }

    @Test
    void aTextIsWrittenAsTheDefinitionWritesIt() {
        int[] prompt = {475, 440, 297};
        List<Integer> expected = written("gpt2-tiny", prompt, new ScalarOps());
        assertThat(written("gpt2-tiny", prompt, ops)).isEqualTo(expected).hasSize(12);
        assertThat(layers()).isNotEmpty();
    }

    private static List<Integer> written(String model, int[] prompt, Ops ops) {
        return new Generator(Draft.of(Fixtures.gpt2(model, ops)))
                .generate(prompt, 12, TokenChooser.greedy(), -1, _ -> {}).written();
    }

    @Test
    void aTextOfBartIsWrittenAsTheDefinitionWritesIt() {
        assertThat(writtenByBart(ops)).isEqualTo(writtenByBart(new ScalarOps())).hasSize(6);
    }

    private static List<Integer> writtenByBart(Ops ops) {
        return new Generator(Draft.of(Fixtures.bart("bart-tiny", ops), IDS))
                .generate(new int[]{2}, 6, TokenChooser.greedy(), -1, _ -> {}).written();
    }

    @ParameterizedTest
    @ValueSource(strings = {"decoder.embed.resid", "decoder.0.attn.k", "decoder.1.attn.pattern", "decoder.1.mlp.act",
        "decoder.2.mlp.resid"})
    void whoIntervenesGetsTheDefinitionsNumbers(String site) {
        Recorder halving = (name, tensor) -> name.toString().equals(site) ? halved(tensor) : tensor;
        Recording expected = Recording.everything();
        Recording found = Recording.everything();
        Fixtures.gpt2("gpt2-tiny", new ScalarOps()).forward(IDS, both(halving, expected));
        Fixtures.gpt2("gpt2-tiny", ops).forward(IDS, both(halving, found));
        expected.trace().names().forEach(name -> assertNear(found.trace().get(name), expected.trace().get(name)));
    }

    private static Recorder both(Recorder first, Recorder second) {
        return (name, tensor) -> second.keep(name, first.keep(name, tensor));
    }

    /** Looks at a tensor in mid-pass and makes another one of it. */
    private static Tensor halved(Tensor x) {
        float[] half = new float[x.size()];
        IntStream.range(0, half.length).forEach(i -> half[i] = x.data()[i] / 2);
        return Tensor.of(half, x.shape());
    }

    @Test
    void whoLooksAtEverythingInMidPassGetsTheDefinitionsNumbers() {
        Recorder looking = (name, tensor) -> Float.isNaN(tensor.data()[0]) ? null : tensor;
        Tensor found = Fixtures.gpt2("gpt2-tiny", ops).forward(IDS, looking);
        assertNear(found, Fixtures.gpt2("gpt2-tiny", new ScalarOps()).forward(IDS, Recorder.off()));
        assertThat(log.capacities).hasSize(1);
    }
}
