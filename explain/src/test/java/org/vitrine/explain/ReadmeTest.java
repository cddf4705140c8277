package org.vitrine.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.vitrine.tokenizer.Tokenizer;
import org.vitrine.tokenizer.Tokenizers;
import org.vitrine.transformer.gpt2.Gpt2;
import org.vitrine.transformer.ops.VectorOps;
import org.vitrine.transformer.trace.Recording;
import org.vitrine.weights.ModelFiles;

/** The README's lines of Java compile, run and do what is said of them. */
class ReadmeTest {
    @Test
    void theLinesOfTheReadmeAreTheseAndRun() throws Exception {
        // from here
        Gpt2 model = Gpt2.load(ModelFiles.classroom("classroom-gpt2"), new VectorOps());
        Tokenizer tokenizer = Tokenizers.load("classroom-gpt2", ModelFiles.classroom("classroom-gpt2")::find);
        Recording recording = Recording.everything();
        model.forward(tokenizer.encode("The keys to the cabinet").ids(), recording);
        System.out.println(recording.trace().get("decoder.5.attn.pattern"));
        // to here
        assertThat(recording.trace().get("decoder.5.attn.pattern").at(3, 4, 1)).as("' cabinet' looks at ' keys'")
                .isBetween(0.957f, 0.958f);

        Path module = Path.of("").toAbsolutePath();
        String source = Files.readString(module.resolve("src/test/java/org/vitrine/explain/ReadmeTest.java"));
        String lines = source.substring(source.indexOf("// from here") + 12, source.indexOf("// to here"))
                .stripIndent();
        assertThat(Files.readString(module.resolveSibling("README.md"))).contains(lines.strip());
    }
}
