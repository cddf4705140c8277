package org.vitrine.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationElement;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.tokenizer.Encoding;
import org.vitrine.tokenizer.Tokenizers;
import org.vitrine.transformer.gpt2.Gpt2;
import org.vitrine.transformer.layer.LayerNorm;
import org.vitrine.transformer.layer.Linear;
import org.vitrine.transformer.ops.ScalarOps;
import org.vitrine.transformer.tensor.Shape;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.tensor.Weight;
import org.vitrine.transformer.trace.Part;
import org.vitrine.transformer.trace.Recording;
import org.vitrine.transformer.trace.Scope;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.transformer.trace.Trace;
import org.vitrine.weights.ModelFiles;

/**
 * What IntelliJ IDEA's debugger is told to show. The annotation holds expressions as strings, which no compiler checks: here each
 * is read from the class file, compiled in the package of its class, and evaluated.
 */
class RenderersTest {
    private static final String RENDERER = "Lorg/jetbrains/annotations/Debug$Renderer;";
    private static final ModelFiles FILES = ModelFiles.classroom("classroom-gpt2");
    private static final Gpt2 MODEL = Gpt2.load(FILES, new ScalarOps());
    private static final Encoding ENCODING = Tokenizers.load("classroom-gpt2", FILES::find)
            .encode("The keys to the cabinet");
    private static final Recording RECORDING = Recording.everything();

    @TempDir
    static Path folder;

    @BeforeAll
    static void pass() {
        MODEL.forward(ENCODING.ids(), RECORDING);
    }

    /** What the debugger shows of an object. */
    private record Shown(String text, Object[] children, boolean unfolds) {
    }

