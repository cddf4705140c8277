package org.vitrine.bench.report;

import java.nio.file.Path;
import org.vitrine.bench.probe.Machine;
import org.vitrine.bench.report.Peers.Peer;
import org.vitrine.bench.report.Target.Verdict;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A run as one JSON object; what was not measured is not there. */
public final class RunJson {
    private RunJson() {
    }

    /**
     * Writes it to a file; one of that name is replaced.
     *
     * @throws tools.jackson.core.JacksonException if the file cannot be written
     */
    public static void write(Run run, Path file) {
        JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValue(file, of(run));
    }

    static ObjectNode of(Run run) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        machine(json, run.machine());
        json.put("threads", run.threads());
        json.put("quick", run.quick());
        json.putObject("peak").put("fma_gflops", run.peak().gflops()).put("read_gigabytes_per_second",
                run.peak().gigabytesPerSecond());
        if (run.peers().threads() > 0) {
            json.putObject("peers").put("machine", run.peers().machine()).put("software", run.peers().software())
                    .put("threads", run.peers().threads());
        }
        ArrayNode results = json.putArray("results");
        run.rows().forEach(row -> result(results.addObject(), row));
        return json;
    }

    static void machine(ObjectNode json, Machine machine) {
        json.put("date", machine.date());
        ObjectNode to = json.putObject("machine");
        to.put("processor", machine.processor()).put("cores", machine.cores()).put("vector_bits", machine.vectorBits());
        machine.caches().forEach(to.putArray("caches")::add);
        to.put("memory_bytes", machine.memoryBytes()).put("os", machine.os());
        number(to, "load_average", machine.load());
        json.put("jvm", machine.jvm());
        machine.options().forEach(json.putArray("jvm_options")::add);
    }

    private static void result(ObjectNode to, Run.Row row) {
        Measurement ours = row.measurement();
        to.put("work", ours.work()).put("unit", ours.unit().symbol());
        number(to, "traced", ours.traced());
        number(to, "untraced", ours.untraced());
        number(to, "recording_percent", ours.recordingPercent());
        if (ours.flops() > 0) {
            to.put("flops", ours.flops());
        }
        number(to, "gflops", ours.gflops());
        number(to, "fma_peak_percent", row.peakPercent());
        if (ours.bytes() > 0) {
            to.put("bytes_per_token", ours.bytes());
        }
        number(to, "bandwidth_percent", row.bandwidthPercent());
        ArrayNode figures = to.putArray("figures");
        ours.figures().forEach(figure -> {
            ObjectNode each = figures.addObject().put("name", figure.name());
            number(each, "value", figure.value());
            each.put("unit", figure.unit());
        });
        ArrayNode peers = to.putArray("peers");
        row.peers().forEach(peer -> peer(peers.addObject(), row, peer));
        ArrayNode targets = to.putArray("targets");
        row.verdicts().forEach(verdict -> target(targets.addObject(), verdict));
    }

    private static void peer(ObjectNode to, Run.Row row, Peer peer) {
        to.put("peer", peer.name()).put("value", peer.value()).put("unit", peer.unit().symbol());
        number(to, "traced_by_peer", row.tracedBy(peer.name()));
        number(to, "untraced_by_peer", row.untracedBy(peer.name()));
    }

    private static void target(ObjectNode to, Verdict verdict) {
        to.put("what", verdict.target().what()).put("compare", verdict.target().atMost() ? "<=" : ">=");
        to.put("limit", verdict.target().limit()).put("reached", verdict.reached()).put("met", verdict.met());
    }

    /** JSON has no word for what is no number. */
    static void number(ObjectNode to, String name, double value) {
        if (Double.isFinite(value)) {
            to.put(name, value);
        }
    }
}
