package org.vitrine.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.tokenizer.Tokenizer;
import org.vitrine.tokenizer.Tokenizers;
import org.vitrine.transformer.bart.Bart;
import org.vitrine.transformer.bert.Bert;
import org.vitrine.transformer.gpt2.Gpt2;
import org.vitrine.transformer.layer.Unembedding;
import org.vitrine.transformer.ops.Ops;
import org.vitrine.transformer.ops.ScalarOps;
import org.vitrine.transformer.trace.Recording;
import org.vitrine.transformer.trace.Trace;
import org.vitrine.weights.ModelFiles;
import org.vitrine.weights.Safetensors;
import org.vitrine.weights.StoredTensor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The lens on tiny models, against Hugging Face's heads put on every layer's hidden states, and against Ecco. */
class LensReferenceTest {
    private static final Path MODELS = Path.of("../transformer/src/test/resources");
    private static final Path REFERENCE = Path.of("src/test/resources/lens");
    private static final Ops OPS = new ScalarOps();
    private static final double LOGIT = 5e-5;
    private static final double PROBABILITY = 1e-5;

    /** A model, and what it computed of a golden input. */
    private record Pass(Unembedding model, Trace trace) {
        static Pass of(String name, String input) throws IOException {
            ModelFiles files = ModelFiles.folder(MODELS.resolve("models").resolve(name));
            Recording recording = Recording.everything();
            Unembedding model;
            try (Safetensors golden = Safetensors
                    .open(MODELS.resolve("golden").resolve(name).resolve(input + ".safetensors"))) {
                int[] ids = ids(golden, "input.ids");
                if (name.startsWith("gpt2")) {
                    Gpt2 gpt2 = Gpt2.load(files, OPS);
                    gpt2.forward(ids, recording);
                    model = gpt2.unembedding();
                } else if (name.startsWith("bert")) {
                    Bert bert = Bert.load(files, OPS);
                    bert.forward(ids, ids(golden, "input.segments"), recording);
                    model = bert.unembedding();
                } else {
                    Bart bart = Bart.load(files, OPS);
                    bart.forward(ids, ids(golden, "input.decoder_ids"), recording);
                    model = bart.unembedding();
                }
            }
            return new Pass(model, recording.trace());
        }

        private static int[] ids(Safetensors golden, String name) {
            long[] stored = golden.require(name).longs();
            int[] ids = new int[stored.length];
            for (int i = 0; i < ids.length; i++) {
                ids[i] = Math.toIntExact(stored[i]);
            }
            return ids;
        }
    }

    @ParameterizedTest
    @CsvSource({"gpt2-tiny, single, FINAL_NORM, gpt2/single/%s/with_ln_f",
        "gpt2-tiny, single, RAW, gpt2/single/%s/raw",
        "bert-tiny, mask, FINAL_NORM, bert/mask/%s/mlm_head",
        "bart-tiny-logitsbias, single, FINAL_NORM, bart-logitsbias/single/decoder/%s/with_final_logits_bias",
        "bart-tiny-logitsbias, single, RAW, bart-logitsbias/single/decoder/%s/no_bias"})
    void everyScoreOfEveryLayerIsTheReferences(String name, String input, Lens lens, String reference)
            throws IOException {
        Pass pass = Pass.of(name, input);
        int layers = pass.model.streams().size() - 1;
        try (Safetensors file = Safetensors.open(REFERENCE.resolve("lens.safetensors"))) {
            // The reference takes the raw lens to the very end; ours, as Ecco, gives the last layer its whole head.
            for (int layer = 0; layer < layers - (lens == Lens.RAW ? 1 : 0); layer++) {
                compare(pass, lens, layer, file.require(reference.formatted("layer." + layer)));
            }
            if (file.find(reference.formatted("embeddings")).isPresent()) {
                compare(pass, lens, -1, file.require(reference.formatted("embeddings")));
            }
        }
    }

