package org.vitrine.ui.desktop.neurons;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
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
import org.vitrine.transformer.trace.Stack;
import org.vitrine.ui.answer.ActivationsAnswer;
import org.vitrine.ui.answer.Documents;
import org.vitrine.ui.desktop.Sentence;
import org.vitrine.ui.desktop.View;
import org.vitrine.ui.desktop.canvas.PictureView;
import org.vitrine.ui.desktop.neurons.ActivationsModel.Mode;
import org.vitrine.ui.desktop.state.Exhibit;
import org.vitrine.ui.desktop.state.Session;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.Spot;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.picture.ActivationsPicture;
import org.vitrine.ui.picture.NeuronSearchPicture;
import org.vitrine.ui.picture.Subject;
import org.vitrine.ui.picture.spot.FactorSpot;

/** Which neurons fire together and at which words; and single neurons. */
public final class ActivationsTab implements View {
    private static final double GAP = 12;
    private static final double LINE = 6;

    private final Session session;
    private final ActivationsModel model;
    private final PictureView picture;
    private final FactorControls factors;
    private final List<Node> factorNodes;
    private final Chooser<Stack> stacks;
    private final TextField search = new TextField();
    private final Sentence searched = new Sentence("neuron-searched");
    private final Sentence note = new Sentence("factors-note");
    private final Label problem = new Label();
    private final HBox course = new HBox(GAP);
    private final VBox node = new VBox();
    private boolean visible;

    /** The view of a session. */
    public ActivationsTab(Session session) {
        this.session = session;
        this.model = new ActivationsModel(session);
        this.picture = new PictureView(session.desk());
        this.factors = new FactorControls(model);
        this.factorNodes = factors.nodes();
        this.stacks = new Chooser<>("factors-stack", "Stack", Stack::toString, model.stackProperty()::set);
        searchField();
        layOut();
        picture.setOnChoose(model::choose);
        picture.setOnChooseTwice(model::chooseTwice);
        picture.pointedProperty().subscribe(this::point);
        node.addEventHandler(KeyEvent.KEY_PRESSED, this::unpin);
        follow();
    }

    private void follow() {
        for (var part : List.of(model.modeProperty(), model.factorsProperty(), model.neuronsProperty(),
                model.problemProperty(), model.pinnedProperty(), session.exhibitProperty(), session.lookProperty())) {
            part.subscribe((was, is) -> draw());
        }
        for (var part : List.of(model.stackProperty(), model.componentsProperty(), model.fromProperty(),
                model.toProperty(), model.startProperty(), model.seedProperty())) {
            part.subscribe((was, is) -> showControls());
        }
        session.selection().subscribe(this::outline);
        model.pinnedProperty().subscribe((was, is) -> outline());
    }

    private void searchField() {
        search.setId("neuron-search");
        search.setPromptText("3.117, a position, a word");
        search.setPrefColumnCount(18);
        search.setAccessibleText("Find a neuron by layer.neuron, or a token by its position or a word");
        search.setTooltip(new Tooltip("A neuron as layer.neuron; or a position or a word, whose neurons are wanted"));
        search.setOnAction(event -> searched.setText(model.find(search.getText())));
    }

    private void layOut() {
        FlowPane controls = new FlowPane(GAP, LINE);
        controls.getStyleClass().add("controls");
        controls.setMinWidth(0);
        controls.getChildren().add(modes());
        controls.getChildren().add(stacks.node());
        controls.getChildren().addAll(factorNodes);
        controls.getChildren().add(search);
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(model.searching().progressProperty());
        bar.setAccessibleText("How far the search for factors has come");
        Label words = new Label();
        words.textProperty().bind(model.courseProperty());
        course.setId("factors-course");
        course.getChildren().addAll(bar, words);
        course.visibleProperty().bind(
                model.searching().busyProperty().and(model.modeProperty().isEqualTo(Mode.FACTORS)));
        course.setStyle("-fx-background-color: -color-bg-overlay; -fx-padding: 0.5em;");
        course.setAlignment(Pos.CENTER_RIGHT);
        course.setMouseTransparent(true);
        course.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(course, Pos.TOP_RIGHT);
        problem.getStyleClass().add("absent");
        problem.setWrapText(true);
        problem.textProperty().bind(model.problemProperty());
        StackPane body = new StackPane(picture, problem, course);
        VBox.setVgrow(body, Priority.ALWAYS);
        node.getChildren().addAll(controls, searched, note, body);
        node.getStyleClass().add("picture-tab");
        node.setId(id());
    }

