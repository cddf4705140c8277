package org.vitrine.ui.desktop.work;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import org.vitrine.transformer.ops.CancelledException;

/**
 * One thing at a time: newer work cancels the older, whose result is dropped even where it comes in time. For use in the
 * foreground.
 */
public final class Slot {
    /** The progress of work of which nobody knows how much is left, as JavaFX has it. */
    public static final double UNKNOWN = -1;

    private final Desk desk;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(UNKNOWN);
    private Ticket current = new Ticket();

    Slot(Desk desk) {
        this.desk = desk;
    }

    /** Whether something is being done that is still wanted. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** How far it has come, 0 to 1, or {@link #UNKNOWN}. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** Starts something in the background; a failure is told to the desk's listener. */
    public <T> void start(Work<T> work, Consumer<? super T> done) {
        start(work, done, desk::failed);
    }

    /** Starts something in the background; of {@code done} and {@code failed} one is called, unless it is cancelled. */
    public <T> void start(Work<T> work, Consumer<? super T> done, Consumer<Throwable> failed) {
        current.cancel();
        Ticket ticket = new Ticket();
        current = ticket;
        busy.set(true);
        progress.set(UNKNOWN);
        desk.inBackground(() -> {
            try {
                T result = ticket.run(work);
                return () -> finish(ticket, () -> done.accept(result));
            } catch (CancelledException e) {
                return () -> finish(ticket, () -> {
                });
            } catch (Throwable e) {
                return () -> finish(ticket, () -> failed.accept(e));
            }
        });
    }

    /**
     * Ends what is being done, whether it asks its progress or only heeds that its thread is interrupted; nobody is told its
     * result.
     */
    public void cancel() {
        current.cancel();
        busy.set(false);
    }

    private void finish(Ticket ticket, Runnable end) {
        if (!ticket.cancelled) {
            busy.set(false);
            end.run();
        }
    }

    /** One piece of work. */
    private final class Ticket implements Progress {
        private volatile boolean cancelled;
        private volatile double share = UNKNOWN;
        /** Whether the window will hear of the share before long; it need not hear of each. */
        private final AtomicBoolean told = new AtomicBoolean();
        /** Who does it, as long as it is being done: to be interrupted then and at no other time. */
        private Thread worker;

        <T> T run(Work<T> work) {
            begin();
            try {
                return work.run(this);
            } finally {
                end();
            }
        }

        private synchronized void begin() {
            if (cancelled) {
                throw new CancelledException();
            }
            worker = Thread.currentThread();
        }

        /** The thread has other work after this. */
        private synchronized void end() {
            worker = null;
            if (cancelled) {
                Thread.interrupted();
            }
        }

        synchronized void cancel() {
            cancelled = true;
            if (worker != null) {
                worker.interrupt();
            }
        }

        @Override
        public void at(double newShare) {
            if (cancelled) {
                throw new CancelledException();
            }
            boolean other = newShare != share;
            share = newShare;
            if (other && told.compareAndSet(false, true)) {
                desk.inForeground(this::tell);
            }
        }

        private void tell() {
            told.set(false);
            if (!cancelled) {
                progress.set(share < 0 ? UNKNOWN : share);
            }
        }
    }
}
