package org.vitrine.ui.desktop.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.vitrine.ui.desktop.Fx;
import org.vitrine.ui.desktop.work.Desk;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.Spot;

/** A window with nothing but a picture, 400 × 300, and what was chosen in it. Background work waits until it is told to go on. */
final class Glass implements AutoCloseable {
    static final int WIDTH = 400;
    static final int HEIGHT = 300;

    final LinkedBlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();
    final List<Object> chosen = new ArrayList<>();
    final List<String> failures = new ArrayList<>();
    final PictureView view;
    private final Stage stage;
    private final Robot robot;

    private Glass(String stylesheet) {
        Executor background = waiting::add;
        Application.setUserAgentStylesheet(stylesheet);
        Desk desk = new Desk(background, Platform::runLater);
        desk.onFailure(failures::add);
        view = new PictureView(desk);
        view.setOnChoose(chosen::add);
        view.setOnChooseTwice(spot -> chosen.add(List.of(spot)));
        robot = new Robot();
        stage = new Stage();
        stage.setScene(new Scene(new StackPane(view), WIDTH, HEIGHT));
        stage.setX(0);
        stage.setY(0);
        stage.show();
        robot.mouseMove(700, 700);
    }

    static Glass of(String stylesheet, Picture picture) {
        Glass glass = Fx.get(() -> new Glass(stylesheet));
        Fx.run(glass.view::requestFocus);
        for (int i = 0; i < 500 && !Fx.get(glass.view::isFocused); i++) {
            glass.layout(); // a window has the focus only some time after it was opened
        }
        glass.show(picture);
        glass.goOn();
        return glass;
    }

    /** Shows a picture; what is painted in the background waits. */
    void show(Picture picture) {
        Fx.run(() -> view.pictureProperty().set(picture));
        layout();
    }

    /** Does all work that waits. */
    void goOn() {
        for (int idle = 0; idle < 3; idle++) {
            for (Runnable work = waiting.poll(); work != null; work = waiting.poll()) {
                work.run();
                idle = 0;
            }
            layout();
        }
    }

    void layout() {
        Fx.run(() -> {
            view.getScene().getRoot().applyCss();
            view.getScene().getRoot().layout();
        });
    }

    /** What the view looks like now. */
    Shot shot() {
        return Fx.get(() -> {
            WritableImage image = view.getScene().snapshot(null);
            return new Shot(image);
        });
    }

    record Shot(WritableImage image) {
        /** Without opacity. */
        int rgb(double x, double y) {
            return image.getPixelReader().getArgb((int) x, (int) y) & 0xFFFFFF;
        }

        boolean sameAs(Shot other) {
            for (int y = 0; y < HEIGHT; y++) {
                for (int x = 0; x < WIDTH; x++) {
                    if (rgb(x, y) != other.rgb(x, y)) {
                        return false;
                    }
                }
            }
            return true;
        }
    }

    void mouse(double x, double y) {
        Fx.run(() -> robot.mouseMove(x, y));
        layout();
    }

    void point(Spot spot) {
        Bounds place = reveal(spot);
        mouse(place.getCenterX(), place.getCenterY());
    }

    Bounds reveal(Spot spot) {
        Bounds place = Fx.get(() -> view.reveal(spot).orElseThrow());
        layout();
        return place;
    }

    void click() {
        Fx.run(() -> robot.mouseClick(MouseButton.PRIMARY));
        layout();
    }

    void wheel(int amount) {
        Fx.run(() -> robot.mouseWheel(amount));
        layout();
    }

    void press(KeyCode... keys) {
        Fx.run(() -> {
            for (KeyCode key : keys) {
                robot.keyPress(key);
            }
            for (int i = keys.length - 1; i >= 0; i--) {
                robot.keyRelease(keys[i]);
            }
        });
        layout();
    }

    Spot pointed() {
        return Fx.get(() -> view.pointedProperty().get());
    }

    Label hint() {
        return (Label) Fx.get(() -> view.lookup(".hint"));
    }

    /** What the hint says; null if there is none to be seen. */
    String said() {
        return hint().isVisible() ? hint().getText() : null;
    }

    @Override
    public void close() {
        Fx.run(stage::close);
    }
}
