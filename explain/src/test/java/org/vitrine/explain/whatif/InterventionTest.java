package org.vitrine.explain.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Part;
import org.vitrine.transformer.trace.Recording;
import org.vitrine.transformer.trace.Site;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.transformer.trace.Trace;

/** Two heads, two tokens: small enough to check by hand. */
class InterventionTest {
    private static final Change ZERO = new Change.Zero();
    private static final Change MEAN = new Change.Mean();
    private static final int ALL = Intervention.ALL;
    private static final TensorName HEADS = AttentionKind.DECODER.name(0, Site.HEADS);
    private static final TensorName ACT = TensorName.of(Stack.DECODER, 0, Part.MLP, Site.ACT);
    private static final TensorName STREAM = TensorName.of(Stack.DECODER, 0, Part.MLP, Site.RESID);

    private static Tensor heads() {
        return Tensor.of(new float[]{1, 2, 3, 4, 5, 6, 7, -8}, 2, 2, 2);
    }

    private static Tensor rows() {
        return Tensor.of(new float[]{1, 2, 3, -4, 5, 6}, 2, 3);
    }

    private static float[] apply(Intervention intervention, Tensor tensor) {
        float[] before = tensor.data().clone();
        Tensor changed = intervention.apply(tensor, Map.of());
        assertThat(tensor.data()).as("what was given").containsExactly(before);
        assertThat(changed.shape()).isEqualTo(tensor.shape());
        return changed.data();
    }

    private static HeadChange head(int head, int position, Change change) {
        return new HeadChange(AttentionKind.DECODER, 0, head, position, change);
    }

    @Test
    void aHeadIsChangedAtEveryTokenOrAtOne() {
        assertThat(apply(head(1, ALL, ZERO), heads())).containsExactly(1, 2, 3, 4, 0, 0, 0, 0);
        assertThat(apply(head(0, 1, ZERO), heads())).containsExactly(1, 2, 0, 0, 5, 6, 7, -8);
        assertThat(apply(head(1, ALL, new Change.Scale(0.5f)), heads())).containsExactly(1, 2, 3, 4, 2.5f, 3, 3.5f, -4);
        assertThat(apply(head(1, ALL, MEAN), heads())).containsExactly(1, 2, 3, 4, 6, -1, 6, -1);
        assertThat(apply(head(1, 0, MEAN), heads())).containsExactly(1, 2, 3, 4, 6, -1, 7, -8);
    }

    @Test
    void aNeuronIsChangedAtEveryTokenOrAtOne() {
        assertThat(apply(new NeuronChange(Stack.DECODER, 0, 1, ALL, ZERO), rows())).containsExactly(1, 0, 3, -4, 0, 6);
        assertThat(apply(new NeuronChange(Stack.DECODER, 0, 0, 1, new Change.Scale(-2)), rows())).containsExactly(1, 2,
                3,
                8, 5, 6);
        assertThat(apply(new NeuronChange(Stack.DECODER, 0, 1, ALL, MEAN), rows())).containsExactly(1, 3.5f, 3, -4,
                3.5f,
                6);
    }

    @Test
    void theStreamIsChangedAtOnePosition() {
        assertThat(apply(new StreamChange(Stack.DECODER, 0, 1, ZERO), rows())).containsExactly(1, 2, 3, 0, 0, 0);
        assertThat(apply(new StreamChange(Stack.DECODER, 0, 0, MEAN), rows())).containsExactly(-1.5f, 3.5f, 4.5f, -4, 5,
                6);
        assertThat(new StreamChange(Stack.ENCODER, -1, 0, ZERO).site()).hasToString("encoder.embed.resid");
        assertThat(new StreamChange(Stack.ENCODER, 2, 0, ZERO).site()).hasToString("encoder.2.mlp.resid");
    }

    @Test
    void scalingByZeroIsZeroingEvenOfNegativeAndInfiniteNumbers() {
        Tensor tensor = Tensor.of(new float[]{-1, Float.POSITIVE_INFINITY, 0, 3}, 1, 2, 2);
        for (float zero : new float[]{0f, -0f}) {
            assertThat(floatBits(apply(head(0, ALL, new Change.Scale(zero)), tensor))).containsOnly(0);
        }
        assertThat(floatBits(apply(head(0, ALL, ZERO), tensor))).containsOnly(0);
    }

