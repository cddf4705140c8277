package org.vitrine.ui.desktop.attention;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.ui.desktop.Controls;
import org.vitrine.ui.desktop.PictureTab;
import org.vitrine.ui.desktop.Sentence;
import org.vitrine.ui.desktop.state.Exhibit;
import org.vitrine.ui.desktop.state.Session;
import org.vitrine.ui.desktop.work.Work;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.Spot;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.picture.Subject;
import org.vitrine.ui.picture.spot.HeadSpot;

/** The grid of a model view: a row for each layer, a column for each head. */
final class ModelGridTab extends PictureTab {
    private final ModelViewModel model;
    private final ToggleRow<Optional<AttentionKind>> kinds;
    private final LinkFilterControls links;

    ModelGridTab(Session session, ModelViewModel model) {
        super(session, "model-grid", "Heads of all layers");
        this.model = model;
        this.kinds = new ToggleRow<>("model-view-attention", kind -> kind.map(AttentionWords::of).orElse("All"),
                model.kind()::set);
        this.links = new LinkFilterControls(model.links(), "model-view");
        controls().getChildren().add(kinds);
        controls().getChildren().addAll(links.nodes());
        controls().getChildren().addAll(numbers("Layers", "model-view-layers", model.layers()),
                numbers("Heads", "model-view-heads", model.heads()));
        pictureView().setOnChoose(this::choose);
        pictureView().setOnChooseTwice(this::chooseTwice);
        model.kinds().subscribe(now -> offer());
        model.kind().subscribe(now -> offer());
        session.exhibitProperty().subscribe(now -> links.offer(now != null && new AttentionExhibit(now).paired()));
        model.subscribe(this::outdated);
    }

    private Node numbers(String title, String id, NumberText numbers) {
        TextField field = new TextField();
        field.setId(id);
        field.setPromptText("all");
        field.setPrefColumnCount(6);
        field.textProperty().bindBidirectional(numbers.text());
        field.setAccessibleText(title + ", as in 0-3,5");
        Sentence problem = new Sentence(id + "-problem");
        problem.setStyle(problem.getStyle() + "-fx-text-fill: -color-danger-fg;");
        problem.textProperty().bind(numbers.problem());
        addBelowControls(problem);
        numbers.problem()
                .subscribe(words -> field.setStyle(words.isEmpty() ? "" : "-fx-border-color: -color-danger-fg"));
        return Controls.labelled(title, field);
    }

    private void offer() {
        List<Optional<AttentionKind>> offered = new ArrayList<>(List.of(Optional.empty()));
        model.kinds().get().forEach(kind -> offered.add(Optional.of(kind)));
        kinds.show(offered, model.kind().get().filter(model.kinds().get()::contains));
        kinds.offer(model.kinds().get().size() > 1);
    }

    private void choose(Spot spot) {
        if (spot instanceof HeadSpot head) {
            model.click(head);
        } else {
            session().selection().choose(spot);
        }
    }

    /** Who clicks twice, fast, wants to see it large. */
    private void chooseTwice(Spot spot) {
        if (spot instanceof HeadSpot head) {
            model.clickTwice(head);
        }
    }

    @Override
    protected Optional<Work<Shown>> work(Exhibit exhibit) {
        Theme theme = session().lookProperty().get().theme();
        return model.wish().map(wish -> progress -> shown(ModelViewContent.of(wish, progress), theme));
    }

    private static Shown shown(ModelViewContent content, Theme theme) {
        Picture ready = content.cells().picture(Subject.SAID, theme);
        return new Shown(asked -> asked.equals(theme) ? ready : content.cells().picture(Subject.SAID, asked),
                asked -> content.cells().picture(content.wish().exhibit().subject(), asked), content::document);
    }
}
