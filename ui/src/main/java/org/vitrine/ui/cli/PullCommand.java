package org.vitrine.ui.cli;

import java.util.concurrent.Callable;
import org.vitrine.transformer.config.ConfigFile;
import org.vitrine.ui.session.Family;
import org.vitrine.weights.ModelFiles;
import org.vitrine.weights.hub.HubCache;
import org.vitrine.weights.hub.HubPull;
import org.vitrine.weights.hub.HubSettings;
import org.vitrine.weights.hub.Pulled;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Fetches a model from Hugging Face's hub. */
@Command(name = "pull", header = "Get a model from Hugging Face's hub.", sortOptions = false,
        description = "Fetches what Vitrine needs of a model into the cache that Python's programs use, too: configuration, "
                + "tokenizer, weights. What is there is not fetched again; what was broken off goes on where it stopped. "
                + "HF_TOKEN opens private models, HF_HUB_CACHE or HF_HOME say where the cache is, HF_ENDPOINT names "
                + "another hub, HF_HUB_OFFLINE=1 forbids to ask it. HTTPS_PROXY and NO_PROXY are followed.",
        footer = {"", "Example:", "  vitrine pull distilgpt2",
            "  vitrine predictions \"The keys to the cabinet\" -m distilgpt2"})
final class PullCommand implements Callable<Integer> {
    private static final String MAIN = "main";

    @Parameters(paramLabel = "ID", description = "The id of a model, such as distilgpt2 or facebook/bart-base.")
    private String id;

    @Option(names = "--revision", paramLabel = "R", defaultValue = MAIN,
            description = "A branch, a tag or a commit (default: ${DEFAULT-VALUE}).")
    private String revision;

    @Mixin
    private OutputOptions output;

    @Spec
    private CommandSpec spec;

    private final Console console;

    PullCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        checkUsage();
        HubSettings settings = console.hub();
        Thread hint = new Thread(() -> console.note("broken off; the same pull goes on where this one stopped"));
        Runtime.getRuntime().addShutdownHook(hint);
        Pulled pulled;
        try (PullLines lines = new PullLines(console)) {
            pulled = new HubPull(settings, lines, PullCommand::requireSupported).run(id, revision);
        } finally {
            removeHint(hint);
        }
        Family family = Family.of(ConfigFile.of(pulled.snapshot().files()));
        output.give(new PullAnswer(pulled, revision.equals(MAIN) ? id : id + "@" + revision, family), console);
        return 0;
    }

    private void checkUsage() {
        if (ModelFiles.classroomNames().contains(id)) {
            throw new ParameterException(spec.commandLine(),
                    id + " is part of vitrine and need not be pulled; use it with "
                            + "-m " + id);
        }
        if (!HubCache.isId(id)) {
            throw new ParameterException(spec.commandLine(), "no model has the id '" + id + "'; expected one such as "
                    + "distilgpt2 or facebook/bart-base");
        }
        if (!HubCache.isRevision(revision)) {
            throw new ParameterException(spec.commandLine(), "--revision takes a branch, a tag or a commit, not '"
                    + revision + "'");
        }
    }

    /** Looks at the configuration before gigabytes are fetched. */
    private static void requireSupported(ModelFiles files) {
        ConfigFile file = ConfigFile.of(files);
        Family.of(file).facts(file);
        Family.checkStorage(file);
    }

    private static void removeHint(Thread hint) {
        try {
            Runtime.getRuntime().removeShutdownHook(hint);
        } catch (IllegalStateException e) {
            // the program is ending, and the hint is being given
        }
    }
}
