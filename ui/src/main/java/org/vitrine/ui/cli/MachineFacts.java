package org.vitrine.ui.cli;

import java.util.LinkedHashMap;
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
 * What computes here, as far as numbers may depend on it: for the end of an answer, and for a report.
 *
 * @param threads of the vector back end
 * @param gpu what the accelerator says
 */
record MachineFacts(int threads, AcceleratorStatus gpu) {
    static MachineFacts of(int threads, Optional<Accelerator> accelerator) {
        return new MachineFacts(threads, Backend.status(accelerator));
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
        words.put("system", system() + ", " + System.getProperty("os.arch"));
        words.put("vectors", lanes() + " lanes of 32 bits");
        words.put("threads", Integer.toString(threads));
        if (gpu.available()) {
            words.put("GPU", gpu.devices().stream().map(MachineFacts::words).collect(Collectors.joining("; ")));
            words.put("GPU driver", gpu.driver());
        } else {
            words.put("GPU", "none: " + noGpu());
        }
        return words;
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
        json.writeStringProperty("architecture", System.getProperty("os.arch"));
        json.writeNumberProperty("vector_lanes", lanes());
        json.writeNumberProperty("threads", threads);
        GpuJson.write(json, gpu);
        json.writeEndObject();
    }

    private static String java() {
        return Runtime.version() + " (" + System.getProperty("java.vm.name") + ", " + System.getProperty("java.vendor")
                + ")";
    }

    private static String system() {
        return System.getProperty("os.name") + " " + System.getProperty("os.version");
    }

    private static int lanes() {
        return FloatVector.SPECIES_PREFERRED.length();
    }
}