    private static void compare(Pass pass, Lens lens, int layer, StoredTensor expected) {
        int positions = (int) expected.shape()[0];
        int vocabulary = (int) expected.shape()[1];
        float[] logits = expected.floats();
        int shift = pass.model.predictsNext() ? 1 : 0;
        for (int position = 0; position < positions; position++) {
            LayerPredictions found = new LogitLens(pass.model, lens, Integer::toString).predictions(pass.trace,
                    position + shift, vocabulary, candidate -> candidate == layer);
            for (Candidate candidate : found.layers().getFirst().candidates()) {
                float wanted = logits[position * vocabulary + candidate.id()];
                assertThat((double) candidate.logit()).as("layer %d, position %d, id %d", layer, position,
                        candidate.id()).isCloseTo(wanted, within(LOGIT + LOGIT * Math.abs(wanted)));
            }
        }
    }

    /** Ecco has no embeddings row, leaves out final_logits_bias (this model has none), and counts the encoder's tokens along. */
    @Test
    void bartsPredictionsAndRanksAreEccos() throws IOException {
        JsonNode ecco = JsonMapper.shared().readTree(Files.readString(REFERENCE.resolve("ecco-bart-tiny.json")));
        Bart bart = Bart.load(ModelFiles.folder(MODELS.resolve("models/bart-tiny")), OPS);
        Path folder = Path.of("../tokenizer/src/test/resources/bart-tiny");
        Tokenizer tokenizer = Tokenizers.load("bart-tiny", ModelFiles.folder(folder)::find);
        int[] encoder = JsonMapper.shared().treeToValue(ecco.get("encoder_ids"), int[].class);
        int[] decoder = JsonMapper.shared().treeToValue(ecco.get("decoder_ids"), int[].class);
        Recording recording = Recording.everything();
        bart.forward(encoder, decoder, recording);
        LogitLens lens = new LogitLens(bart.unembedding(), Lens.RAW, tokenizer::text);
        for (String place : ecco.get("layer_predictions").propertyNames()) {
            JsonNode layers = ecco.get("layer_predictions").get(place);
            LayerPredictions found = lens.predictions(recording.trace(), Integer.parseInt(place) - encoder.length,
                    layers.get(0).size(), layer -> layer >= 0);
            for (int layer = 0; layer < layers.size(); layer++) {
                for (int i = 0; i < layers.get(layer).size(); i++) {
                    Candidate candidate = found.layers().get(layer).candidates().get(i);
                    JsonNode wanted = layers.get(layer).get(i);
                    assertThat(candidate.token()).isEqualTo(wanted.get("token").stringValue());
                    assertThat(candidate.probability()).isCloseTo(Double.parseDouble(wanted.get("prob").stringValue()),
                            within(PROBABILITY));
                }
            }
        }
        int[] written = Arrays.copyOfRange(decoder, 1, decoder.length);
        int[] positions = IntStream.range(1, decoder.length).toArray();
        assertRanks(lens.ranks(recording.trace(), positions, written), ecco.get("rankings"));
        for (String place : ecco.get("rankings_watch").propertyNames()) {
            JsonNode watch = ecco.get("rankings_watch").get(place);
            int[] ids = new int[watch.get("tokens").size()];
            for (int i = 0; i < ids.length; i++) {
                ids[i] = tokenizer.encode(watch.get("tokens").get(i).stringValue()).content().getFirst().id();
            }
            RankTable table = lens.watch(recording.trace(), Integer.parseInt(place) - encoder.length, ids);
            assertRanks(table, watch.get("rankings"));
        }
    }

    private static void assertRanks(RankTable table, JsonNode layers) {
        for (int layer = 0; layer < layers.size(); layer++) {
            for (int column = 0; column < layers.get(layer).size(); column++) {
                assertThat(table.rows().get(layer + 1).cells().get(column).rank())
                        .as("layer %d, column %d", layer, column)
                        .isEqualTo(layers.get(layer).get(column).intValue());
            }
        }
    }
}
