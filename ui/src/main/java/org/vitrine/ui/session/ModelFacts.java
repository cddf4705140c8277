package org.vitrine.ui.session;

import org.vitrine.transformer.config.ConfigFile;
import org.vitrine.transformer.config.ModelException;

/**
 * What a model's {@code config.json} says, known before its weights are read.
 *
 * @param name what the user called it
 * @param family which kind of model it is
 */
public record ModelFacts(String name, Family family) {
    /**
     * Looks a model up.
     *
     * @param cache where ids are looked for
     * @throws ModelException if there is no such model, or its kind is not supported
     * @throws org.vitrine.weights.WeightsException if its folder cannot be read
     */
    public static ModelFacts of(String name, ModelCache cache) {
        return new ModelFacts(name, Family.of(ConfigFile.of(ModelLookup.find(name, cache))));
    }
}
