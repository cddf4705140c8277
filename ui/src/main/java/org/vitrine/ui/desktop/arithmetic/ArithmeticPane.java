package org.vitrine.ui.desktop.arithmetic;

import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.vitrine.explain.arithmetic.Derivation;
import org.vitrine.explain.arithmetic.Digits;
import org.vitrine.ui.desktop.canvas.PictureView;
import org.vitrine.ui.desktop.state.Session;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.picture.CurvePicture;
import org.vitrine.ui.picture.PlaceTag;
import org.vitrine.ui.picture.spot.CellSpot;
import org.vitrine.ui.terminal.Chip;

/**
 * Shows how the chosen number came about: the way walked to it, its equation in symbols and with numbers, the steps, and all
 * terms in a table. Every number that the model computed leads on to its own equation.
 */
public final class ArithmeticPane extends StackPane {
    private static final int WRITTEN = 5;
    private static final double SPARE = 4;

    private final Session session;
    private final ArithmeticModel model;
    private final Button back = new Button("← Back");
    private final Button forward = new Button("Forward →");
    private final FlowPane crumbs = new FlowPane();
    private final Label value = new Label();
    private final Label name = label("equation");
    private final FlowPane tags = new FlowPane();
    private final Label note = label("note");
    private final Label symbols = label("equation");
    private final Label numbers = label("equation");
    private final Label sentence = label("sentence");
    private final StepsGrid steps;
    private final PictureView curve;
    private final TermTable table;
    private final VBox content = new VBox();
    private final Label absent = label("absent");
    private final ScrollPane scroll = new ScrollPane(content);

    /** A pane that follows the session's chosen number. */
    public ArithmeticPane(Session session) {
        this(session, new ArithmeticModel(session));
        model.follow();
    }

    ArithmeticPane(Session session, ArithmeticModel model) {
        this.session = session;
        this.model = model;
        this.steps = new StepsGrid(model::go);
        this.curve = new PictureView(session.desk());
        this.table = new TermTable(model);
        build();
        model.derivationProperty().subscribe(this::update);
        model.largestFirstProperty().subscribe((was, is) -> table.show(model.rows()));
        session.lookProperty().subscribe(look -> {
            table.look(look);
            drawCurve();
        });
    }

    private void build() {
        getStyleClass().add("arithmetic-pane");
        getStylesheets()
                .add(Objects.requireNonNull(ArithmeticPane.class.getResource("arithmetic.css")).toExternalForm());
        content.getStyleClass().add("content");
        crumbs.getStyleClass().add("crumbs");
        tags.getStyleClass().add("tags");
        value.getStyleClass().add("value");
        value.setId("arithmetic-value");
        VBox said = new VBox(symbols, numbers, note, steps);
        said.getStyleClass().add("said");
        HBox.setHgrow(said, Priority.ALWAYS);
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox middle = new HBox(said, curve);
        HBox heading = new HBox(value, new VBox(name, tags));
        heading.getStyleClass().add("heading");
        VBox.setVgrow(table, Priority.ALWAYS);
        content.getChildren().setAll(navigation(), heading, middle, order(), table);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        absent.textProperty().bind(model.absenceProperty());
        getChildren().setAll(scroll, absent);
        addEventHandler(KeyEvent.KEY_PRESSED, this::walk);
    }

    private Node navigation() {
        back.setId("arithmetic-back");
        back.setTooltip(new Tooltip("The number before (Backspace)"));
        back.setOnAction(event -> model.back());
        forward.setId("arithmetic-forward");
        forward.setTooltip(new Tooltip("The number after (Shift+Backspace)"));
        forward.setOnAction(event -> model.forward());
        HBox.setHgrow(crumbs, Priority.ALWAYS);
        HBox row = new HBox(back, forward, crumbs);
        row.getStyleClass().add("navigation");
        return row;
    }

    private Node order() {
        ToggleGroup group = new ToggleGroup();
        RadioButton bySize = new RadioButton("Largest first");
        bySize.setId("arithmetic-by-size");
        RadioButton natural = new RadioButton("In the order of the sum");
        natural.setId("arithmetic-natural");
        bySize.setToggleGroup(group);
        natural.setToggleGroup(group);
        bySize.setMinWidth(USE_PREF_SIZE);
        natural.setMinWidth(USE_PREF_SIZE);
        model.largestFirstProperty().subscribe(first -> (first ? bySize : natural).setSelected(true));
        group.selectedToggleProperty().subscribe(chosen -> model.largestFirstProperty().set(chosen == bySize));
        HBox row = new HBox(bySize, natural, sentence);
        row.getStyleClass().add("order");
        return row;
    }

    /** As in some browsers; Alt and an arrow lead from head to head in the whole window. */
    private void walk(KeyEvent event) {
        if (event.getCode() != KeyCode.BACK_SPACE || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        if (event.isShiftDown()) {
            model.forward();
        } else {
            model.back();
        }
        event.consume();
    }

    private void update(Derivation derivation) {
        scroll.setVisible(derivation != null);
        absent.setVisible(derivation == null);
        if (derivation == null) {
            return;
        }
        back.setDisable(!model.canGoBack());
        forward.setDisable(!model.canGoForward());
        showPath(model.path());
        value.setText(Digits.four(derivation.value()));
        value.setTooltip(new Tooltip(Digits.all(derivation.value())));
        value.setAccessibleText(derivation.number() + " is " + Digits.all(derivation.value()));
        name.setText(derivation.number() + " · " + derivation.operation().title());
        tags.getChildren().setAll(model.tags().stream().map(ArithmeticPane::tag).toList());
        show(note, model.intervention());
        symbols.setText(derivation.equation());
        numbers.setText(derivation.written(WRITTEN));
        steps.show(derivation.steps());
        sentence.setText(model.sentence());
        drawCurve();
        table.show(model.rows());
    }

    private void showPath(List<CellSpot> path) {
        crumbs.getChildren().clear();
        for (int i = 0; i < path.size(); i++) {
            int place = i;
            String words = path.get(i).toString();
            if (i == path.size() - 1) {
                Label here = new Label(words);
                here.getStyleClass().add("here");
                crumbs.getChildren().add(here);
            } else {
                Hyperlink link = new Hyperlink(words + " →");
                link.setAccessibleText("back to " + words);
                link.setOnAction(event -> model.returnTo(place));
                crumbs.getChildren().add(link);
            }
        }
    }

    private static Node tag(PlaceTag tag) {
        HBox box = new HBox(new Label(tag.words()));
        box.getStyleClass().add("tag");
        tag.token().ifPresent(token -> {
            Label chip = new Label(Chip.of(token));
            chip.getStyleClass().add("chip");
            box.getChildren().add(chip);
        });
        return box;
    }

    private void drawCurve() {
        Derivation derivation = model.derivationProperty().get();
        boolean there = derivation != null && derivation.curve().isPresent();
        curve.setManaged(there);
        curve.setVisible(there);
        if (there) {
            Picture picture = CurvePicture.of(derivation, session.lookProperty().get().theme());
            curve.setMinSize(picture.width() + SPARE, picture.height() + SPARE);
            curve.setPrefSize(picture.width() + SPARE, picture.height() + SPARE);
            curve.pictureProperty().set(picture);
        }
    }

    private static void show(Label label, String text) {
        label.setText(text);
        label.setVisible(!text.isEmpty());
        label.setManaged(!text.isEmpty());
    }

    private static Label label(String styleClass) {
        Label label = new Label();
        label.getStyleClass().add(styleClass);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** What is shown, without widgets. */
    ArithmeticModel model() {
        return model;
    }

    /** The terms. */
    TermTable table() {
        return table;
    }
}
