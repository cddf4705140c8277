package org.vitrine.transformer.ops;

/**
 * The end of work that is no longer wanted: its thread was interrupted, which is how Java says so, or whoever asked for it
 * said so in another way. What was being made is given up; models, operations and whatever was made before stay as they are,
 * so the next run has the same numbers. The thread stays interrupted until somebody asks {@link Thread#interrupted}.
 */
public final class CancelledException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Work was cancelled. */
    public CancelledException() {
        super("cancelled");
    }

    /**
     * To be called every few milliseconds by work that takes longer.
     *
     * @throws CancelledException if the calling thread was interrupted; in a task of {@link Ops#each}, if the thread was that
     *     waits for the tasks
     */
    public static void check() {
        if (Workers.asker().isInterrupted()) {
            throw new CancelledException();
        }
    }
}
