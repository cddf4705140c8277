package org.vitrine.ui.cli;

import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jdk.incubator.vector.FloatVector;
import org.vitrine.transformer.ops.Accelerator;
import org.vitrine.transformer.ops.AcceleratorStatus;
import org.vitrine.transformer.ops.AcceleratorStatus.Device;
import org.vitrine.ui.session.Backend;
import org.vitrine.ui.terminal.Figure;
import tools.jackson.core.JsonGenerator;

/**
 * What computes here, as far as numbers and texts may depend on it: for the end of an answer, and for a report.
 *
 * @param threads of the vector back end
 * @param cpu the processor's name, if it is known
 * @param gpu what the accelerator says
 */
record MachineFacts(int threads, Optional<String> cpu, AcceleratorStatus gpu) {
    private static final String UTF_8 = "UTF-8";

    static MachineFacts of(int threads, Optional<Accelerator> accelerator) {
        return new MachineFacts(threads, CpuName.find(), Backend.status(accelerator));
    }

    /** Why there is no GPU, and what to do. */
    String noGpu() {
        return (gpu.message() + " " + gpu.hint()).strip();
    }

    /** All facts in words. */
    Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("Vitrine", CommandLines.version());
        words.put("Java", java());
        words.put("system", system() + ", " + architecture());
        words.put("CPU", cpu.orElse("unknown") + ", " + processors() + " processors");
        words.put("vectors", FloatVector.SPECIES_PREFERRED.vectorBitSize() + " bits, " + lanes() + " lanes of 32 bits");
        words.put("threads", Integer.toString(threads));
        words.put("heap", "at most " + Figure.bytes(heap()));
        words.put("texts", texts());
        if (gpu.available()) {
            words.put("GPU", gpu.devices().stream().map(MachineFacts::words).collect(Collectors.joining("; ")));
            words.put("GPU driver", gpu.driver());
        } else {
            words.put("GPU", "none, so none was checked: " + noGpu());
        }
        words.replaceAll((name, value) -> withoutHome(value));
        return words;
    }

    /** A text in which nobody's home folder has a name: it would say who reports. */
    static String withoutHome(String text) {
        String home = System.getProperty("user.home", "");
        return home.length() > 1 ? text.replace(home, "~") : text;
    }

    private static String words(Device device) {
        return device.name() + " (" + device.type() + ", " + device.platform() + ", " + Figure.bytes(device.memory())
                + ")";
    }

    /** Writes {@code machine}. */
    void write(JsonGenerator json) {
        json.writeObjectPropertyStart("machine");
        json.writeStringProperty("vitrine", CommandLines.version());
        json.writeStringProperty("java", java());
        json.writeStringProperty("system", system());
        json.writeStringProperty("architecture", architecture());
        cpu.ifPresent(name -> json.writeStringProperty("cpu", name));
        json.writeNumberProperty("processors", processors());
        json.writeNumberProperty("vector_bits", FloatVector.SPECIES_PREFERRED.vectorBitSize());
        json.writeNumberProperty("vector_lanes", lanes());
        json.writeNumberProperty("threads", threads);
        json.writeNumberProperty("heap", heap());
        json.writeStringProperty("file_encoding", Charset.defaultCharset().name());
        json.writeStringProperty("name_encoding", nameEncoding());
        json.writeStringProperty("locale", Locale.getDefault().toLanguageTag());
        GpuJson.write(json, gpu);
        json.writeEndObject();
    }

    private static String java() {
        return Runtime.version() + " (" + System.getProperty("java.vm.name") + ", " + System.getProperty("java.vm.info")
                + ", " + System.getProperty("java.vendor") + ")";
    }

    private static String system() {
        return System.getProperty("os.name") + " " + System.getProperty("os.version");
    }

    private static String architecture() {
        return System.getProperty("os.arch");
    }

    private static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }

    private static long heap() {
        return Runtime.getRuntime().maxMemory();
    }

    private static int lanes() {
        return FloatVector.SPECIES_PREFERRED.length();
    }

    /** How files, and file names and arguments, become texts, and which language numbers are written in elsewhere. */
    private static String texts() {
        String files = Charset.defaultCharset().name();
        boolean usual = files.equals(UTF_8) && nameEncoding().equals(UTF_8);
        String encodings = usual ? files : files + " in files, " + nameEncoding() + " in names and arguments";
        return encodings + ", locale " + Locale.getDefault().toLanguageTag();
    }

    private static String nameEncoding() {
        return System.getProperty("sun.jnu.encoding", "unknown");
    }
}
