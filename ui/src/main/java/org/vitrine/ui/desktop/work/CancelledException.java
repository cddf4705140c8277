package org.vitrine.ui.desktop.work;

/** The end of work that is no longer wanted. Nobody needs to be told. */
public final class CancelledException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CancelledException() {
        super("cancelled");
    }
}
