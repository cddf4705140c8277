package org.vitrine.ui.desktop.top;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.vitrine.ui.desktop.canvas.PictureView;
import org.vitrine.ui.desktop.state.Exhibit;
import org.vitrine.ui.desktop.state.Session;
import org.vitrine.ui.desktop.work.Slot;
import org.vitrine.ui.picture.spot.TokenSpot;

/**
 * The tokens, below them in a line where the chosen one came from, and below that, if somebody wishes to see it, how the
 * tokenizer made it.
 */
public final class TokenPane extends VBox {
    private static final double LETTER = 0.62;
    private static final int NARROWEST = 40;
    private static final int WIDEST = 200;

    private final Session session;
    private final Steps steps;
    private final Slot slot;
    private final TokenStrip strip;
    private final Label sentence = new Label();
    private final ToggleButton open = new ToggleButton("How it was made");
    private final ToggleButton all = new ToggleButton("All steps");
    private final TextFlow place = new TextFlow();
    private final TextArea lines = new TextArea();
    private final VBox body = new VBox(4, place, lines);

    /** What the line and the steps say. */
    private record Said(Optional<TokenDetails> details, String lines) {
    }

    /** The tokens of a session. */
    public TokenPane(Session session, Steps steps) {
        this.session = session;
        this.steps = steps;
        this.slot = session.desk().slot();
        this.strip = new TokenStrip(session);
        getStyleClass().add("token-pane");
        sentence.setId("token");
        sentence.getStyleClass().add("monospaced");
        sentence.setTextOverrun(OverrunStyle.ELLIPSIS);
        sentence.setMaxWidth(Double.MAX_VALUE);
        sentence.setMinWidth(0);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        buttons();
        lines.setId("token-steps");
        lines.setEditable(false);
        lines.getStyleClass().add("monospaced");
        lines.setPrefRowCount(8);
        lines.setAccessibleText("The steps of the tokenizer");
        place.setId("token-place");
        body.getStyleClass().add("token-body");
        HBox line = new HBox(8, sentence, open, all);
        line.getStyleClass().add("tools");
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(strip, line);
        strip.view().setOnChooseTwice(spot -> open.setSelected(true));
        session.exhibitProperty().subscribe(exhibit -> update());
        session.selection().subscribe(this::update);
    }

    private void buttons() {
        open.setId("token-details");
        all.setId("token-all-steps");
        open.setTooltip(new Tooltip("The steps of the tokenizer that made the chosen token"));
        all.setTooltip(new Tooltip("The steps of the tokenizer for the whole text"));
        open.setMinWidth(USE_PREF_SIZE);
        all.setMinWidth(USE_PREF_SIZE);
        open.selectedProperty().subscribe(selected -> {
            all.setSelected(all.isSelected() && !selected);
            update();
        });
        all.selectedProperty().subscribe(selected -> {
            open.setSelected(open.isSelected() && !selected);
            update();
        });
    }

    /** Where the tokens can be chosen. */
    public PictureView view() {
        return strip.view();
    }

    /** Takes the mouse's and the keys' place among the tokens. */
    public void focus() {
        strip.view().requestFocus();
    }

    private void update() {
        Exhibit exhibit = session.exhibitProperty().get();
        boolean wanted = open.isSelected() || all.isSelected();
        if (wanted != getChildren().contains(body)) {
            if (wanted) {
                getChildren().add(body);
            } else {
                getChildren().remove(body);
            }
        }
        if (exhibit == null) {
            return;
        }
        Optional<TokenSpot> chosen = steps.chosen();
        int columns = columns();
        boolean whole = all.isSelected();
        slot.start(progress -> said(exhibit, chosen, whole, columns), this::say);
    }

    private static Said said(Exhibit exhibit, Optional<TokenSpot> chosen, boolean whole, int columns) {
        Optional<TokenDetails> details = chosen.flatMap(spot -> TokenDetails.of(exhibit, spot));
        return new Said(details, whole ? TokenDetails.allSteps(exhibit, columns)
                : details.map(found -> found.steps(columns)).orElse(""));
    }

    private void say(Said said) {
        sentence.setText(said.details.map(TokenDetails::sentence).orElse("No token is chosen: click one"));
        lines.setText(said.lines.isEmpty() ? "No text became this token." : said.lines);
        place.getChildren().clear();
        said.details.flatMap(TokenDetails::place).ifPresent(found -> {
            place.getChildren().addAll(text(found.before(), "around"), text(found.covered(), "covered"),
                    text(found.after(), "around"));
        });
    }

    private static Text text(String words, String style) {
        Text text = new Text(words);
        text.getStyleClass().addAll("place", style);
        return text;
    }

    private int columns() {
        double letters = (getWidth() - 40) / (LETTER * lines.getFont().getSize());
        return (int) Math.clamp(letters, NARROWEST, WIDEST);
    }
}
