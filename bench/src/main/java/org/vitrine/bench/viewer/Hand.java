package org.vitrine.bench.viewer;

import java.util.Arrays;
import javafx.geometry.Point2D;
import javafx.scene.robot.Robot;
import org.vitrine.ui.desktop.canvas.PictureView;

/** Moves the mouse and turns its wheel, and times the frames. */
final class Hand {
    private static final int STEPS = 50;
    /** Steps down before as many up again, so that most pictures are long enough to move at each. */
    private static final int TURN = 5;

    private final Robot robot = new Robot();
    private final Frames frames;
    private final Runnable settle;

    /** @param settle waits until all is drawn */
    Hand(Frames frames, Runnable settle) {
        this.frames = frames;
        this.settle = settle;
    }

    /** Milliseconds of a frame while pointing at places of the view, median and 95 %, and while scrolling it. */
    double[] moves(PictureView view) {
        double[] pointing = pointing(view);
        double[] scrolling = scrolling(view);
        return new double[]{share(pointing, 0.5), share(pointing, 0.95), share(scrolling, 0.5),
            share(scrolling, 0.95)};
    }

    /** Places all over what is seen of the view. */
    private double[] pointing(PictureView view) {
        double[] times = new double[STEPS];
        for (int i = 0; i < STEPS; i++) {
            double across = 0.03 + 0.94 * (i * 7 % STEPS) / STEPS;
            double down = 0.03 + 0.94 * i / STEPS;
            times[i] = frames.time(() -> robot.mouseMove(at(view, across, down)));
            settle.run();
        }
        return times;
    }

    private double[] scrolling(PictureView view) {
        Frames.run(() -> robot.mouseMove(at(view, 0.5, 0.5)));
        settle.run();
        double[] times = new double[STEPS];
        for (int i = 0; i < STEPS; i++) {
            int turned = i / TURN % 2 == 0 ? 3 : -3;
            times[i] = frames.time(() -> robot.mouseWheel(turned));
        }
        settle.run();
        return times;
    }

    private static Point2D at(PictureView view, double across, double down) {
        return view.localToScreen(across * view.getWidth(), down * view.getHeight());
    }

    private static double share(double[] times, double share) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    }
}
