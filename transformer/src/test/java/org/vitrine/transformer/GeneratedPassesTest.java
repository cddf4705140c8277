package org.vitrine.transformer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.vitrine.transformer.bart.Bart;
import org.vitrine.transformer.bert.Bert;
import org.vitrine.transformer.gpt2.Gpt2;
import org.vitrine.transformer.layer.Cache;
import org.vitrine.transformer.ops.CpuOps;
import org.vitrine.transformer.ops.Ops;
import org.vitrine.transformer.ops.VectorOps;
import org.vitrine.transformer.ops.WarmOps;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Recorder;
import org.vitrine.transformer.trace.Recording;
import org.vitrine.transformer.trace.Trace;

/** What holds for a pass of the tiny models over any ids: to the bit, since sums are always made in the same order. */
class GeneratedPassesTest {
    private static final List<Gpt2> GPT2 = CpuOps.ALL.stream().map(ops -> Fixtures.gpt2("gpt2-tiny", ops)).toList();
    private static final List<Bart> BART = CpuOps.ALL.stream().map(ops -> Fixtures.bart("bart-tiny", ops)).toList();
    private static final List<Ops> THREADS = List.of(new VectorOps(1), new VectorOps(2), new VectorOps(3),
            new VectorOps(4), WarmOps.of(1), WarmOps.of(2), WarmOps.of(3), WarmOps.of(4));
    private static final List<Bert> BERT = THREADS.stream().map(ops -> Fixtures.bert("bert-tiny", ops)).toList();

    /** From one id to twenty, all in the vocabularies of the tiny models. */
    @Provide
    static Arbitrary<int[]> texts() {
        return Arbitraries.integers().between(0, 499).array(int[].class).ofMinSize(1).ofMaxSize(20)
                .withoutEdgeCases();
    }

    private static int[] joined(int[] first, int[] second) {
        int[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static float[] firstRows(Tensor x, int rows) {
        return Arrays.copyOf(x.data(), rows * x.dim(1));
    }

    @Property(tries = 60)
    void whatFollowsInATextOfGpt2ChangesNoBitOfAStreamBefore(@ForAll("texts") int[] text,
            @ForAll("texts") int[] more) {
        for (Gpt2 model : GPT2) {
            Recording alone = Recording.everything();
            Recording longer = Recording.everything();
            Tensor scores = model.forward(text, alone);
            Tensor longerScores = model.forward(joined(text, more), longer);
            assertThat(firstRows(longerScores, text.length)).as(model.ops().name()).isEqualTo(scores.data());
            model.unembedding().streams()
                    .forEach(name -> assertThat(firstRows(longer.trace().get(name.toString()), text.length))
                            .as("%s, %s", model.ops().name(), name)
                            .isEqualTo(alone.trace().get(name.toString()).data()));
        }
    }

    @Property(tries = 60)
    void whatFollowsInTheTextOfBartsDecoderChangesNoScoreBefore(@ForAll("texts") int[] read,
            @ForAll("texts") int[] written, @ForAll("texts") int[] more) {
        for (Bart model : BART) {
            Tensor scores = model.forward(read, written, Recorder.off());
            Tensor longer = model.forward(read, joined(written, more), Recorder.off());
            assertThat(firstRows(longer, written.length)).as(model.ops().name()).isEqualTo(scores.data());
        }
    }

    @Property(tries = 60)
    void aTextReadInPiecesWithACacheGetsTheSameScores(@ForAll("texts") int[] text, @ForAll("texts") int[] more,
            @ForAll @IntRange(min = 1, max = 7) int piece) {
        int[] whole = joined(text, more);
        for (Gpt2 model : GPT2) {
            Cache cache = Cache.growing();
            List<Tensor> pieces = new ArrayList<>();
            for (int start = 0; start < whole.length; start += piece) {
                pieces.add(model.forward(Arrays.copyOfRange(whole, start, Math.min(whole.length, start + piece)),
                        Recorder.off(), cache));
            }
            assertThat(numbers(pieces)).as(model.ops().name())
                    .isEqualTo(model.forward(whole, Recorder.off()).data());
        }
    }

    @Property(tries = 60)
    void bartsTextWrittenInPiecesWithACacheGetsTheSameScores(@ForAll("texts") int[] read,
            @ForAll("texts") int[] written, @ForAll @IntRange(min = 1, max = 7) int piece) {
        for (Bart model : BART) {
            Tensor encoded = model.encode(read, Recorder.off());
            Cache cache = Cache.growing();
            List<Tensor> pieces = new ArrayList<>();
            for (int start = 0; start < written.length; start += piece) {
                pieces.add(model.decode(Arrays.copyOfRange(written, start, Math.min(written.length, start + piece)),
                        encoded, Recorder.off(), cache));
            }
            assertThat(numbers(pieces)).as(model.ops().name())
                    .isEqualTo(model.forward(read, written, Recorder.off()).data());
        }
    }

    private static float[] numbers(List<Tensor> pieces) {
        float[] all = new float[pieces.stream().mapToInt(Tensor::size).sum()];
        int start = 0;
        for (Tensor piece : pieces) {
            System.arraycopy(piece.data(), 0, all, start, piece.size());
            start += piece.size();
        }
        return all;
    }

    @Property(tries = 40)
    void everyTensorOfBertHasTheSameBitsForAnyNumberOfThreads(@ForAll("texts") int[] text) {
        Trace expected = trace(BERT.getFirst(), text);
        for (Bert model : BERT) {
            Trace found = trace(model, text);
            assertThat(found.names()).isEqualTo(expected.names());
            expected.names().forEach(name -> assertThat(found.get(name.toString()).data())
                    .as("%s of %s", name, model).isEqualTo(expected.get(name.toString()).data()));
        }
    }

    /** A pass leaves nothing behind: neither in the model nor in its back end. */
    @Property(tries = 40)
    void whatWasReadBeforeDoesNotMatter(@ForAll("texts") int[] text, @ForAll("texts") int[] other) {
        for (Bert model : BERT) {
            float[] first = model.forward(text, new int[text.length], Recorder.off()).data();
            model.forward(other, new int[other.length], Recorder.off());
            assertThat(model.forward(text, new int[text.length], Recorder.off()).data()).as("%s", model)
                    .isEqualTo(first);
        }
    }

    private static Trace trace(Bert model, int[] text) {
        Recording recording = Recording.everything();
        model.forward(text, new int[text.length], recording);
        return recording.trace();
    }
}
