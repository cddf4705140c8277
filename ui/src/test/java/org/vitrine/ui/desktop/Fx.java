package org.vitrine.ui.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.vitrine.ui.desktop.canvas.PictureView;
import org.vitrine.ui.desktop.state.Look;
import org.vitrine.ui.desktop.state.Session;
import org.vitrine.ui.desktop.work.Desk;
import org.vitrine.ui.drawing.Spot;

/**
 * The real window in a test, driven as a person would: by mouse and keys. The methods may be called in any thread but
 * JavaFX' own.
 */
public final class Fx implements AutoCloseable {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final long MOST_SECONDS = 60;
    private static boolean started;

    private final Stage stage;
    private final Session session;
    private final ViewerWindow window;
    private final Robot robot;

    private Fx(Session session, Function<Session, ViewerWindow> opening) {
        this.session = session;
        this.window = opening.apply(session);
        this.stage = new Stage();
        this.robot = new Robot();
        stage.setScene(new Scene(window.root(), WIDTH, HEIGHT));
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    /** Opens the window in which nothing was read yet, at 1280 × 800. */
    public static Fx open() {
        return open(new Look(false, 1));
    }

    /** Opens the window in which nothing was read yet. */
    public static Fx open(Look look) {
        return open(look, ViewerWindow::new);
    }

    /** Opens a window in which nothing was read yet. */
    public static Fx open(Look look, Function<Session, ViewerWindow> opening) {
        return open(() -> new Session(Desk.ofWindow(), look), opening);
    }

    /** Opens the window of a session of the test's, which is made in JavaFX' thread. */
    public static Fx open(Supplier<Session> session, Function<Session, ViewerWindow> opening) {
        start();
        return get(() -> new Fx(session.get(), opening));
    }

    private static synchronized void start() {
        if (!started) {
            CompletableFuture<Void> ready = new CompletableFuture<>();
            Platform.startup(() -> ready.complete(null));
            ready.orTimeout(MOST_SECONDS, TimeUnit.SECONDS).join();
            Platform.setImplicitExit(false);
            started = true;
        }
    }

    /** Computes something in JavaFX' thread. */
    public static <T> T get(Supplier<T> task) {
        start();
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                result.complete(task.get());
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        });
        return result.orTimeout(MOST_SECONDS, TimeUnit.SECONDS).join();
    }

    /** Does something in JavaFX' thread. */
    public static void run(Runnable task) {
        get(() -> {
            task.run();
            return null;
        });
    }

    public Session session() {
        return session;
    }

    public ViewerWindow window() {
        return window;
    }

    /** Reads a text with a classroom model and waits until every view has caught up. */
    public void read(String model, String text, String pair) {
        run(() -> {
            session.modelProperty().set(model);
            session.textProperty().set(text);
            session.pairProperty().set(pair);
            session.run();
        });
        settle();
        assertThat(get(() -> session.messageProperty().get())).isEmpty();
    }

    /** Brings a view to the front and waits until it is up to date. */
    public void show(String view) {
        run(() -> window.show(view));
        settle();
    }

    /** Waits until no work is left and all is laid out. */
    public void settle() {
        for (int quiet = 0; quiet < 3;) {
            pulse();
            quiet = get(() -> session.desk().runningProperty().get() == 0) ? quiet + 1 : 0;
        }
    }

    /** Waits for JavaFX to draw once more. */
    private static void pulse() {
        AtomicReference<AnimationTimer> timer = new AtomicReference<>();
        CompletableFuture<Void> drawn = new CompletableFuture<>();
        run(() -> {
            timer.set(new AnimationTimer() {
                private int frames;

                @Override
                public void handle(long now) {
                    if (++frames == 2) {
                        stop();
                        drawn.complete(null);
                    }
                }
            });
            timer.get().start();
        });
        drawn.orTimeout(MOST_SECONDS, TimeUnit.SECONDS).join();
    }

    /** The node that a CSS selector finds first, for example {@code #run}; there must be one. */
    public Node node(String selector) {
        Node node = get(() -> stage.getScene().lookup(selector));
        assertThat(node).as("a node for " + selector).isNotNull();
        return node;
    }

    /** Clicks in the middle of a node. */
    public void click(Node node) {
        click(node, 0.5, 0.5);
    }

    /** Clicks somewhere in a node, from 0, 0 at its upper left to 1, 1 at its lower right. */
    public void click(Node node, double across, double down) {
        point(node, across, down);
        run(() -> robot.mousePress(MouseButton.PRIMARY));
        run(() -> robot.mouseRelease(MouseButton.PRIMARY));
        settle();
    }

    /** Clicks at what a place of a picture stands for; there must be one that can be seen. */
    public void click(PictureView view, Spot spot) {
        point(view, spot);
        run(() -> robot.mousePress(MouseButton.PRIMARY));
        run(() -> robot.mouseRelease(MouseButton.PRIMARY));
        settle();
    }

    /** Moves the mouse to what a place of a picture stands for; there must be one. */
    public void point(PictureView view, Spot spot) {
        run(() -> {
            Bounds place = view.reveal(spot).orElseThrow(() -> new AssertionError("no place stands for " + spot));
            robot.mouseMove(view.localToScreen(place.getCenterX(), place.getCenterY()));
        });
        settle();
    }

    /** Moves the mouse into a node. */
    public void point(Node node, double across, double down) {
        run(() -> {
            var bounds = node.getLayoutBounds();
            Point2D place = node.localToScreen(bounds.getMinX() + across * bounds.getWidth(),
                    bounds.getMinY() + down * bounds.getHeight());
            robot.mouseMove(place);
        });
        settle();
    }

    /** Presses keys together, the modifiers first. */
    public void press(KeyCode... keys) {
        run(() -> {
            for (KeyCode key : keys) {
                robot.keyPress(key);
            }
            for (int i = keys.length - 1; i >= 0; i--) {
                robot.keyRelease(keys[i]);
            }
        });
        settle();
    }

    /** Gives a node the focus. */
    public void focus(Node node) {
        run(node::requestFocus);
        settle();
    }

    /** What the window looks like now; also written to {@code target/screenshots}. */
    public Screenshot screenshot(String name) {
        settle();
        return Screenshot.take(name, get(() -> stage.getScene().getRoot().snapshot(null, null)));
    }

    /**
     * What the window would look like at another size: the headless screen is smaller than most, so the window's content is
     * laid out without it and then put back. Also written to {@code target/screenshots}.
     */
    public Screenshot screenshot(String name, double width, double height) {
        settle();
        return Screenshot.take(name, get(() -> {
            Parent root = stage.getScene().getRoot();
            stage.getScene().setRoot(new Group());
            Scene large = new Scene(root, width, height);
            WritableImage image = large.snapshot(null);
            large.setRoot(new Group());
            stage.getScene().setRoot(root);
            return image;
        }));
    }

    /** What a node looks like now; also written to {@code target/screenshots}. */
    public Screenshot screenshot(String name, Node node) {
        settle();
        return Screenshot.take(name, get(() -> node.snapshot(null, null)));
    }

    @Override
    public void close() {
        run(stage::close);
    }
}
