package org.vitrine.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every package says what comes in, what goes out and where to begin, in more than a sentence. */
class EveryPackageTellsItsStoryTest {
    private static final Pattern COMMENT = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);

    private static Stream<Path> packages() {
        return Sources.roots().stream().flatMap(root -> Sources.javaFiles(root).stream())
                .filter(file -> !file.getFileName().toString().equals("module-info.java")).map(Path::getParent)
                .distinct()
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void aPackageHasMoreThanTwoLines(Path folder) {
        Path info = folder.resolve("package-info.java");
        assertThat(info).as(Sources.shown(folder)).exists();
        assertThat(lines(info)).as("lines that say something in " + Sources.shown(info)).hasSizeGreaterThan(2);
    }

    @ParameterizedTest
    @CsvSource({"transformer", "transformer/gpt2", "transformer/bert", "transformer/bart", "transformer/ops",
        "transformer/layer", "transformer/trace", "transformer/generate", "explain", "explain/attention",
        "explain/arithmetic", "explain/factors", "explain/whatif", "weights", "tokenizer"})
    void aPackageThatIsReadInClassHasAScreen(String name) {
        Path info = Sources.ROOT.resolve(name.split("/")[0]).resolve("src/main/java/org/vitrine").resolve(name)
                .resolve("package-info.java");
        assertThat(lines(info)).as(Sources.shown(info)).hasSizeBetween(12, 50);
    }

    @Test
    void allModulesAreLookedAt() {
        assertThat(packages()).map(Sources::shown).contains("weights/src/main/java/org/vitrine/weights/hub",
                "bench/src/main/java/org/vitrine/bench/ladder", "ui/src/main/java/org/vitrine/ui/desktop");
        assertThat(packages()).hasSizeGreaterThan(50).allMatch(Files::isDirectory);
    }

    /** What a comment says, without its frame and without empty lines. */
    private static List<String> lines(Path info) {
        Matcher comment = COMMENT.matcher(Sources.read(info));
        assertThat(comment.find()).as("a comment in " + Sources.shown(info)).isTrue();
        return comment.group(1).lines().map(line -> line.replaceFirst("^\\s*\\*", "").strip())
                .filter(line -> !line.isEmpty() && !line.equals("<p>")).toList();
    }
}
