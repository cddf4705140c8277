package org.vitrine.explain.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vitrine.explain.CandidateChange;
import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.tokenizer.Tokenizer;
import org.vitrine.tokenizer.Tokenizers;
import org.vitrine.transformer.bart.Bart;
import org.vitrine.transformer.bert.Bert;
import org.vitrine.transformer.gpt2.Gpt2;
import org.vitrine.transformer.ops.VectorOps;
import org.vitrine.transformer.trace.Part;
import org.vitrine.transformer.trace.Recording;
import org.vitrine.transformer.trace.Site;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.transformer.trace.Trace;
import org.vitrine.weights.ModelFiles;

/** The classroom models with something taken away or exchanged. */
class ClassroomWhatIfTest {
    private static final int ALL = Intervention.ALL;
    private static final Change ZERO = new Change.Zero();
    private static final String KEYS = "The keys to the cabinet";
    private static final String KEY = "The key to the cabinets";
    private static final ModelFiles GPT2 = ModelFiles.classroom("classroom-gpt2");
    private static final Gpt2 MODEL = Gpt2.load(GPT2, new VectorOps());
    private static final Tokenizer TOKENIZER = Tokenizers.load("classroom-gpt2", GPT2::find);

    private static Trace pass(String text, Intervention... interventions) {
        return pass(text, Map.of(), interventions);
    }

    private static Trace pass(String text, Map<String, Trace> sources, Intervention... interventions) {
        Recording recording = Recording.everything();
        Intervening intervening = new Intervening(recording, List.of(interventions), sources);
        MODEL.forward(TOKENIZER.encode(text).ids(), intervening);
        intervening.requireAllApplied();
        assertThat(intervening.applied()).isEqualTo(interventions.length);
        return recording.trace();
    }

    private static Trace plain(String text) {
        Recording recording = Recording.everything();
        MODEL.forward(TOKENIZER.encode(text).ids(), recording);
        return recording.trace();
    }

    private static int id(String token) {
        return TOKENIZER.encode(token).ids()[0];
    }

    private static void assertSame(Trace one, Trace other, List<TensorName> names) {
        for (TensorName name : names) {
            assertThat(one.get(name).data()).as(name.toString()).isEqualTo(other.get(name).data());
        }
    }

    private static List<TensorName> from(Trace trace, TensorName first) {
        return trace.names().subList(trace.names().indexOf(first), trace.names().size());
    }

    private static List<TensorName> upTo(Trace trace, TensorName first) {
        return trace.names().subList(0, trace.names().indexOf(first));
    }

    @Test
    void withoutTheHeadThatFindsTheSubjectThePluralVerbFalls() {
        HeadChange without = new HeadChange(AttentionKind.DECODER, 5, 3, ALL, ZERO);
        Trace before = plain(KEYS);
        Effect effect = new EffectReader(TOKENIZER::text, 5).effect(before, pass(KEYS, without), 4, id(" are"),
                id(" is"));
        PredictionChange change = effect.prediction().orElseThrow();
        CandidateChange are = change.watched().get(0);
        CandidateChange is = change.watched().get(1);
        assertThat(are.before().rank()).isOne();
        assertThat(are.before().probability()).isBetween(0.595, 0.605);
        assertThat(are.after().probability()).isBetween(0.545, 0.56);
        assertThat(is.after().probability()).isGreaterThan(20 * is.before().probability()); // 0.03 % before
        assertThat(is.after().rank()).isLessThan(is.before().rank());
        assertThat(change.divergence()).isBetween(0.03, 0.05);
        assertThat(effect.streams()).filteredOn(shift -> shift.relative() > 0).singleElement()
                .satisfies(shift -> assertThat(shift.stream().layer()).isEqualTo(5));
    }

    @Test
    void anEmptyListChangesNothing() {
        Trace before = plain(KEYS);
        Trace after = pass(KEYS);
        assertThat(after.names()).isEqualTo(before.names());
        assertSame(after, before, before.names());
    }

    @Test
    void whatIsComputedBeforeTheChangedPlaceStaysAsItWas() {
        Trace before = plain(KEYS);
        for (Intervention intervention : List.of(new HeadChange(AttentionKind.DECODER, 3, 1, ALL, ZERO),
                new NeuronChange(Stack.DECODER, 2, 7, ALL, new Change.Scale(5)),
                new StreamChange(Stack.DECODER, 1, 2, new Change.Mean()))) {
            Trace after = pass(KEYS, intervention);
            assertSame(after, before, upTo(before, intervention.site()));
            assertThat(after.get(intervention.site()).data()).isNotEqualTo(before.get(intervention.site()).data());
            assertThat(after.get("head.logits").data()).isNotEqualTo(before.get("head.logits").data());
        }
    }

