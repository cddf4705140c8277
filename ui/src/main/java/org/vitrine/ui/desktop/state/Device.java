package org.vitrine.ui.desktop.state;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.vitrine.transformer.ops.Accelerator;
import org.vitrine.transformer.ops.AcceleratorException;
import org.vitrine.transformer.ops.AcceleratorStatus;
import org.vitrine.ui.desktop.work.Desk;
import org.vitrine.ui.desktop.work.Slot;
import org.vitrine.ui.session.Backend;

/**
 * The device that computes what is on show, if one does: how far it is made ready, and whether what is on show is still to come
 * from it. A model without widgets, to be used in the desk's foreground only.
 */
public final class Device {
    /** Once a device is ready, a pass may show that it lacks other kernels; but nobody is to wait for a device for ever. */
    private static final int MOST_REREADINGS = 2;

    private final Slot running;
    private final Desk desk;
    private final Slot asking;
    private final Supplier<Optional<Accelerator>> found;
    private final Consumer<String> failed;
    private final Runnable reread;
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper(this, "sentence", "");
    /** Null where no device was asked for. */
    private DeviceWatch watch;
    private boolean wanted;
    private boolean toldOfFailure;
    private int rereadings;
    /** The news after which it was read again. */
    private int overcome;

    /**
     * No device yet.
     *
     * @param running reads what is to be on show
     * @param found gives the accelerator
     * @param failed hears in a sentence that the device failed
     * @param reread reads once more what is on show
     */
    Device(Slot running, Desk desk, Supplier<Optional<Accelerator>> found, Consumer<String> failed, Runnable reread) {
        this.running = running;
        this.desk = desk;
        this.asking = desk.slot();
        this.found = found;
        this.failed = failed;
        this.reread = reread;
        desk.runningProperty().subscribe((before, now) -> {
            if (now.intValue() == 0 && wanted) {
                desk.inForeground(this::improve); // what has just ended may have more to do
            }
        });
    }

    /** How far the device is, in words; empty if there is nothing to say. */
    public ReadOnlyStringProperty sentenceProperty() {
        return sentence.getReadOnlyProperty();
    }

    /** Finds out in the background whether there is a device, which may take a second. */
    void ask(Consumer<Throwable> missing) {
        asking.start(progress -> {
            check(Backend.status(found.get()));
            return true;
        }, there -> {
        }, missing);
    }

    private static void check(AcceleratorStatus known) {
        if (!known.available()) {
            throw new AcceleratorException((known.message() + " " + known.hint()).strip());
        }
    }

    /** A watch for a device of which nobody need hear yet; may be called in any thread. */
    DeviceWatch watch() {
        return new DeviceWatch(this::told);
    }

    private void told(DeviceWatch teller) {
        desk.inForeground(() -> {
            if (teller == watch) {
                update();
            }
        });
    }

    /**
     * Something else is on show.
     *
     * @param now hears of the device that was to compute it; empty if none was
     * @param answered whether the device did
     * @param again whether it was read before, with other numbers
     */
    void shown(Optional<DeviceWatch> now, boolean answered, boolean again) {
        if (now.orElse(null) != watch) {
            watch = now.orElse(null);
            toldOfFailure = false;
            overcome = 0;
        }
        wanted = watch != null && !answered;
        rereadings = again ? rereadings + 1 : 0;
        update();
    }

    private void update() {
        if (watch == null) {
            sentence.set("");
            return;
        }
        DeviceWatch.State state = watch.state();
        sentence.set(state.compiling() ? "GPU: compiling, " + state.done() + " of " + state.all()
                + " kernels; the CPU answers meanwhile" : "");
        if (!state.failure().isEmpty() && !toldOfFailure) {
            toldOfFailure = true;
            failed.accept("The GPU failed (" + state.failure() + "); the CPU goes on with the same results.");
        }
        improve();
    }

    /** What the CPU computed while the device was not ready is read again when it is, and nothing else goes on. */
    private void improve() {
        if (!wanted || running.busyProperty().get() || desk.runningProperty().get() > 0) {
            return;
        }
        DeviceWatch.State state = watch.state();
        if (state.ready() && state.news() > overcome && rereadings < MOST_REREADINGS) {
            overcome = state.news();
            reread.run();
        }
    }
}
