package org.vitrine.ui.desktop.inspector;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.vitrine.ui.answer.Documents;
import org.vitrine.ui.desktop.View;
import org.vitrine.ui.desktop.canvas.PictureView;
import org.vitrine.ui.desktop.saved.FileChoice;
import org.vitrine.ui.desktop.state.Session;
import org.vitrine.ui.desktop.state.Settings;
import org.vitrine.ui.desktop.steps.BlockDiagram;
import org.vitrine.ui.desktop.steps.StepModel;
import org.vitrine.ui.desktop.steps.TransportBar;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.Theme;

/**
 * The tensors of the forward pass: the steps on top, a tree of all tensors on the left, the chosen one as a heat map, and beside it
 * where in the block it is made and what its numbers are like.
 */
public final class InspectorTab implements View {
    private static final double LEFT = 0.17;
    private static final double RIGHT = 0.72;
    private static final double ARITHMETIC = 0.55;

    private final StepModel steps;
    private final InspectorModel model;
    private final HeatMapPane heatMap;
    private final BlockDiagram diagram;
    private final TableExport export;
    private final SplitPane centre = new SplitPane();
    private final BorderPane node = new BorderPane();

    /** The view of a session. */
    public InspectorTab(Session session) {
        this.steps = new StepModel(session);
        this.model = new InspectorModel(session);
        this.heatMap = new HeatMapPane(session, model);
        this.diagram = new BlockDiagram(session, steps);
        this.export = new TableExport(session, model);
        node.setId("inspector");
        node.getStyleClass().add("inspector");
        node.setTop(top());
        TensorTreePane tree = new TensorTreePane(session);
        tree.setPadding(new Insets(4));
        tree.setMinWidth(120);
        centre.setOrientation(Orientation.VERTICAL);
        centre.getItems().add(numbers());
        VBox right = right(session);
        SplitPane split = new SplitPane(tree, centre, right);
        split.setDividerPositions(LEFT, RIGHT);
        SplitPane.setResizableWithParent(tree, false);
        SplitPane.setResizableWithParent(right, false);
        node.setCenter(split);
    }

    private VBox top() {
        Label sentence = new Label();
        sentence.setId("step-sentence");
        sentence.setWrapText(true);
        sentence.setAlignment(Pos.TOP_LEFT);
        sentence.setStyle("-fx-min-height: 2.9em;"); // two lines, so that nothing jumps from step to step
        sentence.textProperty().bind(steps.sentenceProperty());
        VBox top = new VBox(2, new TransportBar(steps), sentence);
        top.setPadding(new Insets(4, 8, 6, 8));
        return top;
    }

    private BorderPane numbers() {
        Label name = new Label();
        name.setId("tensor-name");
        name.setStyle("-fx-font-weight: bold;");
        model.inspectedProperty().subscribe(shown -> name.setText(shown == null ? "" : shown.map().words()));
        Region room = new Region();
        HBox.setHgrow(room, Priority.ALWAYS);
        HBox line = new HBox(6, name, room, export);
        line.setAlignment(Pos.CENTER_LEFT);
        VBox top = new VBox(4, line, new HeatMapControls(model));
        top.setPadding(new Insets(6, 8, 4, 8));
        BorderPane pane = new BorderPane(heatMap);
        pane.setTop(top);
        pane.setMinSize(0, 0);
        return pane;
    }

    private VBox right(Session session) {
        StatisticsPane statistics = new StatisticsPane(session, model);
        VBox words = new VBox(statistics);
        words.setPadding(new Insets(6, 8, 6, 8));
        ScrollPane scroll = new ScrollPane(words);
        scroll.setFitToWidth(true);
        SplitPane split = new SplitPane(diagram, scroll);
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.58);
        VBox.setVgrow(split, Priority.ALWAYS);
        VBox right = new VBox(split);
        right.setMinWidth(160);
        return right;
    }

    /** Puts something below the heat map that explains the chosen number; null for nothing. */
    public void setArithmetic(Node arithmetic) {
        if (centre.getItems().size() > 1) {
            centre.getItems().remove(1);
        }
        if (arithmetic != null) {
            centre.getItems().add(arithmetic);
            centre.setDividerPositions(ARITHMETIC);
        }
    }

    @Override
    public void ask(FileChoice choice) {
        export.setChoice(choice);
    }

    /** The steps. */
    public StepModel steps() {
        return steps;
    }

    /** What is shown. */
    public InspectorModel model() {
        return model;
    }

    /** Where the heat map is shown. */
    public PictureView pictureView() {
        return heatMap.pictureView();
    }

    /** Where the diagram of the block is shown. */
    public PictureView diagramView() {
        return diagram.pictureView();
    }

    @Override
    public String id() {
        return "inspector";
    }

    @Override
    public String title() {
        return "Tensors";
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void shown(boolean visible) {
        model.setVisible(visible);
        diagram.setSeen(visible);
        if (!visible) {
            steps.playingProperty().set(false);
        }
    }

    @Override
    public Optional<Picture> picture(Theme theme) {
        return Optional.ofNullable(model.inspectedProperty().get())
                .map(shown -> shown.answer().picture(theme));
    }

    @Override
    public Optional<String> document() {
        return Optional.ofNullable(model.inspectedProperty().get())
                .map(shown -> Documents.of(shown.answer()));
    }

    @Override
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>(model.settings());
        settings.put("speed", Double.toString(steps.speedProperty().get()));
        return settings;
    }

    @Override
    public void restore(Map<String, String> settings) {
        model.restore(settings);
        Settings.word(settings, "speed", StepModel.SPEEDS).ifPresent(steps.speedProperty()::set);
    }
}
