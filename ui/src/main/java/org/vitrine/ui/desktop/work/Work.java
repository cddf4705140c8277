package org.vitrine.ui.desktop.work;

/** Something that takes time and touches no part of the window. */
@FunctionalInterface
public interface Work<T> {
    /** Does it; asks {@code progress} often, so that it can be cancelled. */
    T run(Progress progress);
}
