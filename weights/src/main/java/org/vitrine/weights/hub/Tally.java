package org.vitrine.weights.hub;

/** Counts what has arrived, for a listener. */
final class Tally {
    private final PullListener listener;
    private long done;
    private long total;

    Tally(PullListener listener) {
        this.listener = listener;
    }

    /** So many bytes more are to be fetched. */
    void expect(long bytes) {
        total += bytes;
    }

    /** So many bytes of a file are here. */
    void at(RemoteFile file, long bytes) {
        listener.progress(new PullListener.Step(file.name(), bytes, file.size(), done + bytes, total));
    }

    /** All of a file is here and in order. */
    void complete(RemoteFile file) {
        done += file.size();
        listener.complete(file.name(), file.size());
    }
}
