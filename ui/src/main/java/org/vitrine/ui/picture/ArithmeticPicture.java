package org.vitrine.ui.picture;

import java.util.List;
import java.util.stream.Collectors;
import org.vitrine.explain.arithmetic.Derivation;
import org.vitrine.explain.arithmetic.Digits;
import org.vitrine.explain.arithmetic.Input;
import org.vitrine.explain.arithmetic.Quantity;
import org.vitrine.explain.arithmetic.Term;
import org.vitrine.ui.drawing.Box;
import org.vitrine.ui.drawing.KeyLegend;
import org.vitrine.ui.drawing.KeyLegend.Key;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.Sketch;
import org.vitrine.ui.drawing.TextStyle;
import org.vitrine.ui.drawing.TextStyle.Align;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.drawing.TokenChip;
import org.vitrine.ui.picture.spot.CellSpot;
import org.vitrine.ui.terminal.Chip;

/** How one number came about: its equation in symbols and with numbers, the steps, and the largest terms with a bar each. */
public final class ArithmeticPicture {
    /** Of more terms only the largest are shown. */
    public static final int MOST_TERMS = 24;

    private static final int WRITTEN = 6;
    private static final double ROOM = 860;
    private static final double ROW = 19;
    private static final double GAP = 12;
    private static final double BAR = 160;
    private static final double BAR_HEIGHT = 0.65;
    private static final int LARGE = 2;

    private final Derivation derivation;
    private final List<PlaceTag> tags;
    private final Theme theme;

    private ArithmeticPicture(Derivation derivation, List<PlaceTag> tags, Theme theme) {
        this.derivation = derivation;
        this.tags = tags;
        this.theme = theme;
    }

    /**
     * The picture.
     *
     * @param tags what the number's places stand for
     */
    public static Picture of(Derivation derivation, List<PlaceTag> tags, Subject subject, Theme theme) {
        ArithmeticPicture picture = new ArithmeticPicture(derivation, tags, theme);
        int more = derivation.terms().size() - MOST_TERMS;
        Sheet sheet = new Sheet(picture.body(), theme)
                .legend(new KeyLegend("product", List.of(new Key(theme.positive(), "adds"),
                        new Key(theme.negative(), "takes away"))));
        if (more > 0) {
            sheet.note("The " + MOST_TERMS + " largest of " + derivation.terms().size() + " terms are shown; all "
                    + "together they add up to " + Digits.four(derivation.total()) + ", the "
                    + derivation.operation().total() + ".");
        }
        if (derivation.intervened()) {
            sheet.note(
                    "Somebody intervened: recorded is " + Digits.all(derivation.value()) + ", but the equation gives "
                            + Digits.all(derivation.recomputed()) + ".");
        }
        return sheet.picture(subject, "how " + derivation.number() + " came about");
    }

    private Sketch body() {
        Sketch body = new Sketch();
        double gap = theme.length(GAP);
        TextStyle text = theme.text();
        TextStyle large = new TextStyle(LARGE * text.size(), text.colour(), true, Align.LEFT);
        body.below(0, PassageSheet.words(Digits.four(derivation.value()), large, theme.length(ROOM)));
        body.below(gap / 3, PassageSheet.words(derivation.number() + ", " + derivation.operation().title(), text,
                theme.length(ROOM)));
        body.below(gap / 2, chips());
        body.below(gap, PassageSheet.words(derivation.equation(), text, theme.length(ROOM)));
        body.below(gap / 3, PassageSheet.words(derivation.written(WRITTEN), text, theme.length(ROOM)));
        body.below(gap, steps());
        if (derivation.curve().isPresent()) {
            body.below(gap, CurvePicture.sketch(derivation, theme));
        }
        body.below(gap, terms());
        return body;
    }

