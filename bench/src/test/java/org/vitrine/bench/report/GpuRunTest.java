package org.vitrine.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.bench.probe.Machine;
import org.vitrine.bench.report.GpuMeasurement.Difference;
import org.vitrine.bench.report.GpuMeasurement.First;
import org.vitrine.bench.report.Peers.Peer;
import org.vitrine.transformer.ops.AcceleratorStatus;
import org.vitrine.transformer.ops.AcceleratorStatus.Device;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From a device's measurements to the table and the file. */
class GpuRunTest {
    private static final Machine MACHINE = new Machine("2026-01-01T00:00Z", "a processor", 2, 256, List.of(),
            8_000_000_000L, "an OS", "a JVM", List.of("-Xmx8g"), Double.NaN);
    private static final AcceleratorStatus STATUS = new AcceleratorStatus("TornadoVM 5",
            List.of(new Device("a card", "OPENCL, its maker", "GPU", 6_000_000_000L, 30)), "", "");
    private static final GpuRun.Host HOST = new GpuRun.Host(STATUS, 0.5, MACHINE, 2, "abc1234");
    private static final GpuMeasurement PASS = new GpuMeasurement("bert-base-128", Unit.MILLISECONDS, 30, 20, 120,
            new First(9, 7), new Difference(2e-6, "encoder.3.mlp.resid", 0.021));
    private static final GpuMeasurement WRITING = new GpuMeasurement("distilgpt2-decode", Unit.TOKENS_PER_SECOND,
            Double.NaN, 150, 100, new First(5, 4), new Difference(1e-5, "head.logits", 0.03));

    private static Peers peers(double milliseconds) {
        return new Peers("m", "s", 2, Map.of("bert-base-128",
                List.of(new Peer(GpuMeasurement.PEER, milliseconds, Unit.MILLISECONDS))));
    }

    private static GpuRun run(Peers peers) {
        return new GpuRun(HOST, false, peers, List.of(PASS, WRITING));
    }

    private static List<String> lines(GpuRun run) {
        return GpuTable.of(run).lines().map(line -> line.strip().replaceAll(" +", " ")).toList();
    }

    @Test
    void theHeadNamesTheDeviceTheMachineAndTheCommit() {
        assertThat(GpuTable.head(HOST))
                .startsWith("a card (GPU), OPENCL, its maker, 6.0 GB of memory, 30 compute units\n")
                .contains("TornadoVM 5, ready in 0.5 s\n", "a processor", "a JVM")
                .endsWith("2 threads, commit abc1234\n");
    }

    @Test
    void withoutPeersThereIsNoTarget() {
        assertThat(lines(run(Peers.NONE))).containsExactly(
                "work unit traced untraced vector traced/vector first, s compiling, s largest difference in of tolerance",
                "bert-base-128 ms 30.00 20.00 120.0 0.25 9.00 7.00 2.0e-06 encoder.3.mlp.resid 3 %",
                "distilgpt2-decode tokens/s 150.0 100.0 1.50 5.00 4.00 1.0e-05 head.logits 3 %");
    }

    @Test
    void thePeersTimeIsJudged() {
        assertThat(lines(run(peers(20)))).anyMatch(line -> line.endsWith(GpuMeasurement.PEER + " 20.00 1.50 met"))
                .contains("1 of 1 targets met");
        assertThat(lines(run(peers(10)))).anyMatch(line -> line.endsWith(" 10.00 3.00 at most 1.50"))
                .contains("0 of 1 targets met");
    }

    @Test
    void theFileHoldsAllThatWasMeasuredAndNothingElse(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("run.json");
        GpuJson.write(run(peers(10)), file);
        JsonNode json = JsonMapper.shared().readTree(Files.readString(file));
        assertThat(json.at("/device/memory_bytes").longValue()).isEqualTo(6_000_000_000L);
        assertThat(json.at("/commit").asString()).isEqualTo("abc1234");
        assertThat(json.at("/results/0/by_vector").doubleValue()).isEqualTo(0.25);
        assertThat(json.at("/results/0/target/reached").doubleValue()).isEqualTo(3);
        assertThat(json.at("/results/0/target/met").booleanValue()).isFalse();
        assertThat(json.at("/results/1").has("traced")).isFalse();
        assertThat(json.at("/results/1").has("target")).isFalse();
        assertThat(json.at("/results/1/first_seconds").doubleValue()).isEqualTo(5);
    }
}
