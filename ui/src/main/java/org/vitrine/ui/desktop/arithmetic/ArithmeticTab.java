package org.vitrine.ui.desktop.arithmetic;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.vitrine.explain.arithmetic.Derivation;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.ui.answer.ArithmeticAnswer;
import org.vitrine.ui.answer.Documents;
import org.vitrine.ui.desktop.View;
import org.vitrine.ui.desktop.arithmetic.Starts.Start;
import org.vitrine.ui.desktop.state.Exhibit;
import org.vitrine.ui.desktop.state.Session;
import org.vitrine.ui.desktop.state.Settings;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.Theme;

/** The arithmetic in a tab of its own: a field for a number's name, some numbers to begin with, and the pane. */
public final class ArithmeticTab implements View {
    private static final String ORDER = "order";
    private static final String BY_SIZE = "size";
    private static final String AS_SUMMED = "sum";

    private final Session session;
    private final ArithmeticPane pane;
    private final TextField field = new TextField();
    private final FlowPane starts = new FlowPane();
    private final VBox node;
    private boolean listening;

    /** A tab that follows the session. */
    public ArithmeticTab(Session session) {
        this.session = session;
        this.pane = new ArithmeticPane(session);
        VBox.setVgrow(pane, Priority.ALWAYS);
        starts.getStyleClass().add("starts");
        Label error = new Label();
        error.setId("arithmetic-error");
        error.getStyleClass().add("error");
        error.setWrapText(true);
        error.textProperty().bind(pane.model().errorProperty());
        error.managedProperty().bind(error.textProperty().isNotEmpty());
        this.node = new VBox(typed(), error, starts, pane);
        node.setId(id());
        node.getStyleClass().add("arithmetic-tab");
        node.getStylesheets().setAll(pane.getStylesheets());
    }

    private HBox typed() {
        field.setId("arithmetic-name");
        field.setPromptText("decoder.0.attn.pattern[0, 1, 0]");
        field.setAccessibleText("A number: the name of a tensor and places in brackets");
        field.setOnAction(event -> pane.model().go(field.getText()));
        HBox.setHgrow(field, Priority.ALWAYS);
        Label label = new Label("_Number");
        label.setMnemonicParsing(true);
        label.setLabelFor(field);
        Button show = new Button("Show");
        show.setId("arithmetic-show");
        show.setOnAction(event -> pane.model().go(field.getText()));
        HBox row = new HBox(label, field, show);
        row.getStyleClass().add("typed");
        return row;
    }

    private void offerStarts() {
        Exhibit exhibit = session.exhibitProperty().get();
        starts.getChildren().clear();
        if (exhibit == null) {
            return;
        }
        for (Start start : Starts.of(exhibit, session.selection())) {
            Button button = new Button(start.words());
            button.getStyleClass().add("small");
            button.setOnAction(event -> pane.model().go(start.cell()));
            starts.getChildren().add(button);
        }
    }

    @Override
    public String id() {
        return "arithmetic";
    }

    @Override
    public String title() {
        return "Arithmetic";
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void shown(boolean visible) {
        if (visible && !listening) {
            listening = true;
            session.exhibitProperty().subscribe(exhibit -> offerStarts());
            session.selection().position(Stack.ENCODER).subscribe(p -> offerStarts());
            session.selection().position(Stack.DECODER).subscribe(p -> offerStarts());
            session.selection().layer().subscribe(layer -> offerStarts());
            session.selection().head().subscribe(head -> offerStarts());
            session.selection().attention().subscribe(kind -> offerStarts());
        }
    }

    /** The pane, for tests. */
    ArithmeticPane pane() {
        return pane;
    }

    private Optional<ArithmeticAnswer> answer() {
        Exhibit exhibit = session.exhibitProperty().get();
        Derivation derivation = pane.model().derivationProperty().get();
        return exhibit == null || derivation == null ? Optional.empty()
                : Optional.of(new ArithmeticAnswer(exhibit.texts(), exhibit.reading(), derivation));
    }

    @Override
    public Optional<Picture> picture(Theme theme) {
        return answer().map(answer -> answer.picture(theme));
    }

    @Override
    public Optional<String> document() {
        return answer().map(Documents::of);
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(ORDER, pane.model().largestFirstProperty().get() ? BY_SIZE : AS_SUMMED);
    }

    @Override
    public void restore(Map<String, String> settings) {
        Settings.word(settings, ORDER, List.of(BY_SIZE, AS_SUMMED))
                .ifPresent(order -> pane.model().largestFirstProperty().set(order.equals(BY_SIZE)));
    }
}
