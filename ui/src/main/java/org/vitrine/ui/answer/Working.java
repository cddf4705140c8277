package org.vitrine.ui.answer;

/** Somebody who may like to see how far slow work is. */
@FunctionalInterface
public interface Working extends AutoCloseable {
    /** How far the work is, in few words. */
    void say(String words);

    /** The work is done. */
    @Override
    default void close() {
    }
}
