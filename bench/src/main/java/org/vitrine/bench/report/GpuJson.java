package org.vitrine.bench.report;

import java.nio.file.Path;
import org.vitrine.transformer.ops.AcceleratorStatus.Device;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A run on a device as one JSON object; what was not measured is not there. */
public final class GpuJson {
    private GpuJson() {
    }

    /**
     * Writes it to a file; one of that name is replaced.
     *
     * @throws tools.jackson.core.JacksonException if the file cannot be written
     */
    public static void write(GpuRun run, Path file) {
        JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValue(file, of(run));
    }

    private static ObjectNode of(GpuRun run) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        GpuRun.Host host = run.host();
        Device device = host.device();
        json.putObject("device").put("name", device.name()).put("type", device.type())
                .put("platform", device.platform())
                .put("memory_bytes", device.memory()).put("compute_units", device.units())
                .put("driver", host.status().driver()).put("found_in_seconds", host.startSeconds());
        RunJson.machine(json, host.machine());
        json.put("threads", host.threads()).put("commit", host.commit()).put("quick", run.quick());
        if (run.peers().threads() > 0) {
            json.putObject("peers").put("machine", run.peers().machine()).put("software", run.peers().software());
        }
        ArrayNode results = json.putArray("results");
        run.measurements().forEach(each -> result(results.addObject(), each, run.peers()));
        return json;
    }

    private static void result(ObjectNode to, GpuMeasurement ours, Peers all) {
        to.put("work", ours.work()).put("unit", ours.unit().symbol());
        RunJson.number(to, "traced", ours.traced());
        RunJson.number(to, "untraced", ours.untraced());
        RunJson.number(to, "vector", ours.vector());
        RunJson.number(to, "by_vector", ours.byVector());
        to.put("first_seconds", ours.first().seconds()).put("compiling_seconds", ours.first().compiling());
        RunJson.number(to, "largest_difference", ours.difference().largest());
        to.put("largest_tensor", ours.difference().tensor());
        RunJson.number(to, "share_of_tolerance", ours.difference().share());
        ArrayNode peers = to.putArray("peers");
        all.of(ours.work()).forEach(peer -> {
            ObjectNode each = peers.addObject().put("peer", peer.name()).put("value", peer.value()).put("unit",
                    peer.unit().symbol());
            RunJson.number(each, "by_peer", ours.by(peer));
        });
        ours.byTarget(all).ifPresent(reached -> to.putObject("target").put("peer", GpuMeasurement.PEER)
                .put("limit", GpuMeasurement.LIMIT).put("reached", reached)
                .put("met", reached <= GpuMeasurement.LIMIT));
    }
}
