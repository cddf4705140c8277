package org.vitrine.ui.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.vitrine.transformer.trace.Recording;
import org.vitrine.transformer.trace.Trace;
import org.vitrine.transformer.trace.TraceFile;
import org.vitrine.ui.session.LoadedModel;
import org.vitrine.ui.session.Passage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes every intermediate tensor of one forward pass to a file. */
@Command(name = "trace", header = "Write every intermediate tensor to a file.", sortOptions = false,
        description = "Runs the model once over the text and writes what it computed on the way, every tensor under "
                + "its name, as a safetensors file that Python can open. The file also holds input.ids.",
        footer = {"",
            "Example:", "  vitrine trace \"The keys to the cabinet\" --out keys.safetensors",
            "  vitrine trace \"The keys to the cabinet\" --out heads.safetensors --only \"decoder.*.attn.pattern\""})
final class TraceCommand implements Callable<Integer> {
    static final String IDS = "input.ids";
    private static final int FEW_NAMES = 6;

    @Parameters(arity = "0..1", paramLabel = "TEXT", description = "The text, in quotes.")
    private String text;

    @Option(names = "--ids", paramLabel = "LIST", description = "Token ids such as 2,93,119 in place of TEXT.")
    private String ids;

    @Option(names = "--out", paramLabel = "FILE", required = true,
            description = "The file to write; one of that name is replaced.")
    private String out;

    @Option(names = "--only", paramLabel = "PATTERN", description = "Only tensors with such a name; * stands for any "
            + "characters, dots included: decoder.3.* is all of layer 3. May be given several times.")
    private List<String> only = List.of();

    @Mixin
    private ModelOptions model;

    @Mixin
    private OutputOptions output;

    @Spec
    private CommandSpec spec;

    private final Console console;

    TraceCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if ((text == null) == (ids == null)) {
            throw usage(text == null
                    ? "TEXT is missing; give a text in quotes, or --ids"
                    : "TEXT and --ids exclude each other; give one of them");
        }
        int[] given = ids == null ? null : parsed();
        Path file = path();
        LoadedModel loaded = model.load();
        Passage passage = given == null ? loaded.passage(text) : loaded.passage(given);
        Trace trace = trace(passage);
        TraceFile.write(file, trace, Map.of(IDS, passage.ids()), Map.of("model", loaded.name(), "format", "pt"));
        output.give(new TraceAnswer(loaded.name(), file, passage.size(), trace), console);
        return 0;
    }

    private Trace trace(Passage passage) {
        NamePattern wanted = new NamePattern(only);
        List<String> names = new ArrayList<>();
        Recording recording = Recording.only(name -> {
            names.add(name.toString());
            return wanted.wants(name.toString());
        });
        passage.model().gpt2().forward(passage.ids(), recording);
        Trace trace = recording.trace();
        if (trace.names().isEmpty() && !wanted.wants(IDS)) {
            throw new CommandException("no tensor has a name like '" + String.join("' or '", only) + "'; there are "
                    + names.size() + ", such as " + String.join(", ", some(names)));
        }
        return trace;
    }

    /** A few names from all over the model. */
    private static List<String> some(List<String> names) {
        List<String> some = new ArrayList<>();
        for (int i = 0; i < FEW_NAMES; i++) {
            some.add(names.get(i * (names.size() - 1) / (FEW_NAMES - 1)));
        }
        return some;
    }

    private int[] parsed() {
        String[] words = ids.split(",", -1);
        int[] numbers = new int[words.length];
        for (int i = 0; i < words.length; i++) {
            try {
                numbers[i] = Integer.parseInt(words[i].strip());
            } catch (NumberFormatException e) {
                throw usage("--ids takes whole numbers with commas between them, such as 2,93,119; '" + words[i]
                        + "' is none");
            }
        }
        return numbers;
    }

    private Path path() {
        try {
            return Path.of(out);
        } catch (InvalidPathException e) {
            throw usage("--out: no file can be called '" + out + "'");
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
