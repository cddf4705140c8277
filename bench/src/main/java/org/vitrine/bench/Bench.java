package org.vitrine.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.vitrine.bench.probe.Machine;
import org.vitrine.bench.probe.Peak;
import org.vitrine.bench.report.Figure;
import org.vitrine.bench.report.Measurement;
import org.vitrine.bench.report.Peers;
import org.vitrine.bench.report.Run;
import org.vitrine.bench.report.RunJson;
import org.vitrine.bench.report.RunTable;
import org.vitrine.bench.work.Effort;
import org.vitrine.bench.work.Lab;
import org.vitrine.bench.work.Models;
import org.vitrine.bench.work.TemporaryFolder;
import org.vitrine.bench.work.Works;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Times work of real sizes from end to end: {@code bench/run}. */
@Command(name = "bench/run", header = "Time Vitrine's work on this machine.", sortOptions = false,
        description = "Models have real sizes and random weights. All work takes some twenty minutes and 2 GB for temporary "
                + "files; the machine should have nothing else to do. bench/README.md says what the table means.",
        optionListHeading = "%nOptions:%n")
public final class Bench implements Callable<Integer> {
    @Option(names = "--only", paramLabel = "WORK", split = ",",
            description = "Only this work, names with commas between them (default: all but viewer): ${COMPLETION-CANDIDATES}.",
            completionCandidates = WorkNames.class)
    private List<String> only = Works.usual();

    @Option(names = "--threads", paramLabel = "N",
            description = "Threads that compute (default: one for each processor).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--peers", paramLabel = "FILE",
            description = "What other programs need for the same work, as JSON.")
    private Path peersFile;

    @Option(names = "--json", paramLabel = "FILE", description = "Write all numbers to this file, as JSON.")
    private Path jsonFile;

    @Option(names = "--quick", description = "Do everything once, to see that it works; the numbers then mean nothing.")
    private boolean quick;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help and exit.")
    private boolean help;

    @Spec
    private CommandSpec spec;

    /** The names of all work, for the help. */
    static final class WorkNames extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        WorkNames() {
            super(Works.names());
        }
    }

    /** Times what the arguments say; exits with 0 when all is done, 1 when some work failed, 2 for wrong usage. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return CommandLines.of(new Bench(), "bench/run");
    }

    @Override
    public Integer call() throws IOException {
        List<String> wanted = wanted();
        Peers peers = peers();
        checkOptions();
        PrintWriter out = spec.commandLine().getOut();
        Machine machine = Machine.here();
        out.println(machine + ", " + threads + (threads == 1 ? " thread\n" : " threads\n"));
        if (peers.threads() > 0 && peers.threads() != threads) {
            out.println("The peers had " + peers.threads() + " threads, not " + threads
                    + ": compare with care, or give --threads " + peers.threads() + ".\n");
        }
        out.flush();
        List<Measurement> measurements = new ArrayList<>();
        Peak before = Peak.measure(threads);
        boolean done = measure(wanted, measurements, out);
        Run run = new Run(machine, threads, quick, before.max(Peak.measure(threads)), peers, measurements);
        out.print("\n" + RunTable.of(run));
        out.flush();
        if (jsonFile != null) {
            RunJson.write(run, jsonFile);
        }
        return done ? 0 : CommandLines.FAILED;
    }

    /** Does the work and prints what was measured as it comes; what fails is said and left out. */
    private boolean measure(List<String> wanted, List<Measurement> measurements, PrintWriter out) throws IOException {
        boolean done = true;
        try (TemporaryFolder folder = TemporaryFolder.make()) {
            Lab lab = Lab.of(threads, quick ? Effort.QUICK : Effort.FULL, new Models(folder.path()), home());
            for (String name : wanted) {
                try {
                    List<Measurement> found = Works.measure(name, lab);
                    found.forEach(each -> out.println(row(each)));
                    measurements.addAll(found);
                } catch (IOException | RuntimeException | OutOfMemoryError e) {
                    spec.commandLine().getErr().println(name + " failed: " + CommandLines.message(e));
                    done = false;
                }
                out.flush();
            }
        }
        return done;
    }

    private static String row(Measurement measurement) {
        StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%-24s", measurement.work()));
        if (!Double.isNaN(measurement.traced())) {
            row.append(String.format(Locale.ROOT, "  traced %.2f", measurement.traced()));
        }
        if (!Double.isNaN(measurement.untraced())) {
            row.append(String.format(Locale.ROOT, "  untraced %.2f", measurement.untraced()));
        }
        row.append(' ').append(measurement.unit().symbol());
        for (Figure figure : measurement.figures()) {
            row.append(String.format(Locale.ROOT, ", %s %.2f %s", figure.name(), figure.value(), figure.unit())
                    .stripTrailing());
        }
        return row.toString();
    }

    /** The folder of the project; {@code bench/run} says it. */
    private static Path home() {
        return Path.of(System.getProperty("vitrine.home", "")).toAbsolutePath();
    }

    private List<String> wanted() {
        try {
            return Works.ordered(only);
        } catch (IllegalArgumentException e) {
            throw usage("--only: " + e.getMessage());
        }
    }

    private Peers peers() {
        try {
            return peersFile == null ? Peers.NONE : Peers.read(peersFile);
        } catch (IllegalArgumentException e) {
            throw usage("--peers: " + e.getMessage());
        }
    }

    /** What would else be found wrong only in the end. */
    private void checkOptions() {
        if (threads < 1) {
            throw usage("--threads: at least one thread is needed, not " + threads);
        }
        CommandLines.checkWritable(jsonFile, spec);
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
