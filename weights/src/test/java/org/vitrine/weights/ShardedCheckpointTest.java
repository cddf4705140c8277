package org.vitrine.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.weights.TestFiles.refusal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An index and its shards must tell the same story, and the index may not lead out of the folder. */
@Timeout(60)
class ShardedCheckpointTest {
    @TempDir
    Path folder;

    private void shard(String file, String... names) {
        List<TensorData> tensors = new ArrayList<>();
        for (String name : names) {
            tensors.add(TensorData.longs(name, new long[]{1}, new long[]{name.length()}));
        }
        SafetensorsWriter.write(folder.resolve(file), Map.of(), tensors);
    }

    private void index(String json) throws IOException {
        Files.writeString(folder.resolve(ShardIndex.FILE), json);
    }

    private String refused() {
        return refusal(() -> Checkpoint.open(ModelFiles.folder(folder)));
    }

    @Test
    void everyTensorIsFoundWhereverItLies() throws IOException {
        shard("one.safetensors", "a", "bb");
        shard("two.safetensors", "ccc");
        index("{\"metadata\":{\"total_size\":24,\"x\":[{}]},\"weight_map\":{\"ccc\":\"two.safetensors\","
                + "\"a\":\"one.safetensors\",\"bb\":\"one.safetensors\"}}");
        try (Checkpoint checkpoint = Checkpoint.open(ModelFiles.folder(folder))) {
            for (String name : List.of("a", "bb", "ccc")) {
                assertThat(checkpoint.require(name, 1).longs()).containsExactly(name.length());
            }
        }
    }

    @Test
    void missingShardsAreNamed() throws IOException {
        shard("one.safetensors", "a");
        index("{\"weight_map\":{\"a\":\"one.safetensors\",\"b\":\"two.safetensors\",\"c\":\"two.safetensors\"}}");
        assertThat(refused()).isEqualTo(folder + ": 1 of 2 files that model.safetensors.index.json lists are missing:"
                + " \"two.safetensors\"; download them too");
    }

    @Test
    void aTensorThatIsNotInItsShardIsRefused() throws IOException {
        shard("one.safetensors", "a");
        shard("two.safetensors", "b");
        index("{\"weight_map\":{\"a\":\"two.safetensors\",\"b\":\"two.safetensors\",\"x\":\"one.safetensors\"}}");
        assertThat(refused()).isEqualTo(folder.resolve("two.safetensors") + ": there is no tensor \"a\" in this file,"
                + " where model.safetensors.index.json says it is");
    }

    @Test
    void aTensorInTwoShardsIsRefused() throws IOException {
        shard("one.safetensors", "a", "b");
        shard("two.safetensors", "b");
        index("{\"weight_map\":{\"a\":\"one.safetensors\",\"b\":\"two.safetensors\"}}");
        assertThat(refused()).isEqualTo(folder.resolve("two.safetensors")
                + ": tensor \"b\" is in another file of this model too, expected it in one only");
    }

    @Test
    void aDamagedShardIsNamed() throws IOException {
        shard("one.safetensors", "a");
        Files.writeString(folder.resolve("two.safetensors"), "nothing");
        index("{\"weight_map\":{\"a\":\"one.safetensors\",\"b\":\"two.safetensors\"}}");
        assertThat(refused()).startsWith(folder.resolve("two.safetensors") + ": has 7 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../one.safetensors", "/one.safetensors", "sub/one.safetensors", "..", ".", "",
        "C:one.safetensors", "..\\\\one.safetensors", "one\\u0000.safetensors", "one\\n.safetensors"})
    void aShardOutsideTheFolderIsRefused(String file) throws IOException {
        shard("one.safetensors", "a");
        index("{\"weight_map\":{\"a\":\"" + file + "\"}}");
        assertThat(refused()).startsWith(folder + ", model.safetensors.index.json: expected the plain name of a file in"
                + " this model, found \"");
    }

    @Test
    void aLinkIsFollowedAsInTheCacheOfTheHub() throws IOException {
        Path snapshot = Files.createDirectories(folder.resolve("snapshots/abc"));
        Path blobs = Files.createDirectories(folder.resolve("blobs"));
        SafetensorsWriter.write(blobs.resolve("123"), Map.of(),
                List.of(TensorData.longs("a", new long[]{1}, new long[]{5})));
        try {
            Files.createSymbolicLink(snapshot.resolve("model.safetensors"), Path.of("../../blobs/123"));
        } catch (IOException | UnsupportedOperationException e) {
            System.out.println("skipped: no links on this disk: " + e.getMessage());
            org.junit.jupiter.api.Assumptions.abort(e.getMessage());
        }
        try (Checkpoint checkpoint = Checkpoint.open(ModelFiles.folder(snapshot))) {
            assertThat(checkpoint.require("a", 1).longs()).containsExactly(5);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "weights", "[]", "{", "{\"weight_map\":7}", "{\"weight_map\":{\"a\":7}}",
        "{\"weight_map\":{\"a\":\"one.safetensors\"}} x"})
    void anIndexOfAnotherFormIsRefused(String json) throws IOException {
        shard("one.safetensors", "a");
        index(json);
        assertThat(refused()).startsWith(folder + ", model.safetensors.index.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"weight_map\":{}}", "{\"metadata\":{\"weight_map\":{}}}"})
    void anIndexThatListsNothingIsRefused(String json) throws IOException {
        index(json);
        assertThat(refused()).isEqualTo(folder
                + ", model.safetensors.index.json: expected a weight_map that lists the tensors, found none");
    }

    @Test
    void aTensorListedTwiceIsRefused() throws IOException {
        shard("one.safetensors", "a");
        index("{\"weight_map\":{\"a\":\"one.safetensors\",\"a\":\"one.safetensors\"}}");
        assertThat(refused()).endsWith("weight_map: tensor \"a\" occurs twice");
        index("{\"weight_map\":{\"a\":\"one.safetensors\"},\"weight_map\":{\"a\":\"one.safetensors\"}}");
        assertThat(refused()).endsWith("weight_map occurs twice");
    }

    @Test
    void moreTensorsThanAnyModelHasAreRefused() throws IOException {
        StringBuilder json = new StringBuilder("{\"weight_map\":{");
        for (int i = 0; i <= ShardIndex.MOST_TENSORS; i++) {
            json.append(i == 0 ? "" : ",").append("\"").append(i).append("\":\"one.safetensors\"");
        }
        index(json.append("}}").toString());
        assertThat(refused()).endsWith("weight_map lists more than 1000000 tensors");
    }

    @Test
    void anIndexBeyondItsLimitIsRefused() throws IOException {
        index(" ".repeat(ModelFiles.LONGEST_TEXT + 1));
        assertThat(refused()).endsWith("is longer than 67108864 bytes, which no such file should be");
    }

    @Test
    void aSingleFileIsPreferredToAnIndex() throws IOException {
        shard("model.safetensors", "a");
        index("nonsense");
        try (Checkpoint checkpoint = Checkpoint.open(ModelFiles.folder(folder))) {
            assertThat(checkpoint.names()).containsExactly("a");
        }
    }
}
