package org.vitrine.ui.desktop.lens;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.vitrine.explain.Lens;
import org.vitrine.ui.desktop.Controls;
import org.vitrine.ui.desktop.PictureTab;
import org.vitrine.ui.desktop.Sentence;
import org.vitrine.ui.desktop.state.Exhibit;
import org.vitrine.ui.desktop.state.Session;
import org.vitrine.ui.desktop.state.Settings;
import org.vitrine.ui.desktop.work.Work;

/** The rank of every token of the line in every layer, with some that the model writes on. */
public final class RankingsTab extends PictureTab {
    private static final List<Integer> COUNTS = List.of(RankingsModel.USUAL_SHOWN, 100, 200, RankingsModel.ALL);

    private final RankingsModel model;
    private final HBox count;
    private final HBox shown;
    private final ComboBox<Boolean> given = new ComboBox<>();
    private final Sentence sentence = new Sentence("rankings-sentence");

    /** The view. */
    public RankingsTab(Session session) {
        super(session, "rankings", "Rankings");
        this.model = new RankingsModel(session);
        this.count = Controls.labelled("Write",
                Fields.explained(Fields.number("rankings-count", 0, RankingsModel.MOST_WRITTEN, model.countProperty()),
                        "How many tokens the model writes on, always the likeliest"));
        count.getChildren().add(new Label("more tokens"));
        given.setId("rankings-given");
        given.setConverter(Controls.words(all -> all ? "all tokens" : "only what the model adds"));
        given.getItems().setAll(true, false);
        given.valueProperty().bindBidirectional(model.givenProperty());
        Fields.explained(given, "Which tokens are ranked");
        this.shown = Controls.labelled("Tokens",
                Fields.choice("rankings-shown", COUNTS, each -> each == RankingsModel.ALL ? "all" : "the last " + each,
                        model.shownProperty()));
        controls().getChildren().addAll(count, Controls.labelled("Rank", given), shown,
                Fields.lens("rankings", model.lensProperty()));
        addInCorner(Fields.busy("rankings", working()));
        addBelowControls(sentence);
        pictureView().setOnChoose(model::choose);
        model.subscribe(this::outdated);
        session.exhibitProperty().subscribe((was, is) -> describe());
        model.subscribe(this::describe);
    }

    private void describe() {
        Exhibit exhibit = session().exhibitProperty().get();
        if (exhibit == null) {
            return;
        }
        boolean writes = exhibit.passage().predictsNext();
        count.setVisible(writes);
        count.setDisable(session().intervened(exhibit));
        shown.setVisible(exhibit.passage().size() + model.countProperty().get() > RankingsModel.USUAL_SHOWN);
        sentence.setText(model.sentence());
    }

    /** How the controls stand. */
    RankingsModel model() {
        return model;
    }

    @Override
    protected Optional<Work<Shown>> work(Exhibit exhibit) {
        if (model.absence(exhibit).isPresent()) {
            return Optional.empty();
        }
        Work<Ranked> work = model.work(exhibit);
        return Optional.of(progress -> {
            Ranked made = work.run(progress);
            return new Shown(made::inWindow, made::whole, made::document);
        });
    }

    @Override
    protected String absence(Exhibit exhibit) {
        return model.absence(exhibit).orElse("");
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("count", Integer.toString(model.countProperty().get()), "given",
                Boolean.toString(model.givenProperty().get()), "shown", Integer.toString(model.shownProperty().get()),
                "lens", model.lensProperty().get().toString());
    }

    @Override
    public void restore(Map<String, String> settings) {
        Settings.number(settings, "count", 0, RankingsModel.MOST_WRITTEN).ifPresent(model.countProperty()::set);
        Settings.flag(settings, "given").ifPresent(model.givenProperty()::set);
        Settings.word(settings, "shown", COUNTS).ifPresent(model.shownProperty()::set);
        Settings.word(settings, "lens", List.of(Lens.values())).ifPresent(model.lensProperty()::set);
    }
}
