package org.vitrine.bench.viewer;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.shape.Rectangle;

/**
 * Times a window's frames, which JavaFX draws as fast as it can. A frame's time is from just before something was done to the
 * window until the frame after it has begun and had to wait for the drawing of the first: handling, layout, painting and drawing,
 * and a little more.
 */
final class Frames {
    /** Milliseconds between two looks at whether work is done. */
    private static final long POLL = 2;

    private final Rectangle dot;

    /** @param dot a node of the window whose change costs nothing */
    Frames(Rectangle dot) {
        this.dot = dot;
    }

    /** Starts JavaFX, on a screen if there is one, without frames being held back for it. */
    static void start() {
        String system = System.getProperty("os.name");
        if (system.startsWith("Linux") && System.getenv("DISPLAY") == null) {
            System.setProperty("glass.platform", "Headless");
            System.setProperty("prism.order", "sw");
        }
        System.setProperty("javafx.animation.fullspeed", "true");
        CompletableFuture<Void> ready = new CompletableFuture<>();
        Platform.startup(() -> ready.complete(null));
        ready.join();
        Platform.setImplicitExit(false);
    }

    /** Computes something where the window may be touched. */
    static <T> T get(Supplier<T> task) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                result.complete(task.get());
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        });
        return result.join();
    }

    /** Does something where the window may be touched. */
    static void run(Runnable task) {
        get(() -> {
            task.run();
            return null;
        });
    }

    /** The time of a frame in which something is done, in milliseconds. */
    double time(Runnable task) {
        CompletableFuture<Double> time = new CompletableFuture<>();
        run(() -> new AnimationTimer() {
            private int frames;
            private long start;

            @Override
            public void handle(long now) {
                if (frames == 0) {
                    start = System.nanoTime();
                    task.run();
                } else if (frames == 1) {
                    dot.setX(1 - dot.getX());
                } else {
                    stop();
                    time.complete(Timing.milliseconds(start));
                }
                frames++;
            }
        }.start());
        return time.join();
    }

    /** Waits until a condition holds and a frame was drawn since; leaves the processor to whoever makes it hold. */
    void await(Supplier<Boolean> condition) {
        for (int quiet = 0; quiet < 2;) {
            if (get(condition)) {
                time(() -> {
                });
                quiet++;
            } else {
                quiet = 0;
                sleep(POLL);
            }
        }
    }

    /** Does nothing for some milliseconds. */
    static void sleep(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** A node to be added to a scene for {@link #Frames}. */
    static Rectangle dot() {
        Rectangle dot = new Rectangle(1, 1);
        dot.setManaged(false);
        dot.setMouseTransparent(true);
        dot.setOpacity(0.01);
        return dot;
    }
}
