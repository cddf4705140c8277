package org.vitrine.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.vitrine.bench.probe.Machine;
import org.vitrine.bench.report.GpuJson;
import org.vitrine.bench.report.GpuMeasurement;
import org.vitrine.bench.report.GpuRun;
import org.vitrine.bench.report.GpuTable;
import org.vitrine.bench.report.Peers;
import org.vitrine.bench.work.Effort;
import org.vitrine.bench.work.GpuWorks;
import org.vitrine.bench.work.Lab;
import org.vitrine.bench.work.Models;
import org.vitrine.bench.work.TemporaryFolder;
import org.vitrine.transformer.ops.Accelerator;
import org.vitrine.transformer.ops.AcceleratorStatus;
import org.vitrine.ui.session.Backend;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Times the work on a GPU, beside the vector back end: {@code bench/gpu}. */
@Command(name = "bench/gpu", header = "Time Vitrine's work on this machine's GPU.", sortOptions = false,
        description = "On TornadoVM's default device, and on the CPU in turns with it. Models have real sizes and random "
                + "weights. TORNADOVM_HOME names TornadoVM's folder. bench/README.md says what the table means.",
        optionListHeading = "%nOptions:%n")
public final class GpuBench implements Callable<Integer> {
    @Option(names = "--only", paramLabel = "WORK", split = ",",
            description = "Only this work, names with commas between them (default: all): ${COMPLETION-CANDIDATES}.",
            completionCandidates = WorkNames.class)
    private List<String> only = GpuWorks.names();

    @Option(names = "--threads", paramLabel = "N",
            description = "Threads of the vector back end (default: one for each processor).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--peers", paramLabel = "FILE",
            description = "What other programs need for the same work on the same device, as JSON.")
    private Path peersFile;

    @Option(names = "--json", paramLabel = "FILE", description = "Write all numbers to this file, as JSON.")
    private Path jsonFile;

    @Option(names = "--quick", description = "Do everything once, to see that it works; the times then mean nothing.")
    private boolean quick;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help and exit.")
    private boolean help;

    @Spec
    private CommandSpec spec;

    private final Optional<Accelerator> accelerator;

    /** @param accelerator what drives the device; empty if none is installed */
    GpuBench(Optional<Accelerator> accelerator) {
        this.accelerator = accelerator;
    }

    /** The names of all work, for the help. */
    static final class WorkNames extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        WorkNames() {
            super(GpuWorks.names());
        }
    }

    /** Times what the arguments say; exits with 0 when all is done, 1 when no device is found or some work failed. */
    public static void main(String[] args) {
        System.exit(CommandLines.of(new GpuBench(Accelerator.find()), "bench/gpu").execute(args));
    }

    @Override
    public Integer call() throws IOException {
        List<String> wanted = wanted();
        Peers peers = peers();
        checkOptions();
        long start = System.nanoTime();
        AcceleratorStatus status = Backend.status(accelerator);
        if (!status.available()) {
            spec.commandLine().getErr().println("bench/gpu: " + status.message() + " " + status.hint());
            return CommandLines.FAILED;
        }
        GpuRun.Host host = new GpuRun.Host(status, (System.nanoTime() - start) / 1e9, Machine.here(), threads,
                System.getProperty("vitrine.commit", ""));
        PrintWriter out = spec.commandLine().getOut();
        out.println(GpuTable.head(host));
        out.flush();
        List<GpuMeasurement> measurements = new ArrayList<>();
        boolean done = measure(wanted, measurements, out);
        GpuRun run = new GpuRun(host, quick, peers, measurements);
        out.print("\n" + GpuTable.of(run));
        out.flush();
        if (jsonFile != null) {
            GpuJson.write(run, jsonFile);
        }
        return done ? 0 : CommandLines.FAILED;
    }

    /** Does the work and prints what was measured as it comes; what fails is said and left out. */
    private boolean measure(List<String> wanted, List<GpuMeasurement> measurements, PrintWriter out)
            throws IOException {
        boolean done = true;
        try (TemporaryFolder folder = TemporaryFolder.make()) {
            Effort effort = quick ? Effort.QUICK : Effort.FULL;
            Lab lab = Lab.of(threads, effort, new Models(folder.path()), folder.path());
            for (String name : wanted) {
                try {
                    GpuMeasurement found = GpuWorks.measure(name, accelerator.orElseThrow(), lab);
                    out.println(row(found));
                    measurements.add(found);
                    done &= found.difference().share() <= 1;
                } catch (IOException | RuntimeException | OutOfMemoryError e) {
                    spec.commandLine().getErr().println(name + " failed: " + CommandLines.message(e));
                    done = false;
                }
                out.flush();
            }
        }
        return done;
    }

    private static String row(GpuMeasurement found) {
        String traced = Double.isNaN(found.traced()) ? "" : String.format(Locale.ROOT, "  traced %.2f", found.traced());
        String wrong = found.difference().share() <= 1 ? "" : ": MORE THAN THE TOLERANCE";
        return String.format(Locale.ROOT, "%-20s%s  untraced %.2f  vector %.2f %s, first %.1f s, difference %.1e%s",
                found.work(), traced, found.untraced(), found.vector(), found.unit().symbol(), found.first().seconds(),
                found.difference().largest(), wrong);
    }

    private List<String> wanted() {
        try {
            return GpuWorks.ordered(only);
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
