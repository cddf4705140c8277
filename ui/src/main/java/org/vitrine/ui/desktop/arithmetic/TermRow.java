package org.vitrine.ui.desktop.arithmetic;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.vitrine.explain.arithmetic.Input;
import org.vitrine.explain.arithmetic.Term;

/**
 * A term in the table.
 *
 * @param rank its place by size, from 1
 * @param running what the terms add up to so far, in the order shown
 * @param bar its size beside that of the largest, −1 to 1
 */
record TermRow(int rank, Term term, double running, double bar) {
    /** The rows of all terms, ranked by size and in the order asked for. */
    static List<TermRow> of(List<Term> natural, List<Term> largestFirst, boolean bySize) {
        Map<Term, Integer> ranks = new IdentityHashMap<>(); // two terms may be equal
        for (Term term : largestFirst) {
            ranks.put(term, ranks.size() + 1);
        }
        double most = largestFirst.isEmpty() ? 0 : Math.abs(largestFirst.getFirst().product());
        List<TermRow> rows = new ArrayList<>();
        double running = 0;
        for (Term term : bySize ? largestFirst : natural) {
            running += term.product();
            rows.add(new TermRow(ranks.get(term), term, running, most > 0 ? term.product() / most : 0));
        }
        return rows;
    }

    /** The factor at a place, null if there are fewer. */
    Input factor(int place) {
        return place < term.factors().size() ? term.factors().get(place) : null;
    }
}
