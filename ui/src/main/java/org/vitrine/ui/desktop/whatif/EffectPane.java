package org.vitrine.ui.desktop.whatif;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.vitrine.explain.CandidateChange;
import org.vitrine.explain.attention.AttentionToken;
import org.vitrine.explain.whatif.Effect;
import org.vitrine.explain.whatif.PredictionChange;
import org.vitrine.explain.whatif.StreamShift;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.ui.desktop.state.Exhibit;
import org.vitrine.ui.desktop.state.Session;
import org.vitrine.ui.desktop.state.WhatIf;
import org.vitrine.ui.drawing.Colour;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.session.Family;
import org.vitrine.ui.terminal.Chip;
import org.vitrine.ui.terminal.EffectWords;
import org.vitrine.ui.terminal.Percent;

/** What the interventions changed, in numbers. */
final class EffectPane {
    private static final String MONO = "-fx-font-family: monospace; -fx-font-size: 0.9em";

    private final Session session;
    private final WhatIf whatIf;
    private final VBox body = new VBox();
    private final VBox node;

    EffectPane(Session session, WhatIf whatIf) {
        this.session = session;
        this.whatIf = whatIf;
        TextField watched = new TextField();
        watched.setId("what-if-watched");
        watched.setPromptText("e.g. a space, then is");
        watched.textProperty().bindBidirectional(whatIf.watchedProperty());
        watched.setMinWidth(0);
        HBox.setHgrow(watched, Priority.ALWAYS);
        Label words = new Label("watch token");
        words.setLabelFor(watched);
        words.setMinWidth(Region.USE_PREF_SIZE);
        HBox watch = new HBox(words, watched);
        watch.setStyle("-fx-spacing: 0.6em; -fx-alignment: center-left");
        body.setId("what-if-effect");
        body.setStyle("-fx-spacing: 0.6em");
        this.node = new VBox(body, watch);
        node.setStyle("-fx-spacing: 0.6em");
        node.visibleProperty().bind(whatIf.effectProperty().isNotNull());
        node.managedProperty().bind(node.visibleProperty());
        whatIf.effectProperty().subscribe((before, now) -> show());
        session.lookProperty().subscribe((before, now) -> show());
        show();
    }

    Node node() {
        return node;
    }

    private void show() {
        Effect effect = whatIf.effectProperty().get();
        Exhibit read = session.readProperty().get();
        body.getChildren().clear();
        if (effect == null || read == null) {
            return;
        }
        effect.prediction().ifPresent(change -> {
            Label sentence = wrapped(EffectWords.sentence(change));
            sentence.setId("what-if-sentence");
            body.getChildren().addAll(heading(place(read, effect.row())), sentence, table(change),
                    wrapped(EffectWords.divergence(change.divergence())));
        });
        body.getChildren().addAll(heading("How far the stream moved, relative to its length"), streams(effect, read));
    }

    private static String place(Exhibit read, int row) {
        String token = EffectWords.name(read.passage().token(row)) + " (position " + row + ")";
        return (read.passage().predictsNext() ? "What comes after " : "What stands at ") + token;
    }

    private static Label heading(String words) {
        Label heading = wrapped(words);
        heading.getStyleClass().add(Styles.TEXT_BOLD);
        return heading;
    }

    private static Label wrapped(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        return label;
    }

    private GridPane table(PredictionChange change) {
        GridPane table = grid("token", "rank", "before", "after", "points");
        Tooltip.install(table, new Tooltip("points: by how many percentage points the probability changed"));
        change.candidates().forEach(candidate -> row(table, candidate));
        if (!change.watched().isEmpty()) {
            Label watched = new Label("watched");
            watched.getStyleClass().add(Styles.TEXT_MUTED);
            table.add(watched, 0, table.getRowCount(), 5, 1);
            change.watched().forEach(candidate -> row(table, candidate));
        }
        return table;
    }

    private void row(GridPane table, CandidateChange change) {
        Label points = cell(EffectWords.points(change.difference()));
        points.setStyle(MONO + "; -fx-text-fill: " + colour(change.difference()));
        table.addRow(table.getRowCount(), text(Chip.of(change.after().token())), cell(EffectWords.ranks(change)),
                cell(Percent.of(change.before().probability())), cell(Percent.of(change.after().probability())),
                points);
    }

    private String colour(double difference) {
        Theme theme = session.lookProperty().get().theme();
        Colour colour = difference > 0 ? theme.positive() : difference < 0 ? theme.negative() : theme.faint();
        return "rgb(" + colour.red() + "," + colour.green() + "," + colour.blue() + ")";
    }

    private static GridPane streams(Effect effect, Exhibit read) {
        GridPane table = grid("stream after", "moved", "most at");
        boolean two = read.model().family() == Family.BART;
        for (StreamShift shift : effect.streams()) {
            List<AttentionToken> tokens = shift.stream().stack() == Stack.ENCODER
                    ? read.reading().tokens().encoder()
                    : read.reading().tokens().decoder();
            String most = shift.position() < 0 ? ""
                    : shift.position() + " " + Chip.of(tokens.get(shift.position()).token());
            table.addRow(table.getRowCount(), cell(EffectWords.layer(shift.stream(), two)),
                    cell(EffectWords.relative(shift.relative())), text(most));
        }
        return table;
    }

    /** A table in which all columns but the first stand on the right. */
    private static GridPane grid(String... titles) {
        GridPane grid = new GridPane();
        grid.setStyle("-fx-hgap: 0.7em; -fx-vgap: 0.15em");
        for (int i = 0; i < titles.length; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setHalignment(i == 0 ? HPos.LEFT : HPos.RIGHT);
            column.setHgrow(i == 0 ? Priority.ALWAYS : Priority.NEVER);
            grid.getColumnConstraints().add(column);
            Label title = new Label(titles[i]);
            title.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
            title.setMinWidth(Region.USE_PREF_SIZE);
            grid.add(title, i, 0);
        }
        return grid;
    }

    /** Numbers are never cut, but scrolled to where there is no room. */
    private static Label cell(String text) {
        Label cell = text(text);
        cell.setMinWidth(Region.USE_PREF_SIZE);
        return cell;
    }

    private static Label text(String text) {
        Label label = new Label(text);
        label.setStyle(MONO);
        return label;
    }
}
