package org.vitrine.ui.desktop.lens;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.transformer.generate.BeamStep;
import org.vitrine.ui.desktop.lens.Written.Beams;
import org.vitrine.ui.picture.BeamTable;

/** The steps of a beam search, as rows of a table. */
record BeamRows(Written written, Beams beams) {
    /** The ids of the best text after a step: of those written on, or, where none is, of those that have ended. */
    static List<Integer> best(Beams beams, int step) {
        BeamStep here = beams.all().get(step);
        return here.beams().isEmpty() ? beams.found().getFirst().ids() : here.beams().getFirst().ids();
    }

    List<BeamTable.Row> rows(int step) {
        BeamStep here = beams.all().get(step);
        List<BeamTable.Row> rows = new ArrayList<>();
        for (int rank = 0; rank < here.candidates().size(); rank++) {
            BeamStep.Candidate candidate = here.candidates().get(rank);
            List<Integer> ids = new ArrayList<>(before(step, candidate.parent()));
            ids.add(candidate.id());
            int kept = kept(here, candidate);
            rows.add(new BeamTable.Row(candidate.parent(), written.model().tokenizer().text(candidate.id()),
                    candidate.sum(), kept >= 0 ? "beam " + kept : fate(here, rank, ids), kept >= 0, text(ids)));
        }
        return rows;
    }

    List<BeamTable.Ended> ended(int step) {
        return beams.all().get(step).finished().stream()
                .map(text -> new BeamTable.Ended(text.score(), text(text.ids()))).toList();
    }

    /** What a beam of the step before had written. */
    private List<Integer> before(int step, int beam) {
        if (step > 0) {
            return beams.all().get(step - 1).beams().get(beam).ids();
        }
        List<Integer> prompt = new ArrayList<>();
        for (int position = 0; position < written.prompt().size(); position++) {
            prompt.add(written.prompt().id(position));
        }
        return prompt;
    }

    /** Which beam it is from now on, −1 if none. */
    private static int kept(BeamStep step, BeamStep.Candidate candidate) {
        for (int beam = 0; beam < step.beams().size(); beam++) {
            BeamStep.Beam here = step.beams().get(beam);
            if (here.parent() == candidate.parent() && here.ids().getLast() == candidate.id()) {
                return beam;
            }
        }
        return -1;
    }

    private String fate(BeamStep step, int rank, List<Integer> ids) {
        boolean ends = ids.getLast() == written.settings().end();
        boolean counted = step.finished().stream().anyMatch(text -> text.ids().equals(ids));
        if (counted) {
            return ends ? "ended" : "cut";
        }
        return ends && rank < written.settings().beams() ? "ended, too unlikely" : "pruned";
    }

    private String text(List<Integer> ids) {
        return written.model().tokenizer()
                .decode(ids.subList(written.prompt().size(), ids.size()).stream().mapToInt(Integer::intValue)
                        .toArray());
    }
}
