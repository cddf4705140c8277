package org.vitrine.ui.desktop.attention;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.TilePane;
import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.explain.attention.AttentionToken;
import org.vitrine.explain.attention.HeadHabit;
import org.vitrine.explain.attention.HeadSummary;
import org.vitrine.ui.drawing.Colour;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.terminal.Figure;
import org.vitrine.ui.terminal.Percent;

/** A square of its colour for each head, which turns it on and off. */
final class HeadSquares extends TilePane {
    private static final double GAP = 4;
    private static final int MOST_COLUMNS = 16;

    private final HeadViewModel model;
    private final List<ToggleButton> squares = new ArrayList<>();
    private Theme theme = Theme.LIGHT;
    private int chosen;

    HeadSquares(HeadViewModel model) {
        super(GAP, GAP);
        this.model = model;
        setId("heads");
        model.span().subscribe(span -> count(span.heads()));
        model.heads().subscribe(this::press);
        model.rollout().subscribe(now -> setDisable(now && model.span().get().rolls()));
        model.span().subscribe(span -> setDisable(model.rollout().get() && span.rolls()));
    }

    /**
     * Colours the squares.
     *
     * @param head the one that is outlined, for it is chosen; negative for none
     */
    void paint(Theme now, int head) {
        theme = now;
        chosen = head;
        press(model.heads().get());
    }

    private void count(int heads) {
        if (heads != squares.size()) {
            squares.clear();
            for (int head = 0; head < heads; head++) {
                squares.add(square(head));
            }
            getChildren().setAll(squares);
            setPrefColumns(Math.clamp(heads, 1, MOST_COLUMNS));
            press(model.heads().get());
        }
    }

    private ToggleButton square(int head) {
        ToggleButton square = new ToggleButton(Integer.toString(head));
        square.setId("head-" + head);
        square.setTooltip(new Tooltip());
        square.setOnAction(event -> {
            model.toggle(head);
            press(model.heads().get()); // the last one stays on
        });
        square.setOnMouseClicked(event -> {
            if (event.getClickCount() % 2 == 0) { // the fourth click is the second double click
                model.isolate(head);
            }
        });
        square.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                event.consume();
                act(head, event.isShiftDown());
            }
        });
        square.focusedProperty().subscribe((before, now) -> press(model.heads().get()));
        return square;
    }

    private void act(int head, boolean alone) {
        if (alone) {
            model.isolate(head);
        } else {
            model.toggle(head);
        }
    }

    private void press(Set<Integer> on) {
        for (int head = 0; head < squares.size(); head++) {
            ToggleButton square = squares.get(head);
            square.setSelected(on.contains(head));
            square.setStyle(style(theme.head(head), on.contains(head), head == chosen, square.isFocused()));
        }
    }

    /** On: filled with the head's colour; off: only its edge. The chosen one has an outline of the ink's colour. */
    private String style(Colour colour, boolean on, boolean outlined, boolean focused) {
        String fill = on ? colour.hex() : "transparent";
        String ink = (on ? theme.inkOn(colour) : theme.ink()).hex();
        String ring = focused ? "-color-accent-emphasis" : outlined ? theme.ink().hex() : "transparent";
        return "-fx-background-color: " + fill + "; -fx-background-insets: 3; -fx-background-radius: 2; -fx-text-fill: "
                + ink + "; -fx-border-color: " + ring + ", " + colour.hex() + "; -fx-border-insets: 0, 3; "
                + "-fx-border-width: 2, 1.5; -fx-border-radius: 3, 2; -fx-padding: 0.4em 0.4em; -fx-min-width: 2.3em;";
    }

    /** Says what each head looks at, as a hint. */
    void explain(List<HeadSummary> summaries, AttentionKind kind, List<AttentionToken> keys) {
        for (int head = 0; head < Math.min(squares.size(), summaries.size()); head++) {
            String words = words(summaries.get(head), kind, keys);
            squares.get(head).getTooltip()
                    .setText(words + "\nClick: on or off. Double click, or Shift+Enter: alone, or all again.");
            squares.get(head).setAccessibleText(words);
        }
    }

    private static String words(HeadSummary head, AttentionKind kind, List<AttentionToken> keys) {
        Set<HeadHabit> habits = HeadHabit.among(kind, keys);
        StringBuilder words = new StringBuilder("Head ").append(head.head()).append(" looks on average at");
        for (HeadHabit habit : habits) {
            words.append('\n').append(habit.words()).append(": ").append(Percent.of(habit.share(head)));
        }
        return words.append("\nEntropy: ").append(Figure.of((float) head.entropy()))
                .append(" bits (0 looks at one token only)").toString();
    }
}