    private static List<Integer> floatBits(float[] numbers) {
        List<Integer> bits = new java.util.ArrayList<>();
        for (float number : numbers) {
            bits.add(Float.floatToRawIntBits(number));
        }
        return bits;
    }

    private static Map<String, Trace> sources(TensorName name, Tensor tensor) {
        Recording recording = Recording.everything();
        recording.keep(name, tensor);
        return Map.of("other", recording.trace());
    }

    @Test
    void aPatchTakesAWholeTensorOneHeadOneOfItsRowsOrARowOfAll() {
        Tensor other = Tensor.of(new float[]{10, 20, 30, 40, 50, 60, 70, 80}, 2, 2, 2);
        Map<String, Trace> sources = sources(HEADS, other);
        assertThat(patched(ALL, ALL, sources)).containsExactly(10, 20, 30, 40, 50, 60, 70, 80);
        assertThat(patched(1, ALL, sources)).containsExactly(1, 2, 3, 4, 50, 60, 70, 80);
        assertThat(patched(1, 0, sources)).containsExactly(1, 2, 3, 4, 50, 60, 7, -8);
        assertThat(patched(ALL, 1, sources)).containsExactly(1, 2, 30, 40, 5, 6, 70, 80);
    }

    private static float[] patched(int head, int position, Map<String, Trace> sources) {
        return new Patch(HEADS, head, position, "other").apply(heads(), sources).data();
    }

    @Test
    void onePositionIsTakenFromALongerTextToo() {
        Tensor longer = Tensor.of(new float[]{10, 11, 12, 20, 21, 22, 30, 31, 32}, 3, 3);
        Map<String, Trace> sources = sources(STREAM, longer);
        assertThat(new Patch(STREAM, ALL, 1, "other").apply(rows(), sources).data()).containsExactly(1, 2, 3, 20, 21,
                22);
        assertThatThrownBy(() -> new Patch(STREAM, ALL, ALL, "other").apply(rows(), sources))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("[2, 3]")
                .hasMessageContaining("[3, 3]");
        assertThatThrownBy(() -> new Patch(STREAM, ALL, 2, "other").apply(rows(), sources))
                .hasMessageContaining("has no position 2").hasMessageContaining("0 to 1");
        Map<String, Trace> shorter = sources(STREAM, Tensor.of(new float[]{1, 2, 3}, 1, 3));
        assertThatThrownBy(() -> new Patch(STREAM, ALL, 1, "other").apply(rows(), shorter))
                .hasMessageContaining("“other” has no position 1");
    }

    @Test
    void patternsOfTextsOfDifferentLengthCannotBeExchanged() {
        TensorName pattern = AttentionKind.DECODER.name(0, Site.PATTERN);
        Map<String, Trace> sources = sources(pattern, Tensor.of(new float[18], 2, 3, 3));
        assertThatThrownBy(() -> new Patch(pattern, ALL, 0, "other").apply(heads(), sources))
                .hasMessageContaining("[2, 2, 2]").hasMessageContaining("[2, 3, 3]")
                .hasMessageContaining("looks at all");
    }