    @Test
    void zeroingIsScalingByZeroAndScalingByOneIsNothing() {
        Trace zeroed = pass(KEYS, new HeadChange(AttentionKind.DECODER, 3, 1, ALL, ZERO));
        Trace scaled = pass(KEYS, new HeadChange(AttentionKind.DECODER, 3, 1, ALL, new Change.Scale(0)));
        assertSame(zeroed, scaled, zeroed.names());
        Trace same = pass(KEYS, new HeadChange(AttentionKind.DECODER, 3, 1, ALL, new Change.Scale(1)));
        assertSame(same, plain(KEYS), same.names());
    }

    @Test
    void laterTokensCannotChangeEarlierOnesInADecoder() {
        Trace before = plain(KEYS);
        Trace after = pass(KEYS, new StreamChange(Stack.DECODER, -1, 4, ZERO));
        TensorName last = MODEL.unembedding().streams().getLast();
        assertThat(after.get(last).rows(0, 1, 2, 3).data()).isEqualTo(before.get(last).rows(0, 1, 2, 3).data());
        assertThat(after.get(last).rows(4).data()).isNotEqualTo(before.get(last).rows(4).data());
    }

    @Test
    void aTextPatchedWithItselfIsAsItWas() {
        Trace before = plain(KEYS);
        Map<String, Trace> sources = Map.of(KEYS, before);
        for (TensorName name : before.names()) {
            Trace after = pass(KEYS, sources, new Patch(name, ALL, ALL, KEYS));
            assertSame(after, before, List.of(name, TensorName.parse("head.logits")));
        }
        Trace after = pass(KEYS, sources, new Patch(TensorName.parse("decoder.2.attn.v"), 1, 3, KEYS));
        assertSame(after, before, before.names());
    }

    @Test
    void allOfALayersStreamFromTheOtherTextMakesTheRestTheOtherTexts() {
        Trace other = plain(KEY);
        for (TensorName stream : MODEL.unembedding().streams()) {
            Trace after = pass(KEYS, Map.of(KEY, other), new Patch(stream, ALL, ALL, KEY));
            assertSame(after, other, from(other, stream));
            assertSame(after, plain(KEYS), upTo(other, stream));
        }
    }

    @Test
    void theSubjectsStreamFromTheOtherTextTurnsTheVerbRound() {
        Trace other = plain(KEY);
        TensorName stream = TensorName.of(Stack.DECODER, 2, Part.MLP, Site.RESID);
        Trace after = pass(KEYS, Map.of(KEY, other), new Patch(stream, ALL, 1, KEY));
        PredictionChange change = new EffectReader(TOKENIZER::text, 5)
                .effect(plain(KEYS), after, 4, id(" are"), id(" is")).prediction().orElseThrow();
        assertThat(change.before().before().token()).isEqualTo(" are");
        assertThat(change.after().after().token()).isEqualTo(" is");
    }

    @Test
    void bertIsChangedToo() {
        ModelFiles files = ModelFiles.classroom("classroom-bert");
        int[] ids = Tokenizers.load("classroom-bert", files::find).encode("The cat sat on the [MASK].").ids();
        Bert bert = Bert.load(files, new VectorOps());
        Recording plain = Recording.everything();
        bert.forward(ids, new int[ids.length], plain);
        Recording changed = Recording.everything();
        HeadChange head = new HeadChange(AttentionKind.ENCODER, 1, 0, ALL, ZERO);
        bert.forward(ids, new int[ids.length], new Intervening(changed, List.of(head), Map.of()));
        assertSame(changed.trace(), plain.trace(), upTo(plain.trace(), head.site()));
        assertThat(changed.trace().get("head.logits").data()).isNotEqualTo(plain.trace().get("head.logits").data());
    }

    @Test
    void inBartACrossHeadChangesTheDecoderAndNotTheEncoder() {
        ModelFiles files = ModelFiles.classroom("classroom-bart");
        int[] ids = Tokenizers.load("classroom-bart", files::find).encode("The cat sat on the mat.").ids();
        Bart bart = Bart.load(files, new VectorOps());
        Recording plain = Recording.everything();
        bart.forward(ids, ids, plain);
        Recording changed = Recording.everything();
        HeadChange head = new HeadChange(AttentionKind.CROSS, 0, 2, ALL, ZERO);
        Intervening intervening = new Intervening(changed, List.of(head), Map.of());
        bart.forward(ids, ids, intervening);
        intervening.requireAllApplied();
        assertSame(changed.trace(), plain.trace(), upTo(plain.trace(), head.site()));
        assertThat(new EffectReader(Integer::toString, 3).effect(plain.trace(), changed.trace(), 2).streams())
                .allSatisfy(shift -> assertThat(shift.relative() > 0)
                        .isEqualTo(shift.stream().stack() == Stack.DECODER && shift.stream().layer() >= 0));
    }
}
