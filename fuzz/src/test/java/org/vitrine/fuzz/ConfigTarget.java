package org.vitrine.fuzz;

import java.util.List;
import org.vitrine.transformer.bart.BartConfig;
import org.vitrine.transformer.bert.BertConfig;
import org.vitrine.transformer.config.ConfigFile;
import org.vitrine.transformer.generate.GenerationSettings;
import org.vitrine.transformer.gpt2.Gpt2Config;
import org.vitrine.ui.session.Family;
import org.vitrine.weights.ModelFiles;

/** Reads a configuration of a model and of its writing. */
final class ConfigTarget {
    private static final int VOCABULARY = 100;
    private static final int CONTEXT = 64;

    private ConfigTarget() {
    }

    /** Takes the input for the files of a model. */
    static void run(byte[] input) {
        ModelFiles files = new Bundle(input);
        Expected.refusal(() -> {
            ConfigFile file = ConfigFile.of(files);
            for (Runnable reader : List.<Runnable>of(() -> gpt2(Gpt2Config.of(file)), () -> BertConfig.of(file),
                    () -> BartConfig.of(file).tokenScale(), () -> Family.of(file).sentence(file))) {
                Expected.refusal(reader);
            }
        });
        Expected.refusal(() -> GenerationSettings.leftOut(files));
        Expected.refusal(() -> GenerationSettings.of(files, VOCABULARY).forPrompt(3, CONTEXT).rules());
    }

    private static void gpt2(Gpt2Config config) {
        Expected.that(config.neurons() > 0, "at least one neuron, not " + config.neurons());
        config.scaling(0);
    }
}
