package org.vitrine.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.bench.probe.Machine;
import org.vitrine.bench.probe.Peak;
import org.vitrine.bench.report.Peers.Peer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From measurements to the table and the file. */
class RunTest {
    private static final Machine MACHINE = new Machine("2026-01-01T00:00Z", "a processor", 2, 256,
            List.of("L1 Data 32K"), 8_000_000_000L, "an OS", "a JVM", List.of("-Xmx8g"), Double.NaN);
    private static final Peers PEERS = new Peers("m", "s", 2, Map.of("bert-base-128",
            List.of(new Peer("torch-eager-everything", 100, Unit.MILLISECONDS),
                    new Peer("onnxruntime-nothing", 80, Unit.MILLISECONDS)),
            "distilgpt2-decode", List.of(new Peer("torch-tokens-per-second", 40, Unit.TOKENS_PER_SECOND))));
    /** Traced against eager 0.75, which is good; against ONNX Runtime 1.0, which is just good; recording costs 25 %. */
    private static final Measurement BERT = Measurement.of("bert-base-128", Unit.MILLISECONDS).withTraced(75)
            .withUntraced(60).withFlops(6_000_000_000L);
    private static final Measurement DECODE = Measurement.of("distilgpt2-decode", Unit.TOKENS_PER_SECOND)
            .withUntraced(50).withBytes(300_000_000);

    private static Run run(Peers peers, Measurement... measurements) {
        return new Run(MACHINE, 2, false, new Peak(200, 20), peers, List.of(measurements));
    }

    @Test
    void missedTargetsStandInTheTable() {
        String table = RunTable.of(run(PEERS, BERT, DECODE));
        assertThat(table.lines().toList()).satisfiesExactly(
                title -> assertThat(title).startsWith("work").endsWith("reached"),
                bert -> assertThat(words(bert)).isEqualTo("bert-base-128 ms 75.00 60.00 25.0 % 100.0 50.0 % "
                        + "torch-eager-everything 100.0 0.75 0.60 recording costs % <= 10.00 25.00"),
                onnx -> assertThat(words(onnx)).isEqualTo("onnxruntime-nothing 80.00 0.94 0.75"),
                decode -> assertThat(words(decode)).isEqualTo("distilgpt2-decode tokens/s 50.00 75.0 % "
                        + "torch-tokens-per-second 40.00 1.25 % of bandwidth >= 90.00 75.00"),
                empty -> assertThat(empty).isEmpty(),
                peak -> assertThat(peak).contains("200.0 GFLOP/s", "20.0 GB/s"),
                met -> assertThat(met).isEqualTo("3 of 5 targets met"));
    }

    private static String words(String line) {
        return line.strip().replaceAll(" +", " ");
    }

    @Test
    void withoutPeersOnlyOurOwnTargetsCount() {
        assertThat(RunTable.of(run(Peers.NONE, BERT))).contains("0 of 1 targets met").doesNotContain("torch");
    }

    @Test
    void targetsThatAreMetAreSaidToBe() {
        String table = RunTable.of(run(Peers.NONE, BERT.withTraced(66)));
        assertThat(table).contains("1 of 1 targets met").containsPattern("bert-base-128.* met\n");
    }

    @Test
    void figuresFollowTheTable() {
        Measurement f16 = Measurement.of("distilgpt2-decode-f16", Unit.TOKENS_PER_SECOND).withUntraced(50)
                .with(Measurement.RATE_TO_FLOAT32, 1.7, "");
        assertThat(RunTable.of(run(Peers.NONE, f16)))
                .contains("Further figures\ndistilgpt2-decode-f16  rate / float32's")
                .contains("1 of 1 targets met");
        assertThat(f16.figure(Measurement.RATE_TO_FLOAT32)).hasValue(1.7);
    }

    @Test
    void theFileHoldsAllThatWasMeasuredAndNothingElse(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("run.json");
        RunJson.write(run(PEERS, BERT, DECODE.with("a", 1, "b")), file);
        JsonNode json = JsonMapper.shared().readTree(Files.readString(file));
        assertThat(json.at("/machine/processor").asString()).isEqualTo("a processor");
        assertThat(json.at("/machine/load_average").isMissingNode()).isTrue();
        assertThat(json.at("/jvm_options/0").asString()).isEqualTo("-Xmx8g");
        assertThat(json.at("/results/0/traced").doubleValue()).isEqualTo(75);
        assertThat(json.at("/results/0/bandwidth_percent").isMissingNode()).isTrue();
        assertThat(json.at("/results/0/peers/1/traced_by_peer").doubleValue()).isEqualTo(75 / 80.0);
        assertThat(json.at("/results/0/targets")).hasSize(3);
        assertThat(json.at("/results/0/targets/2/met").booleanValue()).isFalse();
        assertThat(json.at("/results/1/traced").isMissingNode()).isTrue();
        assertThat(json.at("/results/1/figures/0/name").asString()).isEqualTo("a");
    }
}
