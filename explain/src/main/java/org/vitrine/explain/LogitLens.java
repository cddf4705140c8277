package org.vitrine.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoubleConsumer;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import org.vitrine.transformer.layer.Unembedding;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.transformer.trace.Trace;

/**
 * Reads the stream after every layer as if it were the last: nostalgebraist 2020, "interpreting GPT: the logit lens";
 * Alammar 2021, "Ecco", section 3 for the ranks.
 *
 * <p>A position is the place of the token that is predicted, as on the page this rebuilds. Where a model predicts what
 * comes next (GPT-2, BART), position p is read from the stream at p − 1, so the first is 1 and the one after a text of n
 * tokens is n; BERT speaks of the token at p in the stream at p.
 *
 * @param model gives the way from the stream to the vocabulary
 * @param lens through all of the model's head, or straight to the token table
 * @param text how people read a token id
 */
public record LogitLens(Unembedding model, Lens lens, IntFunction<String> text) {
    /** So many tokens are read at once: the scores of all tokens of a long text would fill the memory. */
    private static final int AT_ONCE = 40;

    /**
     * The likeliest tokens at a position, after the embeddings and after each layer.
     *
     * @param trace of a pass that reached the position, with every stream kept
     * @param layers which layers are wanted; the embeddings are layer −1
     */
    public LayerPredictions predictions(Trace trace, int position, int topk, IntPredicate layers) {
        List<LayerPrediction> predictions = new ArrayList<>();
        for (TensorName stream : model.streams()) {
            if (layers.test(stream.layer())) {
                Distribution scores = read(trace, stream, position).getFirst();
                predictions.add(new LayerPrediction(stream.layer(), stream.toString(), scores.top(topk, text)));
            }
        }
        return new LayerPredictions(position, lens, predictions);
    }

    /** How each layer ranks some tokens, all at one position. */
    public RankTable watch(Trace trace, int position, int... ids) {
        int[] positions = new int[ids.length];
        Arrays.fill(positions, position);
        return ranks(trace, positions, ids);
    }

    /**
     * The likeliest tokens at a position with and without an intervention, after the embeddings and after each layer: those
     * that are among the likeliest in either.
     *
     * @param after of a pass with the intervention
     * @param before of the same pass without it
     * @param topk how many of each
     * @param layers which layers are wanted; the embeddings are layer −1
     */
    public PredictionChanges changes(Trace after, Trace before, int position, int topk, IntPredicate layers) {
        List<LayerChange> changes = new ArrayList<>();
        for (TensorName stream : model.streams()) {
            if (layers.test(stream.layer())) {
                Distribution now = read(after, stream, position).getFirst();
                Distribution once = read(before, stream, position).getFirst();
                Set<Integer> ids = new TreeSet<>();
                now.top(topk, text).forEach(candidate -> ids.add(candidate.id()));
                once.top(topk, text).forEach(candidate -> ids.add(candidate.id()));
                List<CandidateChange> candidates = ids.stream()
                        .map(id -> new CandidateChange(now.candidate(id, text), once.candidate(id, text)))
                        .sorted(Comparator.comparing(change -> change.after().rank())).toList();
                changes.add(new LayerChange(stream.layer(), stream.toString(), candidates));
            }
        }
        return new PredictionChanges(position, lens, changes);
    }

    /** How each layer ranks some tokens, each at its own position. */
    public RankTable ranks(Trace trace, int[] positions, int[] ids) {
        return ranks(trace, positions, ids, share -> {
        });
    }

    /**
     * How each layer ranks some tokens, each at its own position.
     *
     * @param progress is told now and then how much is done, 0 to 1, and may end the work with an exception
     */
    public RankTable ranks(Trace trace, int[] positions, int[] ids, DoubleConsumer progress) {
        List<RankTable.Column> columns = new ArrayList<>();
        for (int c = 0; c < ids.length; c++) {
            columns.add(new RankTable.Column(positions[c], ids[c], text.apply(ids[c])));
        }
        List<RankTable.Row> rows = new ArrayList<>();
        double all = (double) model.streams().size() * ids.length;
        for (TensorName stream : model.streams()) {
            List<RankTable.Cell> cells = new ArrayList<>();
            for (int from = 0; from < ids.length; from += AT_ONCE) {
                progress.accept((rows.size() * ids.length + from) / all);
                int to = Math.min(ids.length, from + AT_ONCE);
                cells.addAll(cells(trace, stream, Arrays.copyOfRange(positions, from, to),
                        Arrays.copyOfRange(ids, from, to)));
            }
            rows.add(new RankTable.Row(stream.layer(), stream.toString(), cells));
        }
        return new RankTable(lens, columns, rows);
    }

    private List<RankTable.Cell> cells(Trace trace, TensorName stream, int[] positions, int[] ids) {
        int[] places = Arrays.stream(positions).distinct().toArray();
        List<Distribution> scores = read(trace, stream, places);
        Map<Integer, Distribution> byPlace = new HashMap<>();
        for (int i = 0; i < places.length; i++) {
            byPlace.put(places[i], scores.get(i));
        }
        List<RankTable.Cell> cells = new ArrayList<>();
        for (int c = 0; c < ids.length; c++) {
            Distribution here = byPlace.get(positions[c]);
            cells.add(new RankTable.Cell(here.rank(ids[c]), here.probability(ids[c])));
        }
        return cells;
    }

    /** What the stream says at each position. */
    private List<Distribution> read(Trace trace, TensorName stream, int... positions) {
        int[] places = new int[positions.length];
        for (int i = 0; i < places.length; i++) {
            places[i] = positions[i] - (model.predictsNext() ? 1 : 0);
        }
        Tensor rows = trace.get(stream).rows(places);                                   // [n, d]
        boolean wholeHead = lens == Lens.FINAL_NORM || stream.equals(model.streams().getLast());
        Tensor logits = wholeHead ? model.logits(rows) : model.rawLogits(rows);       // [n, V]
        List<Distribution> distributions = new ArrayList<>();
        for (int i = 0; i < places.length; i++) {
            distributions.add(new Distribution(logits.rows(i).data()));
        }
        return distributions;
    }
}
