package org.vitrine.transformer.gpt2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.vitrine.transformer.Fixtures;
import org.vitrine.transformer.config.ModelException;
import org.vitrine.transformer.layer.Cache;
import org.vitrine.transformer.ops.Ops;
import org.vitrine.transformer.ops.ScalarOps;
import org.vitrine.transformer.ops.VectorOps;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Part;
import org.vitrine.transformer.trace.Recorder;
import org.vitrine.transformer.trace.Recording;
import org.vitrine.transformer.trace.Site;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.transformer.trace.Trace;

class Gpt2Test {
    private static final int[] IDS = {272, 353, 441, 312, 258, 435, 13};
    private final Gpt2 model = Fixtures.gpt2("gpt2-tiny", new ScalarOps());

    @Test
    void recordingDoesNotChangeTheLogits() {
        assertThat(model.forward(IDS, Recorder.off()).data())
                .isEqualTo(model.forward(IDS, Recording.everything()).data());
    }

    @Test
    void aTokenNeverSeesWhatComesAfterIt() {
        int[] other = IDS.clone();
        other[6] = 99;
        float[] first = model.forward(IDS, Recorder.off()).data();
        float[] second = model.forward(other, Recorder.off()).data();
        int before = 6 * model.config().vocabulary();
        assertThat(Arrays.copyOf(second, before)).isEqualTo(Arrays.copyOf(first, before));
        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void productsOfTheVectorBackEndHaveTheBitsOfTheScalarOne() {
        Recording recording = Recording.everything();
        Gpt2 vector = Fixtures.gpt2("gpt2-tiny", new VectorOps(2));
        vector.forward(IDS, recording);
        Trace t = recording.trace();
        Ops scalar = new ScalarOps();
        int heads = vector.config().heads();
        Gpt2Weights.Layer w = vector.weights().layers().get(0);
        Tensor norm = t.get("decoder.0.attn.norm");
        same(t.get("decoder.0.attn.q"), scalar.linear(norm, w.query()).splitHeads(heads));
        same(t.get("decoder.0.attn.k"), scalar.linear(norm, w.key()).splitHeads(heads));
        same(t.get("decoder.0.attn.v"), scalar.linear(norm, w.value()).splitHeads(heads));
        same(t.get("decoder.0.attn.heads"),
                scalar.matmul(t.get("decoder.0.attn.pattern"), t.get("decoder.0.attn.v")));
        same(t.get("decoder.0.mlp.out"), scalar.linear(t.get("decoder.0.mlp.act"), w.contract()));
    }

    private static void same(Tensor found, Tensor expected) {
        assertThat(found.data()).as(found.name()).isEqualTo(expected.data());
    }

    @Test
    void aRecorderMayPutAnotherTensorInPlace() {
        TensorName out = TensorName.of(Stack.DECODER, 1, Part.ATTN, Site.OUT);
        Recording recording = Recording.everything();
        Recorder ablated = (name, tensor) -> recording.keep(name,
                name.equals(out) ? Tensor.of(new float[tensor.size()], tensor.shape()) : tensor);
        model.forward(IDS, ablated);
        // an attention that writes nothing leaves the stream as it was
        assertThat(recording.trace().get("decoder.1.attn.resid").data())
                .isEqualTo(recording.trace().get("decoder.0.mlp.resid").data());
    }

    @Test
    void aReplacementOfAnotherShapeIsRefused() {
        Recorder wrong = (name, tensor) -> Tensor.of(new float[1], 1);
        assertThatThrownBy(() -> model.forward(IDS, wrong)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("decoder.embed.tokens has shape [7, 48]; the recorder gave back [1]");
    }

    @Test
    void readingTokenByTokenWithACacheGivesTheSameScores() {
        Tensor whole = model.forward(IDS, Recorder.off());
        Cache cache = Cache.growing();
        for (int i = 0; i < IDS.length; i++) {
            assertThat(cache.length()).isEqualTo(i);
            Tensor row = model.forward(new int[]{IDS[i]}, Recorder.off(), cache);
            assertThat(row.data()).isEqualTo(whole.rows(i).data());
        }
    }

    @Test
    void readingInTwoPiecesWithACacheGivesTheSameScores() {
        Tensor whole = model.forward(IDS, Recorder.off());
        Cache cache = Cache.growing();
        model.forward(Arrays.copyOf(IDS, 3), Recorder.off(), cache);
        Tensor rest = model.forward(Arrays.copyOfRange(IDS, 3, 7), Recorder.off(), cache);
        assertThat(rest.data()).isEqualTo(whole.rows(3, 4, 5, 6).data());
    }

    @Test
    void aTextLongerThanTheContextNamesBothLengths() {
        assertThatThrownBy(() -> model.forward(new int[65], Recorder.off())).isInstanceOf(ModelException.class)
                .hasMessage("the text is 65 tokens long, but this model reads at most 64; shorten the text");
    }

    @Test
    void anEmptyTextAndAnUnknownIdAreRefused() {
        assertThatThrownBy(() -> model.forward(new int[0], Recorder.off())).isInstanceOf(ModelException.class)
                .hasMessageContaining("the text is empty");
        assertThatThrownBy(() -> model.forward(new int[]{512}, Recorder.off())).isInstanceOf(ModelException.class)
                .hasMessage("token id 512 in the text is outside this model's vocabulary, 0 to 511");
    }

    @Test
    void theStreamsAreTheEmbeddingsAndEveryBlock() {
        assertThat(model.unembedding().streams()).map(TensorName::toString).containsExactly("decoder.embed.resid",
                "decoder.0.mlp.resid", "decoder.1.mlp.resid", "decoder.2.mlp.resid");
    }

    @Test
    void readingTheLastStreamThroughTheLensGivesTheModelsOwnScores() {
        Recording recording = Recording.everything();
        Tensor logits = model.forward(IDS, recording);
        assertThat(model.unembedding().logits(recording.trace().get("decoder.2.mlp.resid")).data())
                .isEqualTo(logits.data());
        assertThat(model.unembedding().rawLogits(recording.trace().get("decoder.final.norm")).data())
                .isEqualTo(logits.data());
    }
}
