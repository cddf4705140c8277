package org.vitrine.weights.hub;

/** Is told how a pull goes on, on the thread that pulls. */
public interface PullListener {
    /**
     * How far a pull is.
     *
     * @param file which file is being fetched
     * @param fileDone bytes of it that are here
     * @param fileSize bytes that it has
     * @param done bytes that are here of all files that are fetched
     * @param total bytes of all files that are fetched, as far as is known by now
     */
    record Step(String file, long fileDone, long fileSize, long done, long total) {
    }

    /** Bytes have arrived; many times a second. */
    void progress(Step step);

    /** A file is here as a whole, and its content was checked. */
    void complete(String file, long bytes);

    /** A sentence for a person: why it has to wait. */
    void note(String sentence);

    /** For those who do not want to know. */
    static PullListener silent() {
        return new PullListener() {
            @Override
            public void progress(Step step) {
                // not wanted
            }

            @Override
            public void complete(String file, long bytes) {
                // not wanted
            }

            @Override
            public void note(String sentence) {
                // not wanted
            }
        };
    }
}