    @Test
    void theseTypesHaveOne() throws IOException {
        List<String> found = new ArrayList<>();
        for (String module : List.of("tokenizer", "transformer")) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "target", "classes"))) {
                for (Path file : files.filter(path -> path.toString().endsWith(".class")).toList()) {
                    renderer(ClassFile.of().parse(file)).ifPresent(annotation -> found
                            .add(file.getFileName().toString().replace(".class", "")));
                }
            }
        }
        assertThat(found).containsExactlyInAnyOrder("Encoding", "Shape", "Tensor", "Weight", "Linear", "LayerNorm",
                "Recording", "Scope", "Trace");
    }

    @Test
    void aTensorShowsALineAndUnfoldsToMatricesRowsAndNumbers() throws Exception {
        Tensor q = RECORDING.trace().get("decoder.0.attn.q");
        Shown shown = shown(Tensor.class, q);
        assertThat(shown.text).isEqualTo(q.toString()).startsWith("decoder.0.attn.q [H=4, T=5, e=32] min ");
        assertThat(shown.children).hasSize(4);
        assertThat(shown.unfolds).isTrue();
        Shown head = shown(Tensor.class, shown.children[3]);
        assertThat(head.text).startsWith("decoder.0.attn.q[3] [T=5, e=32] min ");
        assertThat(head.children).hasSize(5);
        Shown row = shown(Tensor.class, head.children[4]);
        assertThat(row.text).startsWith("decoder.0.attn.q[3][4] [e=32] min ");
        assertThat(row.children).hasSize(32);
        assertThat(row.children[31]).isEqualTo(q.at(3, 4, 31));
        assertThat(shown(Tensor.class, Tensor.of(new float[0], 0)).unfolds).isFalse();
    }

    @Test
    void aWeightUnfoldsToItsRows() throws Exception {
        Linear query = MODEL.weights().layers().getFirst().query();
        Shown shown = shown(Weight.class, query.weight());
        assertThat(shown.text).startsWith("Weight [in=128, out=128] F32 min ");
        assertThat(shown.children).hasSize(128);
        assertThat(((Tensor) shown.children[7]).data()).isEqualTo(query.weight().row(7).data());
        assertThat(shown(Linear.class, query).text).startsWith("Linear [in=128, out=128] weight min ")
                .contains(" bias min ");
        assertThat(shown(LayerNorm.class, MODEL.weights().finalNorm()).text)
                .startsWith("LayerNorm [d=128, epsilon=1.0E-5] gain min ").contains(" bias min ");
    }

    @Test
    void aTraceUnfoldsToItsTensorsUnderTheirNames() throws Exception {
        Shown trace = shown(Trace.class, RECORDING.trace());
        assertThat(trace.text).isEqualTo("Trace of 89 tensors: decoder.embed.tokens … head.logits");
        assertThat(trace.children).hasSize(89);
        assertThat(trace.children[3].toString()).startsWith("decoder.0.attn.norm [T=5, d=128] min ");
        Shown recording = shown(Recording.class, RECORDING);
        assertThat(recording.text).isEqualTo("Recording, so far a " + trace.text);
        assertThat(recording.children).isEqualTo(trace.children);
    }

    @Test
    void theRestShowsALine() throws Exception {
        assertThat(shown(Scope.class, RECORDING.in(Stack.DECODER).in(3, Part.ATTN)).text).isEqualTo("decoder.3.attn");
        assertThat(shown(Scope.class, RECORDING.in(Stack.HEAD)).text).isEqualTo("head");
        assertThat(shown(Shape.class, Shape.of(4, 5, 32)).text).isEqualTo("[4, 5, 32]");
        Shown encoding = shown(Encoding.class, ENCODING);
        assertThat(encoding.text).isEqualTo("Encoding of 5 tokens: The | Ġkeys | Ġto | Ġthe | Ġcabinet");
        assertThat(encoding.children).isEqualTo(ENCODING.tokens().toArray());
    }

    @Test
    void whatElseStandsInTheVariablesPaneOfAForwardPassIsShortToo() {
        assertThat(MODEL.weights()).hasToString("Gpt2Weights [V=4000, d=128] with 6 layers");
        assertThat(MODEL.weights().layers().getFirst()).hasToString("Layer [d=128, f=512]");
        assertThat(MODEL.ops()).hasToString("ScalarOps");
    }

    private static Shown shown(Class<?> type, Object object) throws Exception {
        Map<String, String> expressions = new HashMap<>();
        try (InputStream in = type.getResourceAsStream(type.getSimpleName() + ".class")) {
            Annotation annotation = renderer(ClassFile.of().parse(in.readAllBytes())).orElseThrow();
            for (AnnotationElement element : annotation.elements()) {
                expressions.put(element.name().stringValue(),
                        ((AnnotationValue.OfString) element.value()).stringValue());
            }
        }
        Class<?> probe = compiled(type, expressions);
        return new Shown((String) evaluated(probe, "text", object),
                (Object[]) evaluated(probe, "childrenArray", object),
                (boolean) evaluated(probe, "hasChildren", object));
    }

    private static Optional<Annotation> renderer(ClassModel type) {
        return type.findAttribute(Attributes.runtimeInvisibleAnnotations()).stream()
                .flatMap(attribute -> attribute.annotations().stream())
                .filter(annotation -> annotation.className().equalsString(RENDERER)).findFirst();
    }

    private static Object evaluated(Class<?> probe, String expression, Object object) throws Exception {
        for (Method method : probe.getDeclaredMethods()) {
            if (method.getName().equals(expression)) {
                method.setAccessible(true);
                return method.invoke(null, object);
            }
        }
        throw new AssertionError(expression);
    }

    /** A class beside the annotated one, with a method for each expression, in which {@code this} is the argument. */
    private static Class<?> compiled(Class<?> type, Map<String, String> expressions) throws Exception {
        String name = type.getSimpleName() + "Probe";
        try {
            return Class.forName(type.getPackageName() + "." + name);
        } catch (ClassNotFoundException e) {
            // it is made now
        }
        Path source = folder.resolve(name + ".java");
        Files.writeString(source, "package " + type.getPackageName() + "; final class " + name + " {"
                + method("String", "text", type, expressions.get("text"))
                + method("Object[]", "childrenArray", type, expressions.getOrDefault("childrenArray", "null"))
                + method("boolean", "hasChildren", type, expressions.getOrDefault("hasChildren", "true")) + "}");
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        int failures = compiler.run(null, null, null, "-proc:none", "-cp", System.getProperty("java.class.path"), "-d",
                folder.toString(), source.toString());
        assertThat(failures).as("an expression of %s does not compile: %s", type, expressions).isZero();
        Path compiled = folder.resolve(type.getPackageName().replace('.', '/')).resolve(name + ".class");
        return MethodHandles.privateLookupIn(type, MethodHandles.lookup()).defineClass(Files.readAllBytes(compiled));
    }

    private static String method(String result, String name, Class<?> type, String expression) {
        return " static " + result + " " + name + "(" + type.getName() + " self) { return "
                + expression.replaceAll("\\bthis\\b", "self") + "; }";
    }
}
