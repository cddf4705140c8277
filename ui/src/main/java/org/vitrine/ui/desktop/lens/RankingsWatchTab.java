package org.vitrine.ui.desktop.lens;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.TextField;
import org.vitrine.explain.Lens;
import org.vitrine.ui.desktop.Controls;
import org.vitrine.ui.desktop.PictureTab;
import org.vitrine.ui.desktop.Sentence;
import org.vitrine.ui.desktop.state.Exhibit;
import org.vitrine.ui.desktop.state.Session;
import org.vitrine.ui.desktop.state.Settings;
import org.vitrine.ui.desktop.work.Work;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.picture.RankingsWatchPicture.Part;
import org.vitrine.ui.picture.spot.CandidateSpot;

/** How each layer ranks some words at the selected place, as lines or as a heat map. */
public final class RankingsWatchTab extends PictureTab {
    private final RankingsWatchModel model;
    private final WordChips chips = new WordChips();
    private final TextField field = new TextField();
    private final Sentence sentence = new Sentence("rankings-watch-sentence");

    /**
     * The view.
     *
     * @param watched the words
     */
    public RankingsWatchTab(Session session, WatchedWords watched) {
        super(session, "rankings-watch", "Watch words");
        this.model = new RankingsWatchModel(session, watched);
        field.setId("rankings-watch-field");
        field.setPromptText("a word, then Enter");
        field.setPrefColumnCount(12);
        field.setOnAction(event -> add());
        Fields.explained(field, "A word to watch; Enter adds it");
        chips.setStyle("-fx-padding: 0 0.8em 0.5em 0.8em;");
        controls().getChildren().addAll(Controls.labelled("Watch", field),
                Controls.labelled("as", Fields.explained(Fields.choice("rankings-watch-part",
                        List.of(Part.CHART, Part.MAP, Part.BOTH), RankingsWatchTab::word, model.partProperty()),
                        "Lines or a heat map")),
                Fields.lens("rankings-watch", model.lensProperty()),
                Fields.button("rankings-watch-previous", "◀", "Select the token before", () -> move(-1)),
                Fields.button("rankings-watch-next", "▶", "Select the token after", () -> move(1)));
        addBelowControls(chips);
        addBelowControls(sentence);
        pictureView().setOnChoose(model::choose);
        pictureView().pointedProperty().subscribe((was, is) -> standOut());
        model.subscribe(this::outdated);
        session.exhibitProperty().subscribe((was, is) -> describe());
        session.lookProperty().subscribe((was, is) -> describe());
        model.subscribe(this::describe);
        model.currentProperty().subscribe((was, is) -> describe());
    }

    private static String word(Part part) {
        return switch (part) {
            case CHART -> "chart";
            case MAP -> "map";
            case BOTH -> "both";
        };
    }

    private void add() {
        Optional<String> wrong = model.add(field.getText());
        session().messageProperty().set(wrong.orElse(""));
        if (wrong.isEmpty()) {
            field.clear();
        }
    }

    private void move(int by) {
        model.place().ifPresent(place -> model.go(place.moved(by)));
    }

    private void describe() {
        if (session().exhibitProperty().get() != null) {
            chips.show(model.watched(), session().lookProperty().get().theme());
            sentence.setText(model.sentence());
        }
        standOut();
    }

    /** The line that is pointed at stands out. */
    private void standOut() {
        Watched current = model.currentProperty().get();
        Optional<Picture> overlay = current != null
                && pictureView().pointedProperty().get() instanceof CandidateSpot spot
                        ? current.overlay(spot.id(), session().lookProperty().get().theme())
                        : Optional.empty();
        pictureView().overlayProperty().set(overlay.orElse(null));
        pictureView().fadedProperty().set(overlay.isPresent());
    }

    /** How the controls stand. */
    RankingsWatchModel model() {
        return model;
    }

    @Override
    protected Optional<Work<Shown>> work(Exhibit exhibit) {
        if (model.nothingToWatch(exhibit)) {
            return Optional.empty();
        }
        Work<Watched> work = model.work(exhibit);
        return Optional.of(progress -> {
            Watched made = work.run(progress);
            return new Shown(made::inWindow, made::whole, made::document);
        });
    }

    @Override
    protected String absence(Exhibit exhibit) {
        return "There is nothing to watch: type a word above.";
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("lens", model.lensProperty().get().toString(), "part", model.partProperty().get().toString(),
                "watch", model.words());
    }

    @Override
    public void restore(Map<String, String> settings) {
        Settings.word(settings, "lens", List.of(Lens.values())).ifPresent(model.lensProperty()::set);
        Settings.word(settings, "part", List.of(Part.values())).ifPresent(model.partProperty()::set);
        if (settings.containsKey("watch")) {
            model.restore(settings.get("watch"));
        }
    }
}
