package org.vitrine.transformer;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.LocalVariable;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.constant.ClassDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Scope;
import org.vitrine.transformer.trace.Site;

/** The files that are read in class and stepped through: what is recorded has a local variable of its name, and all are short. */
class ForwardFilesTest {
    private static final Path SOURCES = Path.of("src/main/java/org/vitrine/transformer");
    private static final Set<String> SITES = Arrays.stream(Site.values()).map(Site::toString).collect(toSet());

    /** A tensor that was put into a local variable, and what it came from. */
    private record Made(String variable, String origin) {
    }

    @ParameterizedTest
    @CsvSource({"gpt2/Gpt2, 16", "bert/Bert, 22", "bart/Bart, 0", "bart/BartEncoder, 15", "bart/BartDecoder, 22",
        "layer/Attention, 3"})
    void whatIsKeptGoesIntoALocalVariableOfTheSitesName(String file, int expected) throws IOException {
        int kept = 0;
        for (MethodModel method : methods(file)) {
            CodeModel code = method.code().orElseThrow();
            List<Made> made = made(code);
            for (Made each : made) {
                if (SITES.contains(each.origin)) {
                    assertThat(each.variable).as("%s.%s", file, method.methodName()).isEqualTo(each.origin);
                    kept++;
                } else if (SITES.contains(each.variable)) {
                    assertThat(each).as("%s.%s", file, method.methodName()).isEqualTo(new Made("heads", "attend"));
                }
            }
            long keeps = code.elementStream().filter(ForwardFilesTest::isKeep).count();
            assertThat(made.stream().filter(each -> SITES.contains(each.origin))).as("%s.%s", file, method.methodName())
                    .hasSize((int) keeps);
        }
        assertThat(kept).as("tensors kept").isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt2/Gpt2", "bert/Bert", "bart/BartEncoder", "bart/BartDecoder", "layer/Attention"})
    void everyLineThatMakesATensorEndsWithItsShape(String file) throws IOException {
        List<String> lines = Files.readAllLines(SOURCES.resolve(file + ".java")).stream()
                .filter(line -> line.strip().matches("(Tensor \\w+|x) = .*")).toList();
        assertThat(lines).hasSizeGreaterThanOrEqualTo(4).allMatch(line -> line.matches(".*; +// \\[[^]]+]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt2/Gpt2", "gpt2/Gpt2Unembedding", "bert/Bert", "bert/BertUnembedding", "bart/Bart",
        "bart/BartEncoder", "bart/BartDecoder", "bart/BartUnembedding", "layer/Attention"})
    void aForwardFileIsTwoScreensLong(String file) throws IOException {
        assertThat(Files.readAllLines(SOURCES.resolve(file + ".java"))).hasSizeLessThanOrEqualTo(130);
    }

    @Test
    void theDefinitionOfTheOperationsIsNoLongerThanAFileMayBe() throws IOException {
        assertThat(Files.readAllLines(SOURCES.resolve("ops/ScalarOps.java"))).hasSizeLessThanOrEqualTo(300);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt2/Gpt2", "bert/Bert", "bart/Bart", "bart/BartEncoder", "bart/BartDecoder",
        "layer/Attention", "ops/ScalarOps"})
    void methodsAreShortAndHaveFewParameters(String file) throws IOException {
        for (MethodModel method : methods(file)) {
            int[] lines = method.code().orElseThrow().elementStream().filter(LineNumber.class::isInstance)
                    .mapToInt(element -> ((LineNumber) element).line()).toArray();
            int body = IntStream.of(lines).max().orElseThrow() - IntStream.of(lines).min().orElseThrow() + 1;
            assertThat(body + 2).as("lines of %s.%s", file, method.methodName()).isLessThanOrEqualTo(40);
            assertThat(method.methodTypeSymbol().parameterCount()).as("parameters of %s.%s", file, method.methodName())
                    .isLessThanOrEqualTo(5);
        }
    }

    /** All that is written out as a method, also in a lambda; not what a record has by itself. */
    private static List<MethodModel> methods(String file) throws IOException {
        String path = "/org/vitrine/transformer/" + file + ".class";
        try (InputStream in = ForwardFilesTest.class.getResourceAsStream(path)) {
            ClassModel model = ClassFile.of().parse(in.readAllBytes());
            List<MethodModel> methods = model.methods().stream().filter(method -> method.code().isPresent())
                    .filter(method -> !method.methodName().equalsString("<init>")).toList();
            assertThat(methods).as("methods of %s", file).isNotEmpty();
            return methods;
        }
    }

    /** Every tensor that is put into a variable. */
    private static List<Made> made(CodeModel code) {
        List<CodeElement> elements = code.elementList();
        List<Made> made = new ArrayList<>();
        String site = "";
        String origin = "";
        for (int i = 0; i < elements.size(); i++) {
            CodeElement element = elements.get(i);
            if (element instanceof FieldInstruction field && isOf(field.owner().asSymbol(), Site.class)) {
                site = field.name().stringValue().toLowerCase(Locale.ROOT);
            }
            if (element instanceof StoreInstruction store) {
                String from = origin;
                variable(elements, i, store.slot()).ifPresent(name -> made.add(new Made(name, from)));
            }
            if (element instanceof InvokeInstruction call) {
                origin = isKeep(call) ? site : call.name().stringValue();
            } else if (element instanceof Instruction) {
                origin = "";
            }
        }
        return made;
    }

    /** The tensor that is in a slot after the instruction at an index. */
    private static Optional<String> variable(List<CodeElement> elements, int index, int slot) {
        int next = index + 1;
        while (!(elements.get(next) instanceof Instruction)) {
            next++;
        }
        for (CodeElement element : elements) {
            if (element instanceof LocalVariable variable && variable.slot() == slot
                    && isOf(variable.typeSymbol(), Tensor.class) && place(elements, variable.startScope()) < next
                    && place(elements, variable.endScope()) > index) {
                return Optional.of(variable.name().stringValue());
            }
        }
        return Optional.empty();
    }

    private static int place(List<CodeElement> elements, Label label) {
        return IntStream.range(0, elements.size())
                .filter(i -> elements.get(i) instanceof LabelTarget target && target.label().equals(label)).findFirst()
                .orElseThrow();
    }

    private static boolean isKeep(CodeElement element) {
        return element instanceof InvokeInstruction call && call.name().equalsString("keep")
                && isOf(call.owner().asSymbol(), Scope.class);
    }

    private static boolean isOf(ClassDesc found, Class<?> type) {
        return found.equals(type.describeConstable().orElseThrow());
    }
}
