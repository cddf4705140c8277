package org.vitrine.transformer.bert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.transformer.Fixtures;
import org.vitrine.transformer.config.ModelException;
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

class BertTest {
    private static final int[] IDS = {2, 319, 98, 30, 3, 93, 119, 3};
    private static final int[] SEGMENTS = {0, 0, 0, 0, 0, 1, 1, 1};
    private final Bert model = Fixtures.bert("bert-tiny", new ScalarOps());

    private Trace trace(int[] ids, int[] segments) {
        Recording recording = Recording.everything();
        model.forward(ids, segments, recording);
        return recording.trace();
    }

    @Test
    void theResultIsTheLastStreamRecordedOrNot() {
        Tensor last = model.forward(IDS, SEGMENTS, Recorder.off());
        assertThat(last.data()).isEqualTo(trace(IDS, SEGMENTS).get("encoder.2.mlp.resid").data());
    }

    @Test
    void everyTokenSeesThoseBeforeItAndThoseAfterIt() {
        float[] first = model.forward(IDS, SEGMENTS, Recorder.off()).data();
        for (int changed = 0; changed < IDS.length; changed++) {
            int[] other = IDS.clone();
            other[changed] = 77;
            float[] second = model.forward(other, SEGMENTS, Recorder.off()).data();
            for (int row = 0; row < IDS.length; row++) {
                assertThat(Arrays.copyOfRange(second, row * 48, row * 48 + 48)).as("row %d after %d", row, changed)
                        .isNotEqualTo(Arrays.copyOfRange(first, row * 48, row * 48 + 48));
            }
        }
    }

    @Test
    void theSegmentsArePartOfTheSumAndChangeTheStream() {
        Trace one = trace(IDS, new int[8]);
        Trace two = trace(IDS, SEGMENTS);
        assertThat(two.get("encoder.embed.segments").rows(0, 7).data())
                .isEqualTo(model.weights().segments().rows(0, 1).data());
        assertThat(two.get("encoder.embed.sum").data()).isNotEqualTo(one.get("encoder.embed.sum").data());
    }

    @Test
    void theScalarAndTheVectorBackEndAgreeInEveryBitBeforeTheFirstNorm() {
        Recording vector = Recording.everything();
        Fixtures.bert("bert-tiny", new VectorOps(2)).forward(IDS, SEGMENTS, vector);
        for (String site : List.of("tokens", "segments", "positions", "sum")) {
            String name = "encoder.embed." + site;
            assertThat(vector.trace().get(name).data()).as(name)
                    .isEqualTo(trace(IDS, SEGMENTS).get(name).data());
        }
    }

    @Test
    void aRecorderMayPutAnotherTensorInPlace() {
        TensorName pooled = TensorName.of(Stack.HEAD, null, Site.POOLED);
        TensorName out = TensorName.of(Stack.ENCODER, 1, Part.ATTN, Site.OUT);
        Recording recording = Recording.everything();
        model.forward(IDS, SEGMENTS, (name, tensor) -> recording.keep(name, name.equals(out) || name.equals(pooled)
                ? Tensor.of(new float[tensor.size()], tensor.shape())
                : tensor));
        Trace trace = recording.trace();
        assertThat(trace.get("encoder.1.attn.sum").data()).as("an attention that writes nothing adds nothing")
                .isEqualTo(trace.get("encoder.0.mlp.resid").data());
        assertThat(trace.get("head.nsp").data()).as("of an empty summary only the bias speaks")
                .isEqualTo(model.weights().nextSentence().orElseThrow().bias().data());
    }

    @Test
    void readingTheLastStreamThroughTheLensGivesTheModelsOwnScores() {
        for (Bert bert : List.of(model, Fixtures.bert("bert-tiny-untied", new VectorOps(2)))) {
            Recording recording = Recording.everything();
            Tensor last = bert.forward(IDS, SEGMENTS, recording);
            Trace trace = recording.trace();
            float[] logits = trace.get("head.logits").data();
            assertThat(bert.unembedding().logits(last).data()).isEqualTo(logits);
            assertThat(bert.unembedding().logits(last.rows(3)).data())
                    .isEqualTo(trace.get("head.logits").rows(3).data());
            assertThat(bert.unembedding().rawLogits(trace.get("head.norm")).data()).isEqualTo(logits);
        }
    }

    @Test
    void theStreamsAreTheEmbeddingsAndEveryBlockAndSpeakOfTheTokenAtTheirPlace() {
        assertThat(model.unembedding().streams()).map(TensorName::toString).containsExactly("encoder.embed.resid",
                "encoder.0.mlp.resid", "encoder.1.mlp.resid", "encoder.2.mlp.resid");
        assertThat(model.unembedding().predictsNext()).isFalse();
        assertThat(model.unembedding().headWords()).isEqualTo("the masked-word head (dense, gelu, norm)");
    }

    @Test
    void aCheckpointWithoutTheMaskedWordHeadSaysThatItHasNoWords() {
        Bert without = Fixtures.bert("bert-tiny-noprefix", new ScalarOps());
        Tensor last = without.forward(IDS, SEGMENTS, Recorder.off());
        assertThatThrownBy(() -> without.unembedding().logits(last)).isInstanceOf(ModelException.class)
                .hasMessageContaining("no masked-word head").hasMessageContaining("BertForMaskedLM");
        assertThatThrownBy(() -> without.unembedding().rawLogits(last)).isInstanceOf(ModelException.class)
                .hasMessageContaining("no masked-word head").hasMessageContaining("BertForMaskedLM");
    }

    @Test
    void aTextThatIsEmptyOrTooLongIsRefused() {
        assertThatThrownBy(() -> trace(new int[0], new int[0])).isInstanceOf(ModelException.class)
                .hasMessage("there is no token to read: the text is empty");
        assertThatThrownBy(() -> trace(new int[65], new int[65])).isInstanceOf(ModelException.class)
                .hasMessage("the text is 65 tokens long, but this model reads at most 64; shorten the text");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 500, Integer.MAX_VALUE})
    void anIdOutsideTheVocabularyIsRefused(int id) {
        assertThatThrownBy(() -> trace(new int[]{2, id}, new int[2])).isInstanceOf(ModelException.class)
                .hasMessage("token id " + id + " in the text is outside this model's vocabulary, 0 to 499");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 2})
    void aSegmentThatTheModelDoesNotKnowIsRefused(int segment) {
        assertThatThrownBy(() -> trace(new int[]{2, 3}, new int[]{0, segment})).isInstanceOf(ModelException.class)
                .hasMessage("segment " + segment + " is outside this model's segments, 0 to 1");
    }

    @Test
    void everyTokenNeedsASegment() {
        assertThatThrownBy(() -> trace(new int[]{2, 3, 4}, new int[2])).isInstanceOf(ModelException.class)
                .hasMessage("every token belongs to a segment, but there are 3 tokens and 2 segments; "
                        + "give one segment for each token");
    }
}
