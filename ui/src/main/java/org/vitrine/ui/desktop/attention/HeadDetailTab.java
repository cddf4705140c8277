package org.vitrine.ui.desktop.attention;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.vitrine.ui.desktop.PictureTab;
import org.vitrine.ui.desktop.state.Exhibit;
import org.vitrine.ui.desktop.state.Session;
import org.vitrine.ui.desktop.work.Work;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.picture.spot.HeadSpot;

/** One head of the model view, enlarged: with its tokens, which can be pointed at and pinned. */
final class HeadDetailTab extends PictureTab {
    private final ModelViewModel model;
    private final TokenFocus focus;
    private final Label title = new Label();

    HeadDetailTab(Session session, ModelViewModel model) {
        super(session, "model-detail", "Enlarged head");
        this.model = model;
        this.focus = new TokenFocus(pictureView(), model.pin());
        title.setId("model-detail-title");
        title.getStyleClass().add("title-4");
        Button close = new Button("Close");
        close.setId("model-detail-close");
        close.setTooltip(new Tooltip("Shows the grid alone again"));
        close.setOnAction(event -> model.close());
        controls().getChildren().addAll(title, close);
        pictureView().setOnChoose(model.pin()::choose);
        model.detail().subscribe(head -> {
            title.setText(head == null ? "" : words(head));
            outdated();
        });
        model.kinds().subscribe(now -> title.setText(model.detail().get() == null ? "" : words(model.detail().get())));
        model.links().subscribe(this::outdated);
    }

    private String words(HeadSpot head) {
        String words = "Layer " + head.layer() + ", Head " + head.head();
        return model.kinds().get().size() > 1 ? AttentionWords.of(head.kind()) + ", " + words : words;
    }

    @Override
    protected String absence(Exhibit exhibit) {
        return "";
    }

    @Override
    protected Optional<Work<Shown>> work(Exhibit exhibit) {
        Theme theme = session().lookProperty().get().theme();
        return model.detailWish()
                .map(wish -> progress -> shown(DrawnHeads.of(HeadViewContent.of(wish, progress), theme)));
    }

    private Shown shown(DrawnHeads ready) {
        return new Shown(theme -> use(ready.in(theme)), theme -> ready.content().whole(model.pin().spot().get(), theme),
                ready.content()::document);
    }

    private Picture use(DrawnHeads drawn) {
        focus.board(drawn.board());
        return drawn.picture();
    }
}
