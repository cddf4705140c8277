package org.vitrine.ui.desktop.lens;

import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.vitrine.ui.desktop.Controls;
import org.vitrine.ui.desktop.lens.WatchedWord.Piece;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.terminal.Chip;

/** The watched words, each with its colour, its tokens, and a button to remove it. */
final class WordChips extends FlowPane {
    private static final double GAP = 6;

    private Theme shownTheme;
    private List<WatchedWord> shownWords = List.of();

    WordChips() {
        super(2 * GAP, GAP);
        setId("rankings-watch-words");
        setMinWidth(0);
    }

    /** Shows words as they are now; chips of the same words stay, and keep the focus. */
    void show(WatchedWords watched, Theme theme) {
        if (theme.equals(shownTheme) && watched.words().equals(shownWords)) {
            return;
        }
        shownTheme = theme;
        shownWords = List.copyOf(watched.words());
        getChildren().clear();
        for (int i = 0; i < watched.words().size(); i++) {
            getChildren().add(chip(watched, watched.words().get(i), theme.head(i).hex()));
        }
    }

    private static Node chip(WatchedWords watched, WatchedWord word, String colour) {
        Region square = new Region();
        square.setStyle("-fx-background-color: " + colour + "; -fx-min-width: 0.8em; -fx-min-height: 0.8em;"
                + " -fx-max-width: 0.8em; -fx-max-height: 0.8em;");
        HBox chip = new HBox(GAP, square, piece(watched, word));
        chip.getStyleClass().add("word-chip");
        chip.setAlignment(Pos.CENTER_LEFT);
        Button remove = new Button("×");
        remove.getStyleClass().addAll("flat", "small");
        remove.setOnAction(event -> watched.remove(word));
        chip.getChildren().add(Fields.explained(remove, "Watch ‘" + Chip.of(word.text()) + "’ no more"));
        return chip;
    }

    /** One token as it is, of several a choice. */
    private static Node piece(WatchedWords watched, WatchedWord word) {
        if (word.pieces().size() == 1) {
            return monospaced(new Label(text(word.pieces().getFirst())));
        }
        ComboBox<Integer> pieces = new ComboBox<>();
        pieces.setConverter(Controls.words(place -> (place + 1) + ": " + text(word.pieces().get(place))));
        pieces.getItems().setAll(IntStream.range(0, word.pieces().size()).boxed().toList());
        pieces.setValue(word.pick());
        pieces.setOnAction(event -> watched.pick(word, pieces.getValue()));
        return monospaced(Fields.explained(pieces, "Which token of ‘" + Chip.of(word.text()) + "’ is watched"));
    }

    private static String text(Piece piece) {
        return Chip.of(piece.token()) + "  " + piece.id();
    }

    private static Node monospaced(Node node) {
        node.setStyle("-fx-font-family: monospace;");
        return node;
    }
}
