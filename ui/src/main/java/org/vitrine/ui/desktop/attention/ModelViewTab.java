package org.vitrine.ui.desktop.attention;

import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.StackPane;
import org.vitrine.ui.desktop.View;
import org.vitrine.ui.desktop.canvas.PictureView;
import org.vitrine.ui.desktop.state.Session;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.picture.spot.HeadSpot;

/** Where all heads of all layers look: BertViz' model view. A head that is clicked is enlarged beside the grid. */
public final class ModelViewTab implements View {
    private static final double DIVIDER = 0.5;

    private final ModelViewModel model;
    private final ModelGridTab grid;
    private final HeadDetailTab detail;
    private final SplitPane panes = new SplitPane();
    private final StackPane node = new StackPane(panes);
    private boolean visible;

    /** The model view of a session. */
    public ModelViewTab(Session session) {
        this.model = new ModelViewModel(session);
        this.grid = new ModelGridTab(session, model);
        this.detail = new HeadDetailTab(session, model);
        node.setId(id());
        panes.getItems().add(grid.node());
        model.detail().subscribe(this::open);
    }

    private void open(HeadSpot head) {
        boolean open = panes.getItems().contains(detail.node());
        if (head != null && !open) {
            panes.getItems().add(detail.node());
            panes.setDividerPositions(DIVIDER);
        } else if (head == null && open) {
            panes.getItems().remove(detail.node());
        }
        detail.shown(visible && head != null);
    }

    /** What is shown. */
    ModelViewModel model() {
        return model;
    }

    /** Where the grid is shown. */
    public PictureView gridView() {
        return grid.pictureView();
    }

    /** Where the enlarged head is shown. */
    public PictureView detailView() {
        return detail.pictureView();
    }

    @Override
    public String id() {
        return "model-view";
    }

    @Override
    public String title() {
        return "Model view";
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void shown(boolean nowVisible) {
        visible = nowVisible;
        grid.shown(visible);
        detail.shown(visible && model.detail().get() != null);
    }

    @Override
    public Optional<Picture> picture(Theme theme) {
        return grid.picture(theme);
    }

    @Override
    public Optional<String> document() {
        return grid.document();
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
