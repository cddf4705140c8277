package org.vitrine.ui.answer;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.explain.attention.AttentionToken;
import org.vitrine.explain.attention.NeuronTerm;
import org.vitrine.explain.attention.NeuronView;
import org.vitrine.explain.attention.TensorRow;
import org.vitrine.ui.terminal.Cell;
import org.vitrine.ui.terminal.Chip;
import org.vitrine.ui.terminal.Figure;
import org.vitrine.ui.terminal.Percent;
import org.vitrine.ui.terminal.Style;
import org.vitrine.ui.terminal.Table;
import org.vitrine.ui.terminal.Terminal;
import org.vitrine.ui.terminal.TextWidth;

/** One token's way through a head, step by step, for reading in a terminal. */
final class NeuronLines {
    private static final int MOST_KEYS = 24;
    private static final int BAR = 12;
    private static final int MOST_COMPONENTS = 5;

    private final NeuronView view;
    private final int query;
    private final Page page;
    private final Terminal terminal;

    NeuronLines(NeuronView view, int query, Page page) {
        this.view = view;
        this.query = query;
        this.page = page;
        this.terminal = page.terminal();
    }

    /**
     * All steps.
     *
     * @param topk how many neurons
     * @param threshold the least weight of a key
     */
    void show(int topk, double threshold) {
        List<Integer> visible = IntStream.range(0, view.keys().size()).filter(key -> view.visible(query, key)).boxed()
                .toList();
        page.title("1. The query meets each key");
        keys(visible, threshold);
        page.line();
        int strongest = NeuronViewAnswer.strongestKey(view, query);
        page.title("2. The neurons that add most to the product with the key at position "
                + view.keys().get(strongest).position() + ", "
                + Chip.of(view.keys().get(strongest).token(), terminal) + ", the strongest");
        neurons(strongest, topk);
        page.line();
        page.title("3. What the head brings back and writes");
        vectors();
        page.line();
    }

    private void keys(List<Integer> visible, double threshold) {
        List<Integer> wanted = visible.stream().filter(key -> weight(key) >= threshold).toList();
        List<Integer> shown = wanted.stream().sorted(Comparator.comparing(this::weight).reversed()).limit(MOST_KEYS)
                .sorted().toList();
        Table table = new Table(terminal, "rlrrrlr");
        table.titles("position", "key", formula("q·k"), "scores", "pattern", "", "|v|");
        int strongest = NeuronViewAnswer.strongestKey(view, query);
        for (int key : shown) {
            AttentionToken token = view.keys().get(key);
            table.row(Cell.of(token.position()),
                    new Cell(Chip.of(token.token(), terminal), key == strongest ? Style.BOLD : Style.PLAIN),
                    number(view.dot(query, key)), number(view.scores().at(query, key)),
                    Cell.of(Percent.of(weight(key))),
                    new Cell(terminal.bar(weight(key), BAR), Style.BLUE),
                    number(new TensorRow(view.v(), key).length()));
        }
        page.lines(table.lines());
        if (shown.size() < visible.size()) {
            double rest = visible.stream().filter(key -> !shown.contains(key)).mapToDouble(this::weight).sum();
            page.aside((visible.size() - shown.size()) + " further keys have " + Percent.of(rest)
                    + " together; --json has them all.");
        }
        page.aside(formula("scores: q·k, scaled, usually by 1/√e (here e is " + view.q().dim(1)
                + "). pattern: their softmax. |v|: the length of what the key has to say."));
    }

    private float weight(int key) {
        return view.weights().at(query, key);
    }

    private void neurons(int key, int topk) {
        double dot = view.dot(query, key);
        List<NeuronTerm> terms = view.terms(query, key);
        double largest = Math.abs(terms.getFirst().product());
        Table table = new Table(terminal, "rrrrrl");
        table.titles("neuron", "q", "k", formula("q×k"), "share", "");
        double rest = dot;
        for (NeuronTerm term : terms.subList(0, Math.min(topk, terms.size()))) {
            rest -= term.product();
            table.row(Cell.of(term.neuron()), number(term.q()), number(term.k()), number(term.product()),
                    Cell.of(share(term.product(), dot)),
                    new Cell(terminal.bar(largest == 0 ? 0 : Math.abs(term.product()) / largest, BAR),
                            term.product() < 0 ? Style.ORANGE : Style.BLUE));
        }
        if (topk < terms.size()) {
            table.row(new Cell((terms.size() - topk) + " more", Style.FAINT), Cell.empty(), Cell.empty(), number(rest),
                    Cell.of(share(rest, dot)));
        }
        table.row(new Cell(formula("q·k"), Style.BOLD), Cell.empty(), Cell.empty(), new Cell(figure(dot), Style.BOLD));
        page.lines(table.lines());
    }

    /** A part of a sum; parts may be negative, and more than the whole. Nothing where the whole is next to nothing. */
    private static String share(double part, double whole) {
        return Math.abs(part) > 10 * Math.abs(whole) ? "" : figure(100 * part / whole) + " %";
    }

    /** A formula in signs that the terminal has. */
    private String formula(String text) {
        return terminal.unicode() ? text : text.replaceAll("[·×]", "*").replace("√", "sqrt ");
    }

    private void vectors() {
        int components = MOST_COMPONENTS;
        List<String> lines = vectors(components);
        while (components > 1 && lines.stream().anyMatch(line -> TextWidth.of(line) > terminal.columns())) {
            lines = vectors(--components);
        }
        page.lines(lines);
        page.aside("The head brings back " + view.result().dim(1) + " numbers from all keys and adds "
                + view.written().dim(1) + " to the stream, beside the other heads and the bias that they share.");
    }

    private List<String> vectors(int components) {
        Table table = new Table(terminal, "llrl");
        table.titles("", "is", "length", "largest components");
        String out = view.kind() == AttentionKind.CROSS ? "to cross.out" : "to attn.out";
        table.row(vector("heads", formula("pattern·v"), new TensorRow(view.result(), query), components));
        table.row(vector(out, formula("heads·Wo"), new TensorRow(view.written(), query), components));
        return table.lines();
    }

    private static List<Cell> vector(String name, String formula, TensorRow row, int components) {
        String largest = row.largest(components).stream().map(i -> i + ": " + figure(row.at(i)))
                .collect(Collectors.joining("  "));
        return List.of(Cell.of(name), Cell.of(formula), number(row.length()), Cell.of(largest));
    }

    private static Cell number(double number) {
        return Cell.of(figure(number));
    }

    private static String figure(double number) {
        return Figure.of((float) number);
    }
}
