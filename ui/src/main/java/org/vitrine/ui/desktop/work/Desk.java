package org.vitrine.ui.desktop.work;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.vitrine.ui.session.Failures;

/**
 * Where work is done while the window stays awake: in the background, its results handed over in the foreground, the only
 * place from which the window and its models are touched.
 */
public final class Desk {
    private final Executor background;
    private final Executor foreground;
    private final ReadOnlyIntegerWrapper running = new ReadOnlyIntegerWrapper();
    private Consumer<String> listener = message -> {
    };

    /**
     * A desk.
     *
     * @param background does the work
     * @param foreground runs what touches the window, in the order given
     */
    public Desk(Executor background, Executor foreground) {
        this.background = background;
        this.foreground = foreground;
    }

    /** The desk of a window: threads of its own, and JavaFX' thread. */
    public static Desk ofWindow() {
        ExecutorService threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "vitrine-work");
            thread.setDaemon(true);
            return thread;
        });
        return new Desk(threads, Platform::runLater);
    }

    /** Does everything at once in the calling thread: for tests of what has no window. */
    public static Desk direct() {
        return new Desk(Runnable::run, Runnable::run);
    }

    /** A place where one thing at a time is done. */
    public Slot slot() {
        return new Slot(this);
    }

    /** How many pieces of work are not yet done, cancelled ones included. */
    public ReadOnlyIntegerProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** Who is told, in plain words, what failed. */
    public void onFailure(Consumer<String> newListener) {
        listener = newListener;
    }

    /** Tells people that something failed; to be called in the foreground. */
    public void failed(Throwable e) {
        if (System.getenv("VITRINE_DEBUG") != null) {
            e.printStackTrace();
        }
        listener.accept(Failures.explanation(e));
    }

    /** Runs something where the window may be touched. */
    public void inForeground(Runnable task) {
        foreground.execute(task);
    }

    /** Runs something in the background; to be called in the foreground, and what it returns is run there, too. */
    void inBackground(Supplier<Runnable> work) {
        running.set(running.get() + 1);
        background.execute(() -> {
            Runnable end = end(work);
            foreground.execute(() -> {
                running.set(running.get() - 1);
                end.run();
            });
        });
    }

    /** Errors such as a lack of memory are told, too: the window must not die of them. */
    private Runnable end(Supplier<Runnable> work) {
        try {
            return work.get();
        } catch (Throwable e) {
            return () -> failed(e);
        }
    }
}
