package org.vitrine.ui.desktop;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.vitrine.ui.desktop.canvas.PictureView;
import org.vitrine.ui.desktop.state.Exhibit;
import org.vitrine.ui.desktop.state.Session;
import org.vitrine.ui.desktop.work.Slot;
import org.vitrine.ui.desktop.work.Work;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.Theme;

/**
 * A view that is one picture below some controls. What is shown is made in the background, anew when something changed on which
 * it depends, but only while somebody sees it.
 */
public abstract class PictureTab implements View {
    private final Session session;
    private final String id;
    private final String title;
    private final Slot slot;
    private final FlowPane controls = new FlowPane(12, 6);
    private final PictureView picture;
    private final Label absent = new Label();
    private final StackPane body = new StackPane();
    private final VBox node;
    private Shown shown;
    private boolean visible;
    private boolean listening;
    private boolean outdated = true;

    /**
     * What is on show.
     *
     * @param inWindow the picture as the window shows it, without a heading, for the window says what it is about
     * @param whole the picture as a file shows it
     * @param document the numbers, as JSON
     */
    public record Shown(Function<Theme, Picture> inWindow, Function<Theme, Picture> whole, Supplier<String> document) {
    }

    /**
     * An empty view.
     *
     * @param id see {@link #id()}
     * @param title see {@link #title()}
     */
    protected PictureTab(Session session, String id, String title) {
        this.session = session;
        this.id = id;
        this.title = title;
        this.slot = session.desk().slot();
        this.picture = new PictureView(session.desk());
        picture.setOnChoose(session.selection()::choose);
        controls.getStyleClass().add("controls");
        controls.setMinWidth(0); // else it would never again be as narrow as its widest part
        absent.getStyleClass().add("absent");
        absent.setWrapText(true);
        body.getChildren().addAll(picture, absent);
        VBox.setVgrow(body, Priority.ALWAYS);
        this.node = new VBox(controls, body);
        node.getStyleClass().add("picture-tab");
        node.setId(id);
    }

    /**
     * How to make what is shown: called where the window may be touched, to take what it needs from the controls and the
     * selection; what it returns runs in the background.
     *
     * @return empty where there is nothing to show of this exhibit, see {@link #absence}
     */
    protected abstract Optional<Work<Shown>> work(Exhibit exhibit);

    /** Why there is nothing to show of an exhibit, in a sentence. */
    protected String absence(Exhibit exhibit) {
        return "There is nothing to show of this text.";
    }

    /** What the view is about. */
    protected final Session session() {
        return session;
    }

    /** The row of controls above the picture. */
    protected final FlowPane controls() {
        return controls;
    }

    /** Puts something between the controls and the picture, below what is there already. */
    protected final void addBelowControls(Node more) {
        node.getChildren().add(node.getChildren().size() - 1, more);
    }

    /** Puts something in the corner above the picture, where it moves nothing when it comes and goes. */
    protected final void addInCorner(Region more) {
        more.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(more, Pos.TOP_RIGHT);
        body.getChildren().add(more);
    }

    /** Where the picture is shown. */
    public final PictureView pictureView() {
        return picture;
    }

    /** Whether what is to be shown is being made. */
    public final Slot working() {
        return slot;
    }

    /** To be called when something changed on which the picture depends. */
    protected final void outdated() {
        outdated = true;
        update();
    }

    private void update() {
        Exhibit exhibit = session.exhibitProperty().get();
        if (!visible || !outdated || exhibit == null) {
            return;
        }
        outdated = false;
        Optional<Work<Shown>> work = work(exhibit);
        absent.setText(work.isPresent() ? "" : absence(exhibit));
        if (work.isEmpty()) {
            slot.cancel();
            show(null);
        } else {
            slot.start(work.get(), this::show);
        }
    }

    private void show(Shown made) {
        shown = made;
        draw();
    }

    private void draw() {
        Theme theme = session.lookProperty().get().theme();
        picture.pictureProperty().set(shown == null ? null : shown.inWindow.apply(theme));
    }

    /** What was chosen, here or in another view, is outlined. */
    private void outline() {
        picture.chosen().retainAll(session.selection().spots());
        picture.chosen().addAll(session.selection().spots());
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final String title() {
        return title;
    }

    @Override
    public final Node node() {
        return node;
    }

    @Override
    public final void shown(boolean nowVisible) {
        visible = nowVisible;
        if (visible && !listening) {
            listening = true;
            session.exhibitProperty().subscribe((before, now) -> outdated());
            session.lookProperty().subscribe((before, now) -> draw());
            session.selection().subscribe(this::outline);
            outline();
        }
        update();
    }

    @Override
    public final Optional<Picture> picture(Theme theme) {
        return Optional.ofNullable(shown).map(each -> each.whole.apply(theme));
    }

    @Override
    public final Optional<String> document() {
        return Optional.ofNullable(shown).map(each -> each.document.get());
    }
}