    /** What the places stand for: words, and tokens as chips. */
    private Sketch chips() {
        Sketch line = new Sketch();
        double x = 0;
        double height = new TokenChip("x", theme.text()).height();
        for (PlaceTag tag : tags) {
            TextStyle small = theme.small();
            line.text(tag.words(), x, small.baseLine(height / 2), small);
            x += small.width(tag.words()) + theme.length(GAP / 2);
            if (tag.token().isPresent()) {
                TokenChip chip = new TokenChip(tag.token().get(), theme.text());
                chip.paint(line, new Box(x, 0, chip.width(), height), theme.faint().withOpacity(0.15));
                x += chip.width() + theme.length(GAP / 2);
            }
            x += theme.length(GAP);
        }
        return line;
    }

    private Sketch steps() {
        List<Quantity> steps = derivation.steps();
        Sketch sketch = new Sketch();
        double names = steps.stream().mapToDouble(step -> theme.text().width(step.name())).max().orElse(0);
        double formulas = steps.stream().mapToDouble(step -> theme.text().width(formula(step))).max().orElse(0);
        for (int i = 0; i < steps.size(); i++) {
            Quantity step = steps.get(i);
            Box row = new Box(0, i * theme.length(ROW), names + formulas + theme.length(2 * GAP), theme.length(ROW));
            double base = theme.text().baseLine(row.centreY());
            sketch.text(step.name(), 0, base, theme.text().coloured(theme.faint()));
            sketch.text(formula(step), names + theme.length(GAP), base, theme.text());
            sketch.text(Digits.four(step.value()), row.right(), base, theme.text());
            sketch.hint(row, step.name() + " = " + Digits.all(step.value()));
            step.source().ifPresent(source -> spot(sketch, row, source));
        }
        return sketch;
    }

    private static String formula(Quantity step) {
        return step.source().map(Input::toString).orElse(step.formula());
    }

    private Sketch terms() {
        List<Term> terms = derivation.largestFirst();
        List<Term> shown = terms.subList(0, Math.min(MOST_TERMS, terms.size()));
        Sketch sketch = new Sketch();
        double most = shown.stream().mapToDouble(term -> Math.abs(term.product())).max().orElse(0);
        double factors = shown.stream().mapToDouble(term -> theme.text().width(words(term))).max().orElse(0);
        double numbers = theme.text().width("-0.000000000");
        for (int i = 0; i < shown.size(); i++) {
            Term term = shown.get(i);
            Box row = new Box(0, i * theme.length(ROW), factors + numbers + theme.length(BAR + 2 * GAP),
                    theme.length(ROW));
            double base = theme.text().baseLine(row.centreY());
            factors(sketch, row, term);
            sketch.text(Digits.four(term.product()), factors + numbers, base, theme.text().aligned(Align.RIGHT));
            double length = most > 0 ? theme.length(BAR) * Math.abs(term.product()) / most : 0;
            sketch.rectangle(
                    new Box(factors + numbers + theme.length(GAP), row.centreY() - BAR_HEIGHT / 2 * row.height(),
                            length, BAR_HEIGHT * row.height()),
                    term.product() < 0 ? theme.negative() : theme.positive());
            sketch.hint(row, words(term) + ": " + Digits.all(term.product()));
            sketch.reserve(row);
        }
        return sketch;
    }

    /** The factors of a term, each a place of its own. */
    private void factors(Sketch sketch, Box row, Term term) {
        double x = 0;
        double base = theme.text().baseLine(row.centreY());
        for (Input factor : term.factors()) {
            String word = word(factor);
            sketch.text((x > 0 ? "· " : "") + word, x, base, theme.text());
            double width = theme.text().width((x > 0 ? "· " : "") + word + " ");
            spot(sketch, new Box(x, row.y(), width, row.height()), factor);
            x += width;
        }
    }

    private static void spot(Sketch sketch, Box box, Input input) {
        if (input instanceof Input.Recorded recorded) {
            sketch.spot(box, new CellSpot(recorded.name(), recorded.index()));
        }
    }

    private static String words(Term term) {
        return term.factors().stream().map(ArithmeticPicture::word).collect(Collectors.joining(" · "));
    }

    private static String word(Input input) {
        return Chip.line(input + " " + Digits.four(input.value()));
    }
}
