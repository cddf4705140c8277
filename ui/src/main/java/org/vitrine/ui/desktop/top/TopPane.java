package org.vitrine.ui.desktop.top;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.vitrine.ui.desktop.saved.FileChoice;
import org.vitrine.ui.desktop.state.Session;
import org.vitrine.ui.session.Family;

/** What is to be read: the model, the texts, and the button that starts reading. */
public final class TopPane extends VBox {
    private final Session session;
    private final TopModel model;
    private final ModelChooser chooser;
    private final GrowingText text;
    private final GrowingText pair;
    private final Button run = new Button("_Run");
    private final Button cancel = new Button("Cancel");
    private final ProgressBar progress = new ProgressBar(0);

    /**
     * The fields of a session.
     *
     * @param files asks for folders
     * @param tools what else stands in the first line, at its end
     */
    public TopPane(Session session, TopModel model, FileChoice files, Node... tools) {
        super(8);
        this.session = session;
        this.model = model;
        this.chooser = new ModelChooser(session, model, files);
        this.text = new GrowingText(this::run);
        this.pair = new GrowingText(this::run);
        getStyleClass().add("top");
        HBox end = new HBox(4, tools);
        end.getChildren().add(0, new LookControls(session));
        end.setAlignment(Pos.CENTER_RIGHT);
        chooser.end(end);
        fields();
        HBox second = new HBox(8, text, pair, buttons());
        second.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(chooser, second);
    }

    private void fields() {
        text.setId("text");
        pair.setId("pair");
        text.setAccessibleText("Text to read");
        pair.setAccessibleText("Second text");
        text.textProperty().bindBidirectional(session.textProperty());
        pair.textProperty().bindBidirectional(session.pairProperty());
        grow(text, 24);
        grow(pair, 12);
        model.familyProperty().subscribe(this::fit);
    }

    private static void grow(TextInputControl field, int columns) {
        field.setMinWidth(0);
        ((GrowingText) field).setPrefColumnCount(columns);
        HBox.setHgrow(field, Priority.ALWAYS);
    }

    private void fit(Family family) {
        text.setPromptText(TopModel.textPrompt(family));
        pair.setPromptText(TopModel.pairPrompt(family));
        pair.setDisable(family != null && !TopModel.readsPair(family));
    }

    private VBox buttons() {
        run.setId("run");
        run.setTooltip(new Tooltip("Let the model read the text (Ctrl+Enter, F5)"));
        run.setOnAction(event -> run());
        cancel.setId("cancel");
        cancel.setTooltip(new Tooltip("End the run that goes on (Esc)"));
        cancel.setOnAction(event -> session.cancel());
        model.dueProperty().subscribe(due -> {
            run.getStyleClass().remove(Styles.ACCENT);
            if (due) {
                run.getStyleClass().add(Styles.ACCENT);
            }
        });
        progress.setId("progress");
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.setAccessibleText("How far the run has come");
        session.running().busyProperty().subscribe(busy -> {
            cancel.setDisable(!busy);
            progress.setVisible(busy);
            progress.setProgress(busy ? session.running().progressProperty().get() : 0);
        });
        session.running().progressProperty().subscribe(share -> {
            if (session.running().busyProperty().get()) {
                progress.setProgress(share.doubleValue());
            }
        });
        HBox row = new HBox(8, run, cancel);
        VBox buttons = new VBox(2, row, progress);
        buttons.setMinWidth(USE_PREF_SIZE);
        return buttons;
    }

    /** Reads what was typed. */
    public void run() {
        chooser.commit();
        session.run();
    }

    /** Where the text is typed. */
    public TextInputControl text() {
        return text;
    }
}
