package org.vitrine.bench.probe;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jdk.incubator.vector.FloatVector;

/**
 * Where and when something was measured.
 *
 * @param date and time, with the distance from UTC
 * @param processor its name
 * @param cores that this program may use
 * @param vectorBits how long a vector of floats is
 * @param caches of a core, {@code L1 Data 32K}; empty where the system does not say
 * @param memoryBytes of the machine
 * @param os its name and version
 * @param jvm its name and version
 * @param options of the JVM
 * @param load how many threads wanted to run on average in the minute before, NaN where the system does not say
 */
public record Machine(String date, String processor, int cores, int vectorBits, List<String> caches, long memoryBytes,
        String os, String jvm, List<String> options, double load) {
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
    private static final Path CACHES = Path.of("/sys/devices/system/cpu/cpu0/cache");

    public Machine {
        caches = List.copyOf(caches);
        options = List.copyOf(options);
    }

    /** This one, now. */
    public static Machine here() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        double load = system.getSystemLoadAverage();
        List<String> options = ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("-X")).toList();
        return new Machine(OffsetDateTime.now().truncatedTo(ChronoUnit.SECONDS).toString(), findProcessor(),
                Runtime.getRuntime().availableProcessors(), FloatVector.SPECIES_PREFERRED.vectorBitSize(), findCaches(),
                system.getTotalMemorySize(), property("os.name") + " " + property("os.version"),
                property("java.vm.name") + " " + property("java.vm.version"), options, load < 0 ? Double.NaN : load);
    }

    private static String property(String name) {
        return System.getProperty(name, "");
    }

    /** Where there is no such file, at least the kind of processor. */
    private static String findProcessor() {
        try {
            return Files.readAllLines(PROCESSORS).stream().filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip()).findFirst()
                    .orElse(property("os.arch"));
        } catch (IOException e) {
            return property("os.arch");
        }
    }

    private static List<String> findCaches() {
        List<String> caches = new ArrayList<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(CACHES, "index*")) {
            for (Path folder : folders) {
                caches.add("L" + word(folder, "level") + " " + word(folder, "type") + " " + word(folder, "size"));
            }
        } catch (IOException e) {
            return List.of();
        }
        caches.sort(null);
        return caches;
    }

    private static String word(Path folder, String file) throws IOException {
        return Files.readString(folder.resolve(file)).strip();
    }

    /** Several lines for people. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, """
                %s, %d cores, vectors of %d bits%s
                %.1f GB of memory, %s, load average %.2f
                %s %s
                %s""", processor, cores, vectorBits, caches.isEmpty() ? "" : ", " + String.join(", ", caches),
                memoryBytes / 1e9, os, load, jvm, String.join(" ", options), date);
    }
}