    private HBox modes() {
        ToggleGroup group = new ToggleGroup();
        HBox row = new HBox();
        for (Mode mode : Mode.values()) {
            ToggleButton button = new ToggleButton(mode == Mode.FACTORS ? "Factors" : "Neuron");
            button.setId("activations-" + button.getText().toLowerCase(Locale.ROOT));
            button.getStyleClass().add(mode == Mode.FACTORS ? "left-pill" : "right-pill");
            button.setToggleGroup(group);
            button.setTooltip(new Tooltip(mode == Mode.FACTORS ? "Groups of neurons that fire together"
                    : "Single neurons, and what fires them"));
            button.setOnAction(event -> {
                model.modeProperty().set(mode);
                button.setSelected(true);
            });
            model.modeProperty().subscribe(now -> button.setSelected(now == mode));
            row.getChildren().add(button);
        }
        return row;
    }

    private void showControls() {
        Exhibit exhibit = session.exhibitProperty().get();
        boolean grouped = model.modeProperty().get() == Mode.FACTORS;
        factorNodes.forEach(each -> each.setVisible(grouped));
        present(search, !grouped);
        if (grouped) {
            searched.setText("");
        }
        if (exhibit == null) {
            return;
        }
        FactorQuestion question = model.question(exhibit);
        factors.show(question, model.layers(exhibit));
        stacks.show(exhibit.model().family().stacks(), question.stack());
        stacks.setPresent(exhibit.model().family().stacks().size() > 1);
        note.setText(session.intervened(exhibit) && grouped ? "Factors are of the state after the intervention." : "");
    }

    private static void present(Node each, boolean present) {
        each.setVisible(present);
        each.setManaged(present);
    }

    private void draw() {
        if (!visible) {
            return;
        }
        showControls();
        Theme theme = session.lookProperty().get().theme();
        picture.overlayProperty().set(null);
        picture.pictureProperty().set(problem.getText().isEmpty() ? inWindow(theme) : null);
    }

    private Picture inWindow(Theme theme) {
        Exhibit exhibit = session.exhibitProperty().get();
        if (model.modeProperty().get() == Mode.NEURON) {
            NeuronLookup.Found found = model.neuronsProperty().get();
            return found == null ? null : NeuronSearchPicture.of(found.shown(), Subject.SAID, theme);
        }
        ActivationsAnswer found = model.factorsProperty().get();
        if (found != null) {
            return alone(found, model.pinnedProperty().get(), theme);
        }
        if (exhibit == null) {
            return null;
        }
        FactorQuestion question = model.question(exhibit);
        return ActivationsPicture.waiting(question.components(), question.tokens(), question.stack(), theme);
    }

    private static Picture alone(ActivationsAnswer found, int factor, Theme theme) {
        return ActivationsPicture.inWindow(found.factors(), found.reading().tokens(), factor, theme);
    }

    /** While the mouse or the keys are at a factor, it is shown alone. */
    private void point(Spot spot) {
        ActivationsAnswer found = model.factorsProperty().get();
        boolean shown = model.modeProperty().get() == Mode.FACTORS && found != null;
        picture.overlayProperty().set(shown && spot instanceof FactorSpot factor
                && factor.factor() != model.pinnedProperty().get() && factor.factor() < found.factors().components()
                        ? alone(found, factor.factor(), session.lookProperty().get().theme())
                        : null);
    }

    private void unpin(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && model.pinnedProperty().get() != ActivationsPicture.ALL) {
            model.pinnedProperty().set(ActivationsPicture.ALL);
            event.consume();
        }
    }

    /** What was chosen, here or in another view, is outlined. */
    private void outline() {
        Set<Spot> spots = new HashSet<>(session.selection().spots());
        if (model.pinnedProperty().get() != ActivationsPicture.ALL) {
            spots.add(new FactorSpot(model.pinnedProperty().get()));
        }
        picture.chosen().retainAll(spots);
        picture.chosen().addAll(spots);
    }

    /** Where the picture is shown. */
    public PictureView pictureView() {
        return picture;
    }

    @Override
    public String id() {
        return "activations";
    }

    @Override
    public String title() {
        return "Activations";
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void shown(boolean nowVisible) {
        visible = nowVisible;
        model.shown(visible);
        draw();
    }

    @Override
    public Optional<Picture> picture(Theme theme) {
        if (model.modeProperty().get() == Mode.FACTORS) {
            return Optional.ofNullable(model.factorsProperty().get()).map(found -> found.picture(theme));
        }
        return Optional.ofNullable(model.neuronsProperty().get())
                .map(found -> NeuronSearchPicture.of(found.shown(), found.subject(), theme));
    }

    @Override
    public Optional<String> document() {
        if (model.modeProperty().get() == Mode.FACTORS) {
            return Optional.ofNullable(model.factorsProperty().get()).map(Documents::of);
        }
        return Optional.ofNullable(model.neuronsProperty().get()).flatMap(NeuronLookup.Found::answer)
                .map(Documents::of);
    }

    @Override
    public Map<String, String> settings() {
        return model.settings();
    }

    @Override
    public void restore(Map<String, String> settings) {
        model.restore(settings);
    }
}
