package org.vitrine.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vitrine.transformer.layer.Unembedding;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Part;
import org.vitrine.transformer.trace.Recording;
import org.vitrine.transformer.trace.Site;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.transformer.trace.Trace;

/** A model of two numbers and three words, small enough to check by hand. */
class LogitLensTest {
    private static final TensorName EMBEDDED = TensorName.of(Stack.DECODER, Part.EMBED, Site.RESID);
    private static final TensorName LAYER_0 = TensorName.of(Stack.DECODER, 0, Part.MLP, Site.RESID);
    private static final TensorName LAYER_1 = TensorName.of(Stack.DECODER, 1, Part.MLP, Site.RESID);

    /** Words a, b, c score x, y and 0; the "norm" swaps x and y. */
    private record Toy(boolean predictsNext) implements Unembedding {
        @Override
        public List<TensorName> streams() {
            return List.of(EMBEDDED, LAYER_0, LAYER_1);
        }

        @Override
        public Tensor logits(Tensor stream) {
            float[] swapped = stream.data().clone();
            for (int i = 0; i < swapped.length; i += 2) {
                swapped[i] = stream.data()[i + 1];
                swapped[i + 1] = stream.data()[i];
            }
            return rawLogits(Tensor.of(swapped, stream.shape()));
        }

        @Override
        public Tensor rawLogits(Tensor stream) {
            float[] logits = new float[stream.dim(0) * 3];
            for (int row = 0; row < stream.dim(0); row++) {
                logits[3 * row] = stream.at(row, 0);
                logits[3 * row + 1] = stream.at(row, 1);
            }
            return Tensor.of(logits, stream.dim(0), 3);
        }

        @Override
        public String headWords() {
            return "the toy's norm";
        }
    }

    private static final Unembedding MODEL = new Toy(true);

    private final Trace trace = trace();

    private static Trace trace() {
        Recording recording = Recording.everything();
        recording.keep(EMBEDDED, Tensor.of(new float[]{2, 1, 0, 0}, 2, 2));
        recording.keep(LAYER_0, Tensor.of(new float[]{-1, 3, (float) Math.log(2), -5}, 2, 2));
        recording.keep(LAYER_1, Tensor.of(new float[]{4, 0, 1, 2}, 2, 2));
        return recording.trace();
    }

    private static LogitLens lens(Lens lens) {
        return new LogitLens(MODEL, lens, id -> List.of("a", " b", "c").get(id));
    }

    @Test
    void everyLayerIsReadThroughTheNormAtTheStreamBeforeThePosition() {
        LayerPredictions predictions = lens(Lens.FINAL_NORM).predictions(trace, 1, 3, layer -> true);
        assertThat(predictions.position()).isOne();
        assertThat(predictions.layers()).extracting(LayerPrediction::layer).containsExactly(-1, 0, 1);
        assertThat(predictions.layers()).extracting(LayerPrediction::tensor).containsExactly("decoder.embed.resid",
                "decoder.0.mlp.resid", "decoder.1.mlp.resid");
        assertThat(tokens(predictions.layers().get(0))).containsExactly(" b", "a", "c"); // 1, 2, 0
        assertThat(tokens(predictions.layers().get(1))).containsExactly("a", "c", " b"); // 3, −1, 0
        assertThat(tokens(predictions.layers().get(2))).containsExactly(" b", "a", "c"); // 0, 4, 0: of equals the first
    }

    @Test
    void theRawLensLeavesTheNormOutButInTheLastLayer() {
        LayerPredictions predictions = lens(Lens.RAW).predictions(trace, 1, 1, layer -> true);
        assertThat(predictions.lens()).isEqualTo(Lens.RAW);
        assertThat(tokens(predictions.layers().get(0))).containsExactly("a");
        assertThat(tokens(predictions.layers().get(1))).containsExactly(" b");
        assertThat(tokens(predictions.layers().get(2))).containsExactly(" b");
    }

    @Test
    void probabilitiesAreTheSoftmaxOfTheWholeVocabulary() {
        List<Candidate> candidates = lens(Lens.RAW).predictions(trace, 2, 2, layer -> layer == 0).layers().getFirst()
                .candidates();
        double sum = 2 + Math.exp(-5) + 1;
        assertThat(candidates).hasSize(2);
        assertThat(candidates.get(0).rank()).isOne();
        assertThat(candidates.get(0).id()).isZero();
        assertThat(candidates.get(0).logit()).isEqualTo((float) Math.log(2));
        assertThat(candidates.get(0).probability()).isCloseTo(2 / sum, within(1e-7));
        assertThat(candidates.get(1).token()).isEqualTo("c");
        assertThat(candidates.get(1).probability()).isCloseTo(1 / sum, within(1e-7));
    }

    @Test
    void moreCandidatesThanWordsAreAllWords() {
        assertThat(lens(Lens.RAW).predictions(trace, 1, 99, layer -> layer == 1).layers().getFirst().candidates())
                .hasSize(3);
    }

