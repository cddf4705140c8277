package org.vitrine.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every public type, method, constructor, field and enum constant has a comment. Left out is what says nothing new: what
 * overrides something that has one, and the compact constructor of a record, which does what the record's comment says.
 */
class EveryPublicThingIsDescribedTest {
    /** The modules that a user sees, which are those of the API's site. */
    private static final List<String> MODULES = List.of("weights", "tokenizer", "transformer", "tornado", "explain",
            "ui");

    private static List<Path> roots() {
        return MODULES.stream().map(module -> Sources.ROOT.resolve(module).resolve("src/main/java")).toList();
    }

    @ParameterizedTest
    @MethodSource("roots")
    void everyPublicThingHasAComment(Path root) throws IOException {
        assertThat(Sources.javaFiles(root)).isNotEmpty();
        assertThat(undescribed(Sources.javaFiles(root))).isEmpty();
    }

    @Test
    void whatHasNoCommentIsFound() throws IOException {
        Path sample = Path.of("src/test/samples/Undescribed.java");
        assertThat(undescribed(List.of(sample))).containsExactly("docs/src/test/samples/Undescribed.java:5 method size",
                "docs/src/test/samples/Undescribed.java:12 constant BARE",
                "docs/src/test/samples/Undescribed.java:25 field count",
                "docs/src/test/samples/Undescribed.java:27 constructor of Inner");
    }

    private static List<String> undescribed(List<Path> files) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(null, manager, null, null, null,
                    manager.getJavaFileObjectsFromPaths(files));
            PublicThings things = new PublicThings(DocTrees.instance(task));
            for (CompilationUnitTree unit : task.parse()) {
                things.scan(unit, null);
            }
            return things.undescribed();
        }
    }
}
