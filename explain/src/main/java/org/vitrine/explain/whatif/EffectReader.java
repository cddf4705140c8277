package org.vitrine.explain.whatif;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.vitrine.explain.CandidateChange;
import org.vitrine.explain.Distribution;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Part;
import org.vitrine.transformer.trace.Site;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.transformer.trace.Trace;

/**
 * Compares two passes over one text, without and with interventions.
 *
 * @param text how people read a token id
 * @param topk how many of the likeliest tokens are compared
 */
public record EffectReader(IntFunction<String> text, int topk) {
    private static final TensorName LOGITS = new TensorName(Stack.HEAD, TensorName.NO_LAYER, null, Site.LOGITS);

    /**
     * What changed.
     *
     * @param before a whole pass
     * @param after another one over the same text
     * @param row the token at which the model predicts: for GPT-2 and BART the one before the predicted token
     * @param watched ids of tokens whose fate is of interest, whether likely or not
     */
    public Effect effect(Trace before, Trace after, int row, int... watched) {
        List<StreamShift> shifts = new ArrayList<>();
        for (TensorName name : before.names()) {
            if (name.site() == Site.RESID && (name.part() == Part.EMBED || name.part() == Part.MLP)) {
                shifts.add(shift(name, before.get(name), after.get(name)));
            }
        }
        Optional<PredictionChange> prediction = before.find(LOGITS)
                .map(logits -> prediction(logits, after.get(LOGITS), row, watched));
        return new Effect(row, prediction, shifts);
    }

    private PredictionChange prediction(Tensor before, Tensor after, int row, int... watched) {
        Distribution was = new Distribution(before.rows(row).data());
        Distribution is = new Distribution(after.rows(row).data());
        Set<Integer> ids = new LinkedHashSet<>();
        was.top(topk, text).forEach(candidate -> ids.add(candidate.id()));
        is.top(topk, text).forEach(candidate -> ids.add(candidate.id()));
        List<CandidateChange> changes = ids.stream().map(id -> change(was, is, id))
                .sorted(Comparator.comparingInt(change -> change.before().rank())).toList();
        List<CandidateChange> asked = Arrays.stream(watched).mapToObj(id -> change(was, is, id)).toList();
        return new PredictionChange(changes, asked, was.divergence(is));
    }

    private CandidateChange change(Distribution was, Distribution is, int id) {
        return new CandidateChange(is.candidate(id, text), was.candidate(id, text));
    }

    private static StreamShift shift(TensorName name, Tensor before, Tensor after) {
        int width = before.dim(1);
        double most = 0;
        int where = -1;
        double all = 0;
        double length = 0;
        for (int row = 0; row < before.dim(0); row++) {
            double difference = 0;
            for (int i = row * width; i < (row + 1) * width; i++) {
                double d = (double) after.data()[i] - before.data()[i];
                difference += d * d;
                length += (double) before.data()[i] * before.data()[i];
            }
            if (difference > most) {
                most = difference;
                where = row;
            }
            all += difference;
        }
        return new StreamShift(name, all == 0 ? 0 : Math.sqrt(all / length), where);
    }
}
