package org.vitrine.transformer.bart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.transformer.Fixtures;
import org.vitrine.transformer.config.ModelException;
import org.vitrine.transformer.layer.Cache;
import org.vitrine.transformer.ops.ScalarOps;
import org.vitrine.transformer.ops.VectorOps;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Part;
import org.vitrine.transformer.trace.Recorder;
import org.vitrine.transformer.trace.Recording;
import org.vitrine.transformer.trace.Site;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.transformer.trace.TensorName;

class BartTest {
    private static final int[] IDS = {0, 272, 353, 441, 312, 258, 435, 13, 2};
    private static final int[] DECODER_IDS = {2, 0, 272, 353, 441, 17};
    private final Bart model = Fixtures.bart("bart-tiny", new ScalarOps());
    private final Tensor whole = model.forward(IDS, DECODER_IDS, Recorder.off());

    @Test
    void recordingDoesNotChangeTheLogits() {
        assertThat(model.forward(IDS, DECODER_IDS, Recording.everything()).data()).isEqualTo(whole.data());
    }

    @Test
    void encodingAndDecodingIsTheForwardPass() {
        Tensor encoded = model.encode(IDS, Recorder.off());
        assertThat(encoded.shape().dims()).containsExactly(9, 48);
        assertThat(model.decode(DECODER_IDS, encoded, Recorder.off(), Cache.none()).data()).isEqualTo(whole.data());
    }

    @Test
    void aTokenThatIsWrittenNeverSeesWhatComesAfterIt() {
        int[] other = DECODER_IDS.clone();
        other[5] = 99;
        float[] scores = model.forward(IDS, other, Recorder.off()).data();
        int before = 5 * model.config().vocabulary();
        assertThat(Arrays.copyOf(scores, before)).isEqualTo(Arrays.copyOf(whole.data(), before));
        assertThat(scores).isNotEqualTo(whole.data());
    }

    @Test
    void everyTokenSeesTheWholeTextThatIsRead() {
        int[] other = IDS.clone();
        other[8] = 99;
        assertThat(model.encode(other, Recorder.off()).rows(0).data())
                .isNotEqualTo(model.encode(IDS, Recorder.off()).rows(0).data());
        assertThat(model.forward(other, DECODER_IDS, Recorder.off()).rows(0).data())
                .isNotEqualTo(whole.rows(0).data());
    }

    @Test
    void theScalarAndTheVectorBackEndAgreeInEveryBitOfWhatIsMadeFromTheSameEncodedText() {
        Recording scalar = Recording.everything();
        Recording vector = Recording.everything();
        Tensor encoded = model.encode(IDS, Recorder.off());
        model.decode(DECODER_IDS, encoded, scalar, Cache.none());
        Fixtures.bart("bart-tiny", new VectorOps(3)).decode(DECODER_IDS, encoded, vector, Cache.none());
        for (String name : List.of("decoder.embed.tokens", "decoder.embed.sum", "decoder.0.cross.k",
                "decoder.0.cross.v", "decoder.1.cross.k")) {
            assertThat(vector.trace().get(name).data()).as(name).isEqualTo(scalar.trace().get(name).data());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"encoder.1.attn", "decoder.0.attn", "decoder.1.cross", "decoder.1.mlp"})
    void aPartThatWritesNothingLeavesTheStreamToItsNorm(String part) {
        TensorName out = TensorName.parse(part + ".out");
        Recording recording = Recording.everything();
        Recorder ablated = (name, tensor) -> recording.keep(name,
                name.equals(out) ? Tensor.of(new float[tensor.size()], tensor.shape()) : tensor);
        assertThat(model.forward(IDS, DECODER_IDS, ablated).data()).isNotEqualTo(whole.data());
        String input = switch (part) {
            case "encoder.1.attn" -> "encoder.0.mlp.resid";
            case "decoder.0.attn" -> "decoder.embed.resid";
            case "decoder.1.cross" -> "decoder.1.attn.resid";
            default -> "decoder.1.cross.resid";
        };
        assertThat(recording.trace().get(part + ".sum").data()).isEqualTo(recording.trace().get(input).data());
    }

