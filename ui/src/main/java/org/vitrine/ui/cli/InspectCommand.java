package org.vitrine.ui.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.vitrine.transformer.config.ConfigFile;
import org.vitrine.transformer.config.ModelException;
import org.vitrine.ui.session.Family;
import org.vitrine.ui.session.ModelLookup;
import org.vitrine.weights.Checkpoint;
import org.vitrine.weights.ModelFiles;
import org.vitrine.weights.Safetensors;
import org.vitrine.weights.TensorEntry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Says what is in a model's files without running it. */
@Command(name = "inspect", header = "What is in a model's files?", sortOptions = false,
        description = "Shows a model's configuration and every tensor of its weights: name, type, shape, bytes, and "
                + "which intermediates it makes; which tensors are missing, and which are not used and why. Checks "
                + "that the files keep the rules of their format.",
        footer = {"", "Example:",
            "  vitrine inspect classroom-gpt2", "  vitrine inspect path/to/model.safetensors"})
final class InspectCommand implements Callable<Integer> {
    @Parameters(paramLabel = "MODEL", description = "A classroom model, the folder of a model, or a safetensors file.")
    private String model;

    @Mixin
    private OutputOptions output;

    private final Console console;

    InspectCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        output.give(isFile() ? file() : model(ModelLookup.find(model)), console);
        return 0;
    }

    private boolean isFile() {
        try {
            return Files.isRegularFile(Path.of(model));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private InspectAnswer file() {
        try (Safetensors file = Safetensors.open(Path.of(model))) {
            return new InspectAnswer(model, file.metadata(), file.entries(), Optional.empty(), Optional.empty());
        }
    }

    private static InspectAnswer model(ModelFiles files) {
        ConfigFile config = ConfigFile.of(files);
        Description description = Description.of(config);
        try (Checkpoint checkpoint = Checkpoint.open(files)) {
            List<TensorEntry> tensors = new ArrayList<>();
            for (String name : checkpoint.names()) {
                tensors.add(checkpoint.find(name).orElseThrow().entry());
            }
            return new InspectAnswer(files.name(), description.facts, tensors, description.problem,
                    description.family.map(family -> family.inventory(checkpoint, config)));
        }
    }

    /**
     * A configuration in our words.
     *
     * @param family whose it is, if it makes sense as one of a supported family
     * @param problem why such a model cannot be run; nothing if it can
     */
    private record Description(Map<String, String> facts, Optional<Family> family, Optional<String> problem) {
        static Description of(ConfigFile config) {
            Map<String, String> facts = new LinkedHashMap<>();
            facts.put("kind", config.modelType());
            Optional<Family> family = Optional.empty();
            try {
                Family known = Family.of(config);
                known.facts(config).forEach((name, value) -> facts.put(name, value.toString()));
                family = Optional.of(known);
                Family.checkStorage(config);
                return new Description(facts, family, Optional.empty());
            } catch (ModelException e) {
                return new Description(facts, family, Optional.of(e.getMessage()));
            }
        }
    }
}
