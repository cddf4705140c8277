package org.vitrine.ui.desktop.lens;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import org.vitrine.explain.Lens;
import org.vitrine.ui.desktop.Controls;
import org.vitrine.ui.desktop.PictureTab;
import org.vitrine.ui.desktop.Sentence;
import org.vitrine.ui.desktop.state.Exhibit;
import org.vitrine.ui.desktop.state.Session;
import org.vitrine.ui.desktop.state.Settings;
import org.vitrine.ui.desktop.work.Work;
import org.vitrine.ui.picture.PredictionsPicture;
import org.vitrine.ui.session.LoadedModel;
import org.vitrine.ui.terminal.Chip;
import org.vitrine.ui.terminal.LayerNames;

/** What each layer would say at the selected place: a row of candidates for each. */
public final class PredictionsTab extends PictureTab {
    /** Instead of a layer, among the choices. */
    private static final int ALL = -2;

    private final PredictionsModel model;
    private final ComboBox<Integer> layers = new ComboBox<>();
    private final Button nextMask;
    private final Button watch;
    private final Sentence sentence = new Sentence("predictions-sentence");

    /**
     * The view.
     *
     * @param watched where candidates are added that are to be watched
     */
    public PredictionsTab(Session session, WatchedWords watched) {
        super(session, "predictions", "Predictions");
        this.model = new PredictionsModel(session, watched);
        this.nextMask = Fields.button("predictions-next-mask", "Next mask", "Select the next masked word",
                () -> model.place().ifPresent(place -> model.go(place.nextMask())));
        this.watch = Fields.button("predictions-watch", "Watch it", "Add the chosen token to the watched words",
                () -> session.messageProperty().set(model.watch().orElse("")));
        layerChoice();
        controls().getChildren().addAll(
                Fields.slider("predictions-topk", "Candidates", 1, PredictionsModel.MOST, model.topkProperty()),
                Controls.labelled("Layers", layers), Fields.lens("predictions", model.lensProperty()),
                Fields.button("predictions-previous", "◀", "Select the token before", () -> move(-1)),
                Fields.button("predictions-next", "▶", "Select the token after", () -> move(1)), nextMask, watch);
        addBelowControls(sentence);
        pictureView().setOnChoose(model::choose);
        model.subscribe(this::outdated);
        session.exhibitProperty().subscribe((was, is) -> describe());
        model.subscribe(this::describe);
    }

    private void move(int by) {
        model.place().ifPresent(place -> model.go(place.moved(by)));
    }

    /** All layers, or one, which then is the selected one in all views. */
    private void layerChoice() {
        layers.setId("predictions-layers");
        Fields.explained(layers, "All layers, or the selected one");
        layers.setConverter(Controls.words(layer -> layer == ALL ? "all" : LayerNames.of(layer)));
        layers.setOnAction(event -> {
            Integer chosen = layers.getValue();
            if (chosen != null && chosen != ALL) {
                session().selection().layer().set(chosen);
            }
            if (chosen != null) {
                model.singleProperty().set(chosen != ALL);
            }
        });
    }

    private void describe() {
        Exhibit exhibit = session().exhibitProperty().get();
        if (exhibit == null) {
            return;
        }
        List<Integer> choices = IntStream.range(ALL, exhibit.model().layers()).boxed().toList();
        if (!layers.getItems().equals(choices)) {
            layers.getItems().setAll(choices);
        }
        layers.setValue(model.singleProperty().get() ? model.layer(exhibit) : ALL);
        nextMask.setVisible(!exhibit.passage().predictsNext());
        nextMask.setDisable(exhibit.passage().masks().isEmpty());
        int chosen = model.candidateProperty().get();
        watch.setVisible(chosen != PredictionsPicture.NONE);
        if (chosen != PredictionsPicture.NONE) {
            watch.setText("Watch ‘" + token(exhibit.model(), chosen) + "’");
        }
        sentence.setText(model.sentence());
    }

    private static String token(LoadedModel model, int id) {
        return Chip.of(model.tokenizer().text(id));
    }

    /** How the controls stand. */
    PredictionsModel model() {
        return model;
    }

    @Override
    protected Optional<Work<Shown>> work(Exhibit exhibit) {
        Work<Predicted> work = model.work(exhibit);
        return Optional.of(progress -> {
            Predicted made = work.run(progress);
            return new Shown(made::inWindow, made::whole, made::document);
        });
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("topk", Integer.toString(model.topkProperty().get()), "lens",
                model.lensProperty().get().toString(),
                "single", Boolean.toString(model.singleProperty().get()));
    }

    @Override
    public void restore(Map<String, String> settings) {
        Settings.number(settings, "topk", 1, PredictionsModel.MOST).ifPresent(model.topkProperty()::set);
        Settings.word(settings, "lens", List.of(Lens.values())).ifPresent(model.lensProperty()::set);
        Settings.flag(settings, "single").ifPresent(model.singleProperty()::set);
    }
}
