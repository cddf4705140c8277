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
import org.vitrine.ui.session.Family;
import org.vitrine.ui.session.LoadedModel;
import org.vitrine.ui.session.ModelInput;
import org.vitrine.ui.session.Texts;
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
                + "its name, as a safetensors file that Python can open. The file also holds what the model read: input.ids, "
                + "BERT's input.segments, BART's input.decoder_ids.",
        footer = {"",
            "Example:", "  vitrine trace \"The keys to the cabinet\" --out keys.safetensors",
            "  vitrine trace \"The keys\" --out heads.safetensors --only \"*.attn.pattern\"",
            "  vitrine trace \"Where was the cat?\" \"On the mat.\" --out cat.safetensors"})
final class TraceCommand implements Callable<Integer> {
    private static final int FEW_NAMES = 6;

    @Parameters(index = "0", arity = "0..1", paramLabel = "TEXT", description = "The text, in quotes.")
    private String text;

    @Parameters(index = "1", arity = "0..1", paramLabel = "TEXT_B",
            description = "BERT's second text, or the text of BART's decoder (default: the same text again).")
    private String pair;

    @Option(names = "--ids", paramLabel = "LIST", converter = IdList.Reader.class,
            description = "Token ids such as 2,93,119 in place of TEXT.")
    private IdList ids;

    @Option(names = "--segment-ids", paramLabel = "LIST", converter = IdList.Reader.class,
            description = "With --ids, for BERT: the segment of each id, 0 or 1 (default: all 0).")
    private IdList segments;

    @Option(names = "--decoder-ids", paramLabel = "LIST", converter = IdList.Reader.class,
            description = "With --ids, for BART: what the decoder reads (default: the ids, shifted).")
    private IdList decoderIds;

    @Option(names = "--unshifted",
            description = "BART's decoder reads TEXT_B as it is. By default it reads it as when it "
                    + "writes it: behind the start token, without the last one.")
    private boolean unshifted;

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
        checkOptions();
        Path file = path();
        model.decide(new Texts(text == null ? "" : text, pair == null ? "" : pair));
        LoadedModel loaded = model.load(console);
        ModelInput input = input(loaded);
        Trace trace = trace(loaded, input);
        TraceFile.write(file, trace, input.named(), Map.of("model", loaded.name(), "format", "pt"));
        output.give(new TraceAnswer(loaded.name(), file, input.named(), trace), console);
        return 0;
    }

    private void checkOptions() {
        if ((text == null) == (ids == null)) {
            throw usage(text == null
                    ? "TEXT is missing; give a text in quotes, or --ids"
                    : "TEXT and --ids exclude each other; give one of them");
        }
        if (ids == null && (segments != null || decoderIds != null)) {
            throw usage("--segment-ids and --decoder-ids go with --ids, not with a text");
        }
        if (unshifted && pair == null) {
            throw usage("--unshifted is about the text of BART's decoder; give it as TEXT_B");
        }
    }

    private ModelInput input(LoadedModel loaded) {
        if (ids != null) {
            return loaded.input(IdList.numbers(ids), IdList.numbers(segments), IdList.numbers(decoderIds));
        }
        if (unshifted && loaded.family() != Family.BART) {
            throw usage("--unshifted is about the text of BART's decoder; " + loaded.name() + " is "
                    + loaded.family().title());
        }
        return loaded.input(text, pair == null ? "" : pair, !unshifted);
    }

    private Trace trace(LoadedModel loaded, ModelInput input) {
        NamePattern wanted = new NamePattern(only);
        List<String> names = new ArrayList<>();
        Recording recording = Recording.only(name -> {
            names.add(name.toString());
            return wanted.wants(name.toString());
        });
        loaded.forward(input, recording);
        Trace trace = recording.trace();
        if (trace.names().isEmpty() && input.named().keySet().stream().noneMatch(wanted::wants)) {
            throw new CommandException("no tensor has a name like '" + String.join("' or '", only) + "'; there are "
                    + names.size() + ", such as " + String.join(", ", some(names)) + loaded.absentHeads());
        }
        loaded.fetch(trace);
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
