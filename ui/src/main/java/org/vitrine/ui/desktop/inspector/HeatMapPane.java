package org.vitrine.ui.desktop.inspector;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.BorderPane;
import org.vitrine.ui.desktop.canvas.PictureView;
import org.vitrine.ui.desktop.state.Session;
import org.vitrine.ui.desktop.work.Slot;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.picture.HeatMap;
import org.vitrine.ui.picture.HeatMapLayout;
import org.vitrine.ui.picture.HeatMapPicture;
import org.vitrine.ui.picture.HeatMapView;
import org.vitrine.ui.picture.Subject;
import org.vitrine.ui.picture.spot.CellSpot;

/** The heat map in the room that it has, with bars that move the window of written numbers. */
final class HeatMapPane extends BorderPane {
    /** The room is taken in steps, so that the picture is not drawn anew for every pixel. */
    private static final double STEP = 16;

    /** So many numbers are drawn in a few milliseconds, so they follow the window's edge; more are drawn in the background. */
    private static final int DRAWN_AT_ONCE = 50_000;

    private final Session session;
    private final InspectorModel model;
    private final Slot slot;
    private final PictureView picture;
    private final ScrollBar across = bar(Orientation.HORIZONTAL, "first column");
    private final ScrollBar down = bar(Orientation.VERTICAL, "first row");
    private Drawn drawn;

    /** What is on show. */
    private record Drawn(HeatMap map, HeatMapView view, Theme theme, Picture picture) {
    }

    HeatMapPane(Session session, InspectorModel model) {
        this.session = session;
        this.model = model;
        this.slot = session.desk().slot();
        this.picture = new PictureView(session.desk());
        picture.setId("heat-map");
        picture.setAccessibleText("heat map of the tensor");
        picture.setOnChoose(session.selection()::choose);
        setCenter(picture);
        setBottom(across);
        setRight(down);
        setMinSize(0, 0);
        across.valueProperty().bindBidirectional(model.firstColumnProperty());
        down.valueProperty().bindBidirectional(model.firstRowProperty());
        for (ObservableValue<?> part : List.of(model.inspectedProperty(), model.numbersProperty(),
                model.firstRowProperty(),
                model.firstColumnProperty(), session.lookProperty(), picture.widthProperty(),
                picture.heightProperty())) {
            part.subscribe((was, is) -> draw());
        }
        session.selection().subscribe(this::outline);
    }

    private static ScrollBar bar(Orientation orientation, String says) {
        ScrollBar bar = new ScrollBar();
        bar.setOrientation(orientation);
        bar.setAccessibleText(says);
        bar.setId(says.replace(' ', '-'));
        bar.setVisible(false);
        bar.setManaged(false);
        bar.setUnitIncrement(1);
        bar.setFocusTraversable(true);
        return bar;
    }

    PictureView pictureView() {
        return picture;
    }

    /** The window of numbers that is seen, or all. */
    private HeatMapView view() {
        return new HeatMapView(steps(picture.getWidth()), steps(picture.getHeight()), model.numbersProperty().get(),
                model.firstRowProperty().get(), model.firstColumnProperty().get());
    }

    private static double steps(double room) {
        return Math.floor(room / STEP) * STEP - STEP / 2;
    }

    private void draw() {
        Inspected inspected = model.inspectedProperty().get();
        if (inspected == null || picture.getWidth() <= 0 || picture.getHeight() <= 0) {
            return;
        }
        HeatMap map = inspected.map();
        HeatMapView view = view();
        Theme theme = session.lookProperty().get().theme();
        if (drawn != null && drawn.map == map && drawn.view.equals(view) && drawn.theme.equals(theme)) {
            return;
        }
        bars(map, view, theme);
        if (map.matrix().size() <= DRAWN_AT_ONCE) {
            slot.cancel();
            show(new Drawn(map, view, theme, HeatMapPicture.of(map, view, Subject.SAID, theme)));
        } else {
            slot.start(progress -> new Drawn(map, view, theme, HeatMapPicture.of(map, view, Subject.SAID, theme)),
                    this::show);
        }
    }

    private void show(Drawn made) {
        drawn = made;
        picture.overlayProperty().set(null);
        picture.pictureProperty().set(made.picture);
        outline();
    }

    private void bars(HeatMap map, HeatMapView view, Theme theme) {
        HeatMapLayout layout = new HeatMapLayout(map, view, theme);
        fit(across, map.matrix().dim(1), layout.columns());
        fit(down, map.matrix().dim(0), layout.rows());
    }

    private static void fit(ScrollBar bar, int all, int seen) {
        bar.setVisible(seen < all);
        bar.setManaged(seen < all);
        bar.setMax(Math.max(0, all - seen));
        bar.setVisibleAmount(bar.getMax() * seen / Math.max(1, all));
        bar.setBlockIncrement(seen);
        bar.setValue(Math.min(bar.getValue(), bar.getMax()));
    }

    /** What was chosen, here or in another view, is outlined. */
    private void outline() {
        picture.chosen().retainAll(session.selection().spots());
        picture.chosen().addAll(session.selection().spots());
        CellSpot cell = session.selection().cell().get();
        picture.overlayProperty().set(drawn == null || cell == null ? null
                : HeatMapPicture.outline(drawn.map, drawn.view, drawn.picture, cell, drawn.theme).orElse(null));
    }
}
