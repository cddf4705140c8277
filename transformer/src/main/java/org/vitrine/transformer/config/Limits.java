package org.vitrine.transformer.config;

/** How much a model can read. */
public interface Limits {
    /** The longest text, in tokens. */
    int context();

    /** V: token ids go from 0 to one less. */
    int vocabulary();
}
