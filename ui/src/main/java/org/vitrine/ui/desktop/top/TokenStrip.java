package org.vitrine.ui.desktop.top;

import java.util.Set;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;
import org.vitrine.ui.desktop.canvas.PictureView;
import org.vitrine.ui.desktop.state.Exhibit;
import org.vitrine.ui.desktop.state.Session;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.Spot;
import org.vitrine.ui.drawing.Theme;

/** The tokens of what is on show, in at most three lines; more can be scrolled to. */
public final class TokenStrip extends Region {
    private static final int MOST_LINES = 3;
    /** The room of a scroll bar, in points of a desk's screen. */
    private static final double BAR = 18;
    /** Of the window's height the strip leaves the rest to the views. */
    private static final double MOST_OF_WINDOW = 0.25;

    private final Session session;
    private final PictureView view;
    private double laidOut = -1;

    TokenStrip(Session session) {
        this.session = session;
        this.view = new PictureView(session.desk());
        view.setId("tokens");
        view.setAccessibleText("Tokens of the text: choose one with the arrow keys and Enter");
        view.setOnChoose(session.selection()::choose);
        getStyleClass().add("token-strip");
        getChildren().add(view);
        session.exhibitProperty().subscribe(exhibit -> redraw());
        session.lookProperty().subscribe(look -> redraw());
        session.selection().subscribe(this::outline);
    }

    /** Where the tokens can be chosen. */
    PictureView view() {
        return view;
    }

    private Theme theme() {
        return session.lookProperty().get().theme();
    }

    private void redraw() {
        laidOut = -1;
        requestLayout();
    }

    /** What was chosen here or in a view is outlined. */
    private void outline() {
        Set<Spot> spots = session.selection().spots();
        view.chosen().retainAll(spots);
        view.chosen().addAll(spots);
    }

    /** A line's length depends on the width that is given, the height on the number of lines. */
    private void draw(double width) {
        Exhibit exhibit = session.exhibitProperty().get();
        double room = Math.floor(width - theme().length(BAR));
        if (exhibit != null && room > 0 && room != laidOut) {
            laidOut = room;
            view.pictureProperty().set(TokenStripModel.picture(exhibit, theme(), room));
            outline();
        }
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double given = width > 0 ? width : getWidth();
        draw(given);
        Picture picture = view.pictureProperty().get();
        double most = TokenStripPicture.height(MOST_LINES, theme());
        double least = TokenStripPicture.height(1, theme());
        double wished = picture == null ? least : Math.clamp(picture.height(), least, most);
        double window = getScene() == null ? 0 : getScene().getHeight();
        return Math.ceil(window > 0 ? Math.min(wished, Math.max(least, MOST_OF_WINDOW * window)) : wished) + 2;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        draw(getWidth());
        view.resizeRelocate(0, 0, getWidth(), getHeight());
    }
}
