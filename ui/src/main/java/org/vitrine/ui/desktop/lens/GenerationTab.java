package org.vitrine.ui.desktop.lens;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.vitrine.ui.desktop.Controls;
import org.vitrine.ui.desktop.PictureTab;
import org.vitrine.ui.desktop.Sentence;
import org.vitrine.ui.desktop.lens.GenerationModel.Way;
import org.vitrine.ui.desktop.state.Exhibit;
import org.vitrine.ui.desktop.state.Session;
import org.vitrine.ui.desktop.state.Settings;
import org.vitrine.ui.desktop.work.Work;
import org.vitrine.ui.terminal.Chip;

/** How a model writes, step by step: the text so far, what could come next, and what is remembered. */
public final class GenerationTab extends PictureTab {
    private static final Duration A_STEP = Duration.millis(700);

    private final GenerationModel model;
    private final Slider slider = new Slider();
    private final Label place = new Label();
    private final Sentence sentence = new Sentence("generation-sentence");
    private final Timeline playing = new Timeline(new KeyFrame(A_STEP, event -> next()));
    private final Button play;
    private final Button read;

    /** The view. */
    public GenerationTab(Session session) {
        super(session, "generation", "Writing");
        this.model = new GenerationModel(session);
        this.play = Fields.button("generation-play", "Play", "Show one step after the other", this::playOrPause);
        this.read = Fields.button("generation-read", "Read this text", "Have the model read what was written",
                model::read);
        playing.setCycleCount(Animation.INDEFINITE);
        controls().getChildren().addAll(Controls.labelled("Write up to", Fields.explained(
                Fields.number("generation-count", 1, GenerationModel.MOST, model.countProperty()),
                "How many tokens to write at most")));
        ways();
        controls().getChildren().addAll(
                Fields.button("generation-run", "Write", "Have the model write", model::write),
                scrubber(), row(play, place), read);
        addInCorner(Fields.busy("generation", model.slot()));
        addBelowControls(sentence);
        pictureView().setOnChoose(model::choose);
        model.writtenProperty().subscribe((was, is) -> outdated());
        model.stepProperty().subscribe((was, is) -> outdated());
        model.writtenProperty().subscribe((was, is) -> describe());
        model.stepProperty().subscribe((was, is) -> describe());
        session.exhibitProperty().subscribe((was, is) -> describe());
    }

    /** How the next token is chosen, and what belongs to each way. */
    private void ways() {
        HBox[] sampling = {
            Controls.labelled("temperature", Fields.explained(
                    Fields.number("generation-temperature", 0.1, 5, 0.1, model.temperatureProperty()),
                    "Below 1 likely tokens become likelier, above 1 surprises")),
            Controls.labelled("top-k", Fields.explained(
                    Fields.number("generation-top-k", 0, 100_000, model.topKProperty()),
                    "Draw from so many of the likeliest; 0 for all")),
            Controls.labelled("top-p", Fields.explained(
                    Fields.number("generation-top-p", 0.05, 1, 0.05, model.topPProperty()),
                    "Draw from the likeliest that together have this probability")),
            Controls.labelled("seed", Fields.explained(
                    Fields.number("generation-seed", 0, 1_000_000, model.seedProperty()),
                    "The same seed draws the same tokens"))};
        HBox beams = Controls.labelled("beams", Fields.explained(
                Fields.number("generation-beams", 2, GenerationModel.MOST_BEAMS, model.beamsProperty()),
                "How many texts are weighed side by side"));
        controls().getChildren().add(Controls.labelled("tokens,", Fields.explained(
                Fields.choice("generation-way", List.of(Way.values()), Way::words, model.wayProperty()),
                "How the next token is chosen")));
        controls().getChildren().addAll(sampling);
        controls().getChildren().add(beams);
        model.wayProperty().subscribe(way -> {
            for (HBox field : sampling) {
                field.setVisible(way == Way.SAMPLE);
            }
            beams.setVisible(way == Way.BEAMS);
        });
    }

