package org.vitrine.ui.desktop.top;

import atlantafx.base.theme.Styles;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.vitrine.ui.desktop.saved.FileChoice;
import org.vitrine.ui.desktop.state.Session;
import org.vitrine.ui.session.Backend;
import org.vitrine.ui.session.Family;
import org.vitrine.ui.session.FileException;

/** Lets people choose the model, and how it computes. */
final class ModelChooser extends FlowPane {
    /** Wide enough for one line, before the width is known. */
    private static final double ROOM = 800;

    private final Session session;
    private final TopModel model;
    private final ComboBox<String> names = new ComboBox<>();

    ModelChooser(Session session, TopModel model, FileChoice files) {
        super(16, 6);
        this.session = session;
        this.model = model;
        setAlignment(Pos.CENTER_LEFT);
        setPrefWrapLength(ROOM);
        widthProperty().subscribe(width -> setPrefWrapLength(width.doubleValue() > 0 ? width.doubleValue() : ROOM));
        Label title = new Label("_Model");
        title.setMnemonicParsing(true);
        title.setLabelFor(names);
        Button folder = new Button("Folder…");
        folder.setId("folder");
        folder.setTooltip(new Tooltip("Choose the folder of a model"));
        folder.setOnAction(event -> choose(files));
        Label family = new Label();
        family.setId("family");
        family.getStyleClass().add(Styles.TEXT_MUTED);
        model.familyProperty().subscribe(found -> family.setText(word(found)));
        names();
        getChildren().setAll(together(title, names), together(folder, family), backends());
    }

    private static HBox together(Node... nodes) {
        HBox row = new HBox(8, nodes);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /** The editable list; what is typed counts once it is committed, by Enter or by going elsewhere. */
    private void names() {
        names.setId("model");
        names.setEditable(true);
        names.setItems(session.models());
        names.setVisibleRowCount(12);
        names.setAccessibleText("Model: a name, an id in the local Hugging Face cache, or a folder");
        names.setTooltip(new Tooltip("A classroom model, a model in the local Hugging Face cache, or a folder"));
        names.getEditor().setPromptText("name or folder");
        names.setCellFactory(list -> new Entry());
        session.modelProperty().subscribe(name -> names.setValue(name));
        names.valueProperty().subscribe(name -> {
            if (name != null && !name.isBlank()) {
                session.modelProperty().set(name.strip());
            }
        });
    }

    /** Puts something at the end of the line, or on a line of its own where there is no room. */
    void end(Region end) {
        Region space = new Region();
        getChildren().addAll(space, end);
        Runnable fit = () -> {
            double taken = 0;
            for (Node child : getChildren()) {
                taken += child == space ? 0 : child.prefWidth(-1) + getHgap();
            }
            space.setPrefWidth(Math.max(0, Math.floor(getWidth() - taken - 1)));
        };
        widthProperty().subscribe(fit);
        getChildren().forEach(child -> {
            if (child != space) {
                child.layoutBoundsProperty().subscribe(fit);
            }
        });
    }

    /** What was typed counts now. */
    void commit() {
        names.commitValue();
    }

    private HBox backends() {
        ObservableList<Backend> all = FXCollections.observableArrayList(Backend.values());
        ChoiceBox<Backend> backends = new ChoiceBox<>(all);
        backends.setId("backend");
        backends.setAccessibleText("Back end: how the numbers are computed");
        backends.setTooltip(new Tooltip(
                "scalar: plain loops; vector: the same, faster; gpu: a device that TornadoVM finds"));
        backends.valueProperty().bindBidirectional(session.backendProperty());
        Label title = new Label("_Back end");
        title.setMnemonicParsing(true);
        title.setLabelFor(backends);
        return together(title, backends);
    }

    private void choose(FileChoice files) {
        try {
            files.folder("The folder of a model").ifPresent(model::choose);
        } catch (FileException e) {
            session.desk().failed(e);
        }
    }

    private static String word(Family family) {
        return family == null ? "" : family.title();
    }

    /** A model's name and a word on its family. */
    private final class Entry extends ListCell<String> {
        private final Label family = new Label();

        Entry() {
            family.getStyleClass().add(Styles.TEXT_MUTED);
            setContentDisplay(ContentDisplay.RIGHT);
            setGraphicTextGap(12);
        }

        @Override
        protected void updateItem(String name, boolean empty) {
            super.updateItem(name, empty);
            setText(empty ? null : name);
            family.setText(empty ? "" : word(model.families().get(name)));
            setGraphic(empty ? null : family);
        }
    }
}
