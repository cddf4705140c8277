package org.vitrine.ui.desktop.steps;

import java.util.Objects;
import javafx.scene.layout.StackPane;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.ui.desktop.canvas.PictureView;
import org.vitrine.ui.desktop.state.Exhibit;
import org.vitrine.ui.desktop.state.Look;
import org.vitrine.ui.desktop.state.Session;
import org.vitrine.ui.picture.BlockPicture;
import org.vitrine.ui.picture.spot.TensorSpot;

/** The block in which the current step is, as a diagram; choosing a box goes to its step. */
public final class BlockDiagram extends StackPane {
    private final Session session;
    private final StepModel steps;
    private final PictureView picture;
    private Drawn drawn;
    private boolean seen;

    /** What the picture depends on. */
    private record Drawn(Exhibit exhibit, TensorName current, int layer, Look look) {
    }

    /** The diagram of a session's steps. */
    public BlockDiagram(Session session, StepModel steps) {
        this.session = session;
        this.steps = steps;
        this.picture = new PictureView(session.desk());
        getStyleClass().add("block-diagram");
        setId("block-diagram");
        picture.setAccessibleText("diagram of the layer, a box for each step");
        getChildren().add(picture);
        picture.setOnChoose(session.selection()::choose);
        session.exhibitProperty().subscribe((was, is) -> draw());
        session.lookProperty().subscribe((was, is) -> draw());
        session.selection().tensor().subscribe((was, is) -> draw());
        session.selection().layer().subscribe((was, is) -> draw());
    }

    /** Whether anybody sees it: only then need it be up to date. */
    public void setSeen(boolean nowSeen) {
        seen = nowSeen;
        draw();
    }

    /** Where the diagram is shown. */
    public PictureView pictureView() {
        return picture;
    }

    private void draw() {
        Exhibit exhibit = session.exhibitProperty().get();
        if (!seen) {
            return;
        }
        Drawn wanted = new Drawn(exhibit, steps.current(), steps.layer(), session.lookProperty().get());
        if (exhibit == null) {
            picture.pictureProperty().set(null);
        } else if (!Objects.equals(wanted, drawn)) {
            picture.pictureProperty().set(BlockPicture.of(exhibit.trace(), steps.current(), steps.layer(),
                    wanted.look().theme()));
            if (steps.current() != null) {
                picture.reveal(new TensorSpot(steps.current()));
            }
        }
        drawn = wanted;
    }
}