    private HBox scrubber() {
        slider.setId("generation-step");
        slider.setMin(0);
        slider.setBlockIncrement(1);
        slider.setMajorTickUnit(1);
        slider.setMinorTickCount(0);
        slider.setSnapToTicks(true);
        slider.setPrefWidth(260);
        slider.valueProperty().subscribe(value -> model.go((int) Math.round(value.doubleValue())));
        Fields.explained(slider, "Which step is shown");
        return row(Fields.button("generation-previous", "◀", "The step before", () -> move(-1)), slider,
                Fields.button("generation-next", "▶", "The step after", () -> move(1)));
    }

    private HBox row(Node... nodes) {
        HBox box = new HBox(6, nodes);
        box.setAlignment(Pos.CENTER_LEFT);
        box.disableProperty().bind(model.writtenProperty().isNull());
        return box;
    }

    private void move(int by) {
        model.go(model.stepProperty().get() + by);
    }

    private void next() {
        move(1);
        if (!model.goesOn()) {
            pause();
        }
    }

    private void playOrPause() {
        if (playing.getStatus() == Animation.Status.RUNNING) {
            pause();
            return;
        }
        if (!model.goesOn()) {
            model.go(0);
        }
        play.setText("Pause");
        playing.play();
    }

    private void pause() {
        playing.stop();
        play.setText("Play");
    }

    private void describe() {
        Exhibit exhibit = session().exhibitProperty().get();
        controls().setDisable(exhibit == null || GenerationModel.absence(exhibit).isPresent());
        Written written = model.writtenProperty().get();
        read.setDisable(written == null);
        if (written == null) {
            pause();
            place.setText("");
            sentence.setText("");
            return;
        }
        slider.setMax(Math.max(1, written.outcome().steps() - 1));
        slider.setValue(model.stepProperty().get());
        place.setText("step " + (model.stepProperty().get() + 1) + " of " + written.outcome().steps());
        String without = session().intervened(exhibit) ? " It wrote without the intervention." : "";
        sentence.setText("‘" + Chip.line(written.text()) + "’ " + written.ending() + without);
    }

    /** How the controls stand. */
    GenerationModel model() {
        return model;
    }

    @Override
    protected Optional<Work<Shown>> work(Exhibit exhibit) {
        model.begin();
        Written written = model.writtenProperty().get();
        if (written == null || GenerationModel.absence(exhibit).isPresent()) {
            return Optional.empty();
        }
        int step = model.stepProperty().get();
        return Optional.of(progress -> new Shown(theme -> written.inWindow(step, theme),
                theme -> written.whole(step, theme), written::document));
    }

    @Override
    protected String absence(Exhibit exhibit) {
        return GenerationModel.absence(exhibit).orElse("Nothing was written yet: press Write.");
    }

    @Override
    public Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        settings.put("count", Integer.toString(model.countProperty().get()));
        settings.put("way", model.wayProperty().get().toString());
        settings.put("top-k", Integer.toString(model.topKProperty().get()));
        settings.put("seed", Integer.toString(model.seedProperty().get()));
        settings.put("beams", Integer.toString(model.beamsProperty().get()));
        settings.put("temperature", Double.toString(model.temperatureProperty().get()));
        settings.put("top-p", Double.toString(model.topPProperty().get()));
        return settings;
    }

    @Override
    public void restore(Map<String, String> settings) {
        Settings.number(settings, "count", 1, GenerationModel.MOST).ifPresent(model.countProperty()::set);
        Settings.word(settings, "way", List.of(Way.values())).ifPresent(model.wayProperty()::set);
        Settings.number(settings, "top-k", 0, 100_000).ifPresent(model.topKProperty()::set);
        Settings.number(settings, "seed", 0, 1_000_000).ifPresent(model.seedProperty()::set);
        Settings.number(settings, "beams", 2, GenerationModel.MOST_BEAMS).ifPresent(model.beamsProperty()::set);
        Settings.decimal(settings, "temperature", 5).ifPresent(model.temperatureProperty()::set);
        Settings.decimal(settings, "top-p", 1).ifPresent(model.topPProperty()::set);
    }
}
