package org.vitrine.bench.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.tokenizer.Tokenizer;
import org.vitrine.tokenizer.Tokenizers;
import org.vitrine.transformer.bart.Bart;
import org.vitrine.transformer.bert.Bert;
import org.vitrine.transformer.gpt2.Gpt2;
import org.vitrine.transformer.ops.VectorOps;
import org.vitrine.transformer.trace.Recorder;
import org.vitrine.transformer.trace.Recording;
import org.vitrine.weights.DType;
import org.vitrine.weights.ModelFiles;
import org.vitrine.weights.Safetensors;

/** What is written can be read and run. */
class RandomModelsTest {
    @TempDir
    private Path folder;

    @Test
    void bertHasThePoolerAndNoOtherHead() throws Exception {
        new RandomBert(2, 2, 8, 16, 50, false).write(folder);
        Bert model = Bert.load(ModelFiles.folder(folder), new VectorOps(1));
        Recording recording = Recording.everything();
        model.forward(new int[]{1, 2, 3}, new int[3], recording);
        assertThat(recording.trace().get("head.pooled").shape().dims()).containsExactly(8);
        assertThat(model.weights().maskedWords()).isEmpty();
    }

    @Test
    void bertWithWordsHasThatHead() throws Exception {
        new RandomBert(2, 2, 8, 16, 50, true).write(folder);
        Bert model = Bert.load(ModelFiles.folder(folder), new VectorOps(1));
        assertThat(model.weights().maskedWords()).isPresent();
        assertThat(model.weights().pooler()).isEmpty();
    }

    @Test
    void gpt2IsStoredInTheTypeAskedForAndReadsBytes() throws Exception {
        RandomGpt2 size = new RandomGpt2(2, 2, 8, 16, 300);
        size.write(folder, DType.BF16);
        size.writeTokenizer(folder);
        ModelFiles files = ModelFiles.folder(folder);
        try (Safetensors file = Safetensors.open(folder.resolve("model.safetensors"))) {
            for (String name : List.of("wte.weight", "h.1.ln_1.weight", "h.1.mlp.c_fc.bias")) {
                assertThat(file.require(name).dtype()).isEqualTo(DType.BF16);
            }
        }
        Tokenizer tokenizer = Tokenizers.load("random", files::find);
        int[] ids = tokenizer.encode("The keys").ids();
        assertThat(ids).containsExactly("The keys".chars().toArray());
        Gpt2 model = Gpt2.load(files, new VectorOps(1));
        assertThat(model.forward(ids, Recorder.off()).shape().dims()).containsExactly(8, 300);
    }

    @Test
    void bartReadsAndWrites() throws Exception {
        new RandomBart(2, 2, 8, 16, 50).write(folder);
        Bart model = Bart.load(ModelFiles.folder(folder), new VectorOps(1));
        assertThat(model.forward(new int[]{1, 2, 3}, new int[]{2, 4}, Recorder.off()).shape().dims())
                .containsExactly(2, 50);
    }
}