    @Test
    void watchedTokensAreRankedInEveryLayerAtOnePosition() {
        RankTable table = lens(Lens.RAW).watch(trace, 1, 1, 2);
        assertThat(table.columns()).containsExactly(new RankTable.Column(1, 1, " b"), new RankTable.Column(1, 2, "c"));
        assertThat(ranks(table.rows().get(0))).containsExactly(2, 3);
        assertThat(ranks(table.rows().get(1))).containsExactly(1, 2);
        assertThat(ranks(table.rows().get(2))).containsExactly(1, 3); // through the norm: 0, 4, 0
    }

    @Test
    void producedTokensAreRankedEachAtItsOwnPosition() {
        RankTable table = lens(Lens.RAW).ranks(trace, new int[]{1, 2}, new int[]{0, 1});
        assertThat(ranks(table.rows().get(0))).containsExactly(1, 2);
        assertThat(ranks(table.rows().get(1))).containsExactly(3, 3);
        assertThat(table.rows().get(0).cells().get(1).probability()).isCloseTo(1 / 3.0, within(1e-7));
    }

    @Test
    void manyTokensAreRankedAsEachIsAlone() {
        int[] positions = IntStream.range(0, 100).map(i -> 1 + i % 2).toArray();
        int[] ids = IntStream.range(0, 100).map(i -> i % 3).toArray();
        List<Double> progress = new ArrayList<>();
        RankTable table = lens(Lens.FINAL_NORM).ranks(trace, positions, ids, progress::add);
        for (int c = 0; c < ids.length; c++) {
            RankTable alone = lens(Lens.FINAL_NORM).watch(trace, positions[c], ids[c]);
            for (int r = 0; r < 3; r++) {
                assertThat(table.rows().get(r).cells().get(c)).isEqualTo(alone.rows().get(r).cells().getFirst());
            }
        }
        assertThat(progress).isSorted().hasSize(9).startsWith(0.0).allMatch(share -> share < 1);
    }

    @Test
    void whoeverIsToldTheProgressMayEndTheWork() {
        assertThatThrownBy(() -> lens(Lens.RAW).ranks(trace, new int[]{1}, new int[]{0}, share -> {
            throw new IllegalStateException("enough");
        })).hasMessage("enough");
    }

    @Test
    void ofAnInterventionTheBestCandidatesOfBothPassesAreCompared() {
        Recording other = Recording.everything();
        other.keep(EMBEDDED, trace.get(EMBEDDED));
        other.keep(LAYER_0, trace.get(LAYER_0));
        other.keep(LAYER_1, Tensor.of(new float[]{0, 4, 1, 2}, 2, 2));
        PredictionChanges changes = lens(Lens.FINAL_NORM).changes(other.trace(), trace, 1, 1, layer -> layer >= 0);
        assertThat(changes.layers()).extracting(LayerChange::layer).containsExactly(0, 1);
        CandidateChange same = changes.layers().get(0).candidates().getFirst();
        assertThat(changes.layers().get(0).candidates()).hasSize(1);
        assertThat(same.difference()).isZero();
        List<CandidateChange> both = changes.layers().get(1).candidates();
        assertThat(both).extracting(change -> change.after().token()).containsExactly("a", " b");
        assertThat(both).extracting(change -> change.before().rank()).containsExactly(2, 1);
        assertThat(both.get(0).difference()).isPositive().isEqualTo(
                both.get(0).after().probability() - both.get(0).before().probability());
        assertThat(both.get(1).difference()).isNegative();
        assertThatThrownBy(() -> new CandidateChange(both.get(0).after(), both.get(1).before()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPositionWithNothingBeforeItCannotBeRead() {
        assertThatThrownBy(() -> lens(Lens.RAW).watch(trace, 0, 1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> lens(Lens.RAW).watch(trace, 3, 1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    private static List<String> tokens(LayerPrediction prediction) {
        return prediction.candidates().stream().map(Candidate::token).toList();
    }

    private static List<Integer> ranks(RankTable.Row row) {
        return row.cells().stream().map(RankTable.Cell::rank).toList();
    }

    @Test
    void aModelThatFillsMasksIsReadAtThePositionItself() {
        LogitLens writes = new LogitLens(MODEL, Lens.RAW, Integer::toString);
        LogitLens fills = new LogitLens(new Toy(false), Lens.RAW, Integer::toString);
        assertThat(fills.predictions(trace, 1, 3, any -> true).layers())
                .isEqualTo(writes.predictions(trace, 2, 3, any -> true).layers());
        assertThat(fills.predictions(trace, 0, 3, any -> true).position()).isZero();
    }

    @Test
    void aLensSaysWhatItDoesToTheModel() {
        assertThat(Lens.FINAL_NORM.explanation(MODEL)).contains("with the toy's norm");
        assertThat(Lens.RAW.explanation(MODEL)).contains("without the toy's norm");
    }
}
