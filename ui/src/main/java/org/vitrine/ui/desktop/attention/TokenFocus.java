package org.vitrine.ui.desktop.attention;

import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.vitrine.ui.desktop.canvas.PictureView;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.Spot;
import org.vitrine.ui.picture.HeadViewBoard;
import org.vitrine.ui.picture.spot.KeySpot;
import org.vitrine.ui.picture.spot.QuerySpot;

/** Shows the links of the token that is pointed at, or that is pinned, above a head view that stands back. */
final class TokenFocus {
    private final PictureView view;
    private final TokenPin pin;
    private Optional<HeadViewBoard> board = Optional.empty();
    private Spot shown;

    TokenFocus(PictureView view, TokenPin pin) {
        this.view = view;
        this.pin = pin;
        view.pointedProperty().subscribe((before, now) -> point());
        view.pictureProperty().subscribe((before, now) -> show(wanted()));
        pin.spot().subscribe((before, now) -> point());
        view.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && pin.spot().get() != null) {
                pin.clear();
                event.consume();
            }
        });
    }

    /** What is about to be shown; empty for something else than a head view. */
    void board(Optional<HeadViewBoard> next) {
        board = next;
    }

    private Spot wanted() {
        Spot pointed = view.pointedProperty().get();
        return pointed instanceof QuerySpot || pointed instanceof KeySpot ? pointed : pin.spot().get();
    }

    private void point() {
        Spot wanted = wanted();
        if (wanted == null || !wanted.equals(shown)) {
            show(wanted);
        }
    }

    private void show(Spot spot) {
        shown = spot;
        Optional<Picture> above = board.flatMap(each -> each.above(spot));
        view.overlayProperty().set(above.orElse(null));
        board.ifPresent(each -> view.setAccessibleText(
                each.said(spot).map(said -> each.picture().title() + "\n" + said).orElse(each.picture().title())));
        view.fadedProperty().set(above.isPresent());
    }
}
