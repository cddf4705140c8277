package org.vitrine.ui.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** With the raw lens the numbers are Ecco's, which ran on the same tiny model (commit 2a38a13). */
class EccoTest {
    private static final String MODEL = "src/test/resources/models/gpt2-tiny";

    private final JsonNode ecco = read();

    private static JsonNode read() {
        try {
            return Run.parse(Files.readString(Path.of("src/test/resources/ecco-gpt2-tiny.json")));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void everyPositionsPredictionsAreEccos() {
        for (String position : ecco.get("layer_predictions").propertyNames()) {
            JsonNode expected = ecco.get("layer_predictions").get(position);
            JsonNode found = Run
                    .of("predictions", ecco.get("text").stringValue(), "-m", MODEL, "--json", "--lens", "raw",
                            "--position", position, "--topk", Integer.toString(expected.get(0).size()))
                    .json();
            for (int layer = 0; layer < expected.size(); layer++) {
                JsonNode candidates = found.get("layers").get(layer + 1).get("candidates"); // Ecco has no embeddings
                for (int i = 0; i < expected.get(layer).size(); i++) {
                    JsonNode candidate = expected.get(layer).get(i);
                    String where = "position " + position + ", layer " + layer + ", rank " + (i + 1);
                    assertThat(candidates.get(i).get("rank").intValue()).as(where)
                            .isEqualTo(candidate.get("ranking").intValue());
                    assertThat(candidates.get(i).get("token").stringValue()).as(where)
                            .isEqualTo(candidate.get("token").stringValue());
                    assertThat(candidates.get(i).get("probability").doubleValue()).as(where)
                            .isCloseTo(Double.parseDouble(candidate.get("prob").stringValue()), within(1e-5));
                }
            }
        }
    }

    @Test
    void theWrittenTokensAndTheirRanksAreEccos() {
        JsonNode expected = ecco.get("rankings");
        int written = expected.get(0).size();
        JsonNode found = Run.of("rankings", ecco.get("text").stringValue(), "-m", MODEL, "--json", "--lens", "raw",
                "--generate", Integer.toString(written)).json();
        List<Integer> ids = new ArrayList<>();
        found.get("columns").forEach(column -> ids.add(column.get("id").intValue()));
        int prompt = ecco.get("token_ids").size() - written;
        for (int i = 0; i < written; i++) {
            assertThat(ids.get(i)).isEqualTo(ecco.get("token_ids").get(prompt + i).intValue());
        }
        for (int layer = 0; layer < expected.size(); layer++) {
            for (int i = 0; i < written; i++) {
                assertThat(found.get("layers").get(layer + 1).get("ranks").get(i).get("rank").intValue())
                        .as("layer %d, token %d", layer, i).isEqualTo(expected.get(layer).get(i).intValue());
            }
        }
    }

    @Test
    void theWatchedTokensRanksAreEccos() {
        JsonNode positions = ecco.get("rankings_watch").get("positions");
        List<String> watch = new ArrayList<>();
        ecco.get("rankings_watch").get("tokens")
                .forEach(token -> watch.addAll(List.of("--watch", token.stringValue())));
        for (String position : positions.propertyNames()) {
            List<String> args = new ArrayList<>(List.of("rankings-watch", ecco.get("text").stringValue(), "-m", MODEL,
                    "--json", "--lens", "raw", "--position", position));
            args.addAll(watch);
            JsonNode found = Run.of(args.toArray(String[]::new)).json();
            JsonNode expected = positions.get(position);
            for (int layer = 0; layer < expected.size(); layer++) {
                for (int i = 0; i < expected.get(layer).size(); i++) {
                    assertThat(found.get("layers").get(layer + 1).get("ranks").get(i).get("rank").intValue())
                            .as("position %s, layer %d, token %d", position, layer, i)
                            .isEqualTo(expected.get(layer).get(i).intValue());
                }
            }
        }
        assertThat(positions.size()).isEqualTo(3);
    }
}