    @Test
    void writingTokenByTokenWithACacheGivesTheSameScores() {
        Tensor encoded = model.encode(IDS, Recorder.off());
        Cache cache = Cache.growing();
        for (int i = 0; i < DECODER_IDS.length; i++) {
            assertThat(cache.length()).isEqualTo(i);
            Tensor row = model.decode(new int[]{DECODER_IDS[i]}, encoded, Recorder.off(), cache);
            assertThat(row.data()).isEqualTo(whole.rows(i).data());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void writingInTwoPiecesWithACacheGivesTheSameScores(int cut) {
        Tensor encoded = model.encode(IDS, Recorder.off());
        Cache cache = Cache.growing();
        model.decode(Arrays.copyOf(DECODER_IDS, cut), encoded, Recorder.off(), cache);
        Tensor rest = model.decode(Arrays.copyOfRange(DECODER_IDS, cut, 6), encoded, Recorder.off(), cache);
        int done = cut * model.config().vocabulary();
        assertThat(rest.data()).isEqualTo(Arrays.copyOfRange(whole.data(), done, whole.size()));
    }

    @Test
    void aForkedCacheGoesOnByItself() {
        Tensor encoded = model.encode(IDS, Recorder.off());
        Cache cache = Cache.growing();
        model.decode(Arrays.copyOf(DECODER_IDS, 5), encoded, Recorder.off(), cache);
        Cache fork = cache.fork();
        Tensor other = model.decode(new int[]{99}, encoded, Recorder.off(), fork);
        Tensor same = model.decode(new int[]{17}, encoded, Recorder.off(), cache);
        assertThat(same.data()).isEqualTo(whole.rows(5).data());
        assertThat(other.data()).isNotEqualTo(same.data());
        assertThat(fork.length()).isEqualTo(6).isEqualTo(cache.length());
    }

    @Test
    void theKeysAndValuesOfTheTextThatIsReadAreMadeAtTheFirstPassOnly() {
        Tensor encoded = model.encode(IDS, Recorder.off());
        Cache cache = Cache.growing();
        model.decode(Arrays.copyOf(DECODER_IDS, 5), encoded, Recorder.off(), cache);
        Tensor unread = Tensor.of(new float[encoded.size()], encoded.shape());
        assertThat(model.decode(new int[]{17}, unread, Recorder.off(), cache).data())
                .isEqualTo(whole.rows(5).data());
    }

    @Test
    void aTextLongerThanTheContextNamesTheTowerAndBothLengths() {
        assertThatThrownBy(() -> model.forward(new int[65], DECODER_IDS, Recorder.off()))
                .isInstanceOf(ModelException.class).hasMessage(
                        "the encoder's text is 65 tokens long, but this model reads at most 64; shorten the text");
        Cache cache = Cache.growing();
        Tensor encoded = model.encode(IDS, Recorder.off());
        model.decode(new int[64], encoded, Recorder.off(), cache);
        assertThatThrownBy(() -> model.decode(new int[1], encoded, Recorder.off(), cache))
                .isInstanceOf(ModelException.class).hasMessage(
                        "the decoder's text is 65 tokens long, but this model reads at most 64; shorten the text");
    }

    @Test
    void anEmptyTextAndAnUnknownIdAreRefusedWithTheTowersName() {
        assertThatThrownBy(() -> model.encode(new int[0], Recorder.off())).isInstanceOf(ModelException.class)
                .hasMessage("there is no token to read: the encoder's text is empty");
        assertThatThrownBy(() -> model.encode(new int[]{516}, Recorder.off())).isInstanceOf(ModelException.class)
                .hasMessage("token id 516 in the encoder's text is outside this model's vocabulary, 0 to 515");
        assertThatThrownBy(() -> model.encode(new int[]{-1}, Recorder.off())).isInstanceOf(ModelException.class)
                .hasMessageStartingWith("token id -1 in the encoder's text");
    }

    @Test
    void aWrongDecoderTextIsRefusedBeforeAnythingIsRead() {
        Recording recording = Recording.everything();
        assertThatThrownBy(() -> model.forward(IDS, new int[0], recording)).isInstanceOf(ModelException.class)
                .hasMessage("there is no token to read: the decoder's text is empty");
        assertThatThrownBy(() -> model.forward(IDS, new int[]{2, 999}, recording)).isInstanceOf(ModelException.class)
                .hasMessage("token id 999 in the decoder's text is outside this model's vocabulary, 0 to 515");
        assertThat(recording.trace().names()).isEmpty();
    }

    @Test
    void theStreamsAreTheDecodersEmbeddingsAndEveryLayer() {
        assertThat(model.unembedding().streams()).map(TensorName::toString).containsExactly("decoder.embed.resid",
                "decoder.0.mlp.resid", "decoder.1.mlp.resid");
        assertThat(Fixtures.bart("bart-tiny-asym", new ScalarOps()).unembedding().streams()).hasSize(2)
                .contains(TensorName.of(Stack.DECODER, 0, Part.MLP, Site.RESID));
    }

    @Test
    void readingTheLastStreamThroughTheLensGivesTheModelsOwnScores() {
        Bart biased = Fixtures.bart("bart-tiny-logitsbias", new ScalarOps());
        Recording recording = Recording.everything();
        Tensor logits = biased.forward(IDS, DECODER_IDS, recording);
        Tensor last = recording.trace().get(biased.unembedding().streams().getLast());
        assertThat(biased.unembedding().logits(last).data()).isEqualTo(logits.data());

        Tensor raw = biased.unembedding().rawLogits(last);
        Tensor bias = biased.weights().head().bias();
        assertThat(raw.data()).isNotEqualTo(logits.data());
        for (int token = 0; token < raw.dim(1); token++) {
            assertThat(raw.at(5, token) + bias.at(token)).isEqualTo(logits.at(5, token));
        }
        assertThat(biased.unembedding().headWords()).isEqualTo("the bias of the model's head (final_logits_bias)");
        assertThat(biased.unembedding().predictsNext()).isTrue();
    }
}
