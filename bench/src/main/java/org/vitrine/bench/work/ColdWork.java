package org.vitrine.bench.work;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.vitrine.bench.report.Measurement;
import org.vitrine.bench.report.Unit;

/** A program from its start to its end, several times. The first time, in which things may be made ready, does not count. */
record ColdWork(String name, Command command) implements Work {
    private static final int RUNS = 5;

    /** Says how to start it. */
    @FunctionalInterface
    interface Command {
        List<String> of(Lab lab) throws IOException;
    }

    @Override
    public List<Measurement> measure(Lab lab) throws IOException {
        List<String> line = command.of(lab);
        run(line, lab);
        double[] times = new double[Math.min(RUNS, Math.max(1, lab.effort().runs()))];
        for (int i = 0; i < times.length; i++) {
            long start = System.nanoTime();
            run(line, lab);
            times[i] = Timing.milliseconds(start);
        }
        return List.of(Measurement.of(name, Unit.MILLISECONDS).withTraced(Timing.median(times)));
    }

    /** Runs a program until it has ended; what it prints is only of interest when it fails. */
    static void run(List<String> command, Lab lab) throws IOException {
        Path said = lab.models().place("said");
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().put("VITRINE_JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        process.getOutputStream().close();
        try {
            int status = process.waitFor();
            if (status != 0) {
                throw new IllegalStateException(command.getFirst() + " ended with status " + status + ": "
                        + Files.readString(said, StandardCharsets.UTF_8).strip());
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