    @Test
    void whatMakesNoSenseIsRefusedAndSaysWhatIsPossible() {
        assertThatThrownBy(() -> new Change.Scale(Float.NaN)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("finite");
        assertThatThrownBy(() -> new Change.Scale(Float.POSITIVE_INFINITY)).hasMessageContaining("finite");
        assertThatThrownBy(() -> head(-1, ALL, ZERO)).hasMessageContaining("there is no head -1");
        assertThatThrownBy(() -> head(0, -2, ZERO)).hasMessageContaining("−1 means all");
        assertThatThrownBy(() -> new NeuronChange(Stack.HEAD, 0, 0, ALL, ZERO)).hasMessageContaining("not the head");
        assertThatThrownBy(() -> new StreamChange(Stack.DECODER, -2, 0, ZERO))
                .hasMessageContaining("−1 is the embeddings");
        assertThatThrownBy(() -> new StreamChange(Stack.DECODER, 0, ALL, ZERO)).hasMessageContaining("no position -1");
        assertThatThrownBy(() -> new Patch(STREAM, 0, ALL, "other")).hasMessageContaining("has no heads");
        TensorName pooled = new TensorName(Stack.HEAD, TensorName.NO_LAYER, null, Site.POOLED);
        assertThatThrownBy(() -> new Patch(pooled, ALL, 0, "other")).hasMessageContaining("of the whole text");
        assertThatThrownBy(() -> head(2, ALL, ZERO).apply(heads(), Map.of())).hasMessageContaining("heads are 0 to 1");
        assertThatThrownBy(() -> head(0, 2, ZERO).apply(heads(), Map.of()))
                .hasMessageContaining("positions are 0 to 1");
        assertThatThrownBy(() -> new NeuronChange(Stack.DECODER, 0, 3, ALL, ZERO).apply(rows(), Map.of()))
                .hasMessageContaining("neurons are 0 to 2");
        assertThatThrownBy(() -> new Patch(STREAM, ALL, ALL, "other").apply(rows(), Map.of()))
                .hasMessageContaining("was not read");
    }

    @Test
    void anObjectionSaysWhyAPassHasNoSuchPlace() {
        Recording recording = Recording.everything();
        recording.keep(HEADS, heads());
        Trace trace = recording.trace();
        assertThat(head(1, ALL, ZERO).objection(trace, Map.of())).isEmpty();
        assertThat(head(2, ALL, ZERO).objection(trace, Map.of())).hasValueSatisfying(
                words -> assertThat(words).contains("heads are 0 to 1"));
        assertThat(new HeadChange(AttentionKind.DECODER, 7, 0, ALL, ZERO).objection(trace, Map.of()))
                .hasValueSatisfying(words -> assertThat(words).contains("no layer 7").contains("0 to 0"));
        assertThat(new HeadChange(AttentionKind.CROSS, 0, 0, ALL, ZERO).objection(trace, Map.of()))
                .hasValueSatisfying(words -> assertThat(words).contains("this model has no decoder.0.cross.heads"));
    }

    @Test
    void interventionsSayWhatTheyDo() {
        assertThat(head(3, ALL, ZERO).sentence())
                .isEqualTo("Head 3 of layer 0 (decoder attention) is set to zero at every token");
        assertThat(new NeuronChange(Stack.ENCODER, 2, 17, 4, new Change.Scale(-1.5f)).sentence())
                .isEqualTo("Neuron 17 of layer 2 (encoder) is multiplied by −1.5 at position 4");
        assertThat(new StreamChange(Stack.DECODER, -1, 4, MEAN).sentence()).isEqualTo(
                "The stream after the embeddings (decoder) is replaced by the mean over all tokens at position 4");
        assertThat(new Patch(HEADS, 1, ALL, "a b").sentence())
                .isEqualTo("Head 1 of decoder.0.attn.heads is replaced by that of “a b” as a whole");
        assertThat(new Change.Scale(2).words()).isEqualTo("multiplied by 2");
    }

    @Test
    void interventionsAreDoneInOrderAndTheInnerRecorderSeesWhatTheModelGoesOnWith() {
        Recording recording = Recording.everything();
        NeuronChange never = new NeuronChange(Stack.DECODER, 9, 0, ALL, ZERO);
        Intervening intervening = new Intervening(recording,
                List.of(head(0, ALL, new Change.Scale(2)), head(0, 0, ZERO), never), Map.of());
        assertThat(intervening.applied()).isZero();
        Tensor changed = intervening.keep(HEADS, heads());
        Tensor untouched = rows();
        assertThat(changed.data()).containsExactly(0, 0, 6, 8, 5, 6, 7, -8);
        assertThat(changed.name()).isEqualTo("decoder.0.attn.heads");
        assertThat(recording.trace().get(HEADS)).isSameAs(changed);
        assertThat(intervening.keep(ACT, untouched)).isSameAs(untouched);
        assertThat(intervening.applied()).isEqualTo(2);
        assertThat(intervening.unapplied()).containsExactly(never);
        assertThatThrownBy(intervening::requireAllApplied).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Neuron 0 of layer 9").hasMessageContaining("no decoder.9.mlp.act");
    }
}
