package org.vitrine.ui.cli;

import java.time.Duration;
import org.vitrine.transformer.ops.AcceleratorListener;

/** Says on standard error what becomes of an accelerator while a command waits for it. */
final class DeviceNotes implements AcceleratorListener {
    private final Console console;
    private final Duration patience;
    private Progress progress;
    private boolean hasFailed;

    DeviceNotes(Console console) {
        this(console, Duration.ofSeconds(1));
    }

    /** @param patience how long people wait before they wonder */
    DeviceNotes(Console console, Duration patience) {
        this.console = console;
        this.patience = patience;
    }

    @Override
    public synchronized void compiling(int done, int all) {
        if (hasFailed) {
            return;
        }
        if (progress == null) {
            progress = new Progress(console, patience);
        }
        progress.say("vitrine: compiling for the GPU, " + done + " of " + all + " kernels");
        if (done >= all) {
            endProgress();
        }
    }

    @Override
    public synchronized void failed(String reason) {
        endProgress();
        if (!hasFailed) {
            hasFailed = true;
            console.note("the GPU failed (" + reason + "); the CPU goes on with the same results");
        }
    }

    private void endProgress() {
        if (progress != null) {
            progress.close();
            progress = null;
        }
    }
}
