package org.vitrine.weights;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.weights.TestFiles.refusal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of folders and of the classroom models. */
class ModelFilesTest {
    @TempDir
    Path folder;

    @Test
    void aFolderHasTheFilesThatAreInIt() throws IOException {
        Files.writeString(folder.resolve("config.json"), "{}");
        ModelFiles files = ModelFiles.folder(folder);
        assertThat(files.name()).isEqualTo(folder.toString());
        assertThat(files.has("config.json")).isTrue();
        assertThat(files.read("config.json")).isEqualTo("{}".getBytes(UTF_8));
        assertThat(files.find("config.json")).contains("{}".getBytes(UTF_8));
        assertThat(files.has("vocab.json")).isFalse();
        assertThat(files.find("vocab.json")).isEmpty();
        assertThat(refusal(() -> files.read("vocab.json")))
                .isEqualTo(folder + ": there is no file \"vocab.json\" in this folder");
        assertThat(refusal(() -> files.safetensors("model.safetensors"))).endsWith(": there is no such file");
    }

    @Test
    void aFolderMustExist() throws IOException {
        Path file = Files.createFile(folder.resolve("model.safetensors"));
        assertThat(refusal(() -> ModelFiles.folder(file)))
                .isEqualTo(file + ": is a file, expected the folder that holds the model");
        Path missing = folder.resolve("missing");
        assertThat(refusal(() -> ModelFiles.folder(missing))).isEqualTo(missing + ": there is no such folder");
    }

    @Test
    void whatIsNotAFileIsNotRead() throws IOException {
        Files.createDirectory(folder.resolve("config.json"));
        ModelFiles files = ModelFiles.folder(folder);
        assertThat(refusal(() -> files.read("config.json"))).endsWith(": expected a file, found a folder or a device");
        assertThat(refusal(() -> files.safetensors("config.json"))).contains("expected a file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "..", "", "a/b", "a\\b", "/x", "C:x", "a\nb"})
    void aNameThatLeadsElsewhereIsRefusedEverywhere(String name) {
        for (ModelFiles files : new ModelFiles[]{ModelFiles.folder(folder), ModelFiles.classroom("classroom-gpt2")}) {
            assertThat(refusal(() -> files.has(name))).contains("expected the plain name of a file in this model");
            assertThat(refusal(() -> files.read(name))).contains("expected the plain name of a file in this model");
            assertThat(refusal(() -> files.safetensors(name))).contains("expected the plain name of a file");
        }
    }

    @Test
    void aTextBeyond64MebibytesIsRefused() throws IOException {
        Path file = folder.resolve("vocab.json");
        try (java.io.RandomAccessFile sparse = new java.io.RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(ModelFiles.LONGEST_TEXT + 1L);
        }
        assertThat(refusal(() -> ModelFiles.folder(folder).read("vocab.json")))
                .isEqualTo(file + ": is longer than 67108864 bytes, which no such file should be");
    }

    static java.util.List<String> classrooms() {
        return ModelFiles.classroomNames();
    }

    @ParameterizedTest
    @MethodSource("classrooms")
    void everyClassroomModelIsComplete(String name) {
        ModelFiles files = ModelFiles.classroom(name);
        assertThat(files.name()).isEqualTo(name);
        for (String file : new String[]{"README.md", "config.json", "generation_config.json", "tokenizer.json",
            "tokenizer_config.json", "special_tokens_map.json"}) {
            assertThat(files.has(file)).as(file).isTrue();
            assertThat(files.read(file)).as(file).isNotEmpty();
        }
        try (Checkpoint checkpoint = Checkpoint.open(files)) {
            assertThat(checkpoint.source()).isEqualTo(name);
            assertThat(checkpoint.names()).hasSizeGreaterThan(50);
            for (String tensor : checkpoint.names()) {
                for (float value : checkpoint.find(tensor).orElseThrow().floats()) {
                    assertThat(Float.isFinite(value)).as(tensor).isTrue();
                }
            }
        }
    }

    @Test
    void theClassroomGptHasTheShapesOfItsCard() {
        try (Checkpoint checkpoint = Checkpoint.open(ModelFiles.classroom("classroom-gpt2"))) {
            assertThat(checkpoint.floats("transformer.wte.weight", 4000, 128)).hasSize(512_000);
            assertThat(checkpoint.require("transformer.h.5.attn.c_attn.weight", 128, 384).dtype()).isEqualTo(DType.F32);
            assertThat(checkpoint.has("transformer.h.6.ln_1.weight")).isFalse();
        }
    }

    @Test
    void anUnknownClassroomModelListsTheKnownOnes() {
        assertThat(refusal(() -> ModelFiles.classroom("gpt5")))
                .startsWith("there is no classroom model \"gpt5\"; there are [classroom-gpt2");
        ModelFiles files = ModelFiles.classroom("classroom-gpt2");
        assertThat(files.has("x.json")).isFalse();
        assertThat(refusal(() -> files.read("x.json")))
                .isEqualTo("classroom-gpt2: there is no file \"x.json\" in this model");
    }
}
