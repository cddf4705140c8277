package org.vitrine.transformer.generate;

/**
 * When a beam search that has finished as many texts as it has beams stops looking for better ones: the key
 * {@code early_stopping}.
 */
public enum EarlyStopping {
    /** At once ({@code true}). */
    WHEN_FULL("true"),
    /** When the best text being written, as long as it is now, does not beat the worst finished ({@code false}). */
    WHEN_UNLIKELY("false"),
    /** When it would not even at the length that flatters it most, so that nothing is missed ({@code "never"}). */
    WHEN_HOPELESS("\"never\"");

    private final String json;

    EarlyStopping(String json) {
        this.json = json;
    }

    /** How a configuration file writes it. */
    String json() {
        return json;
    }
}
