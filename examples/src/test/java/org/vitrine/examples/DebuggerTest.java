package org.vitrine.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.jdi.ArrayReference;
import com.sun.jdi.FloatValue;
import com.sun.jdi.IntegerValue;
import com.sun.jdi.ObjectReference;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.StackFrame;
import com.sun.jdi.StringReference;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.Value;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.request.BreakpointRequest;
import com.sun.jdi.request.StepRequest;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.explain.check.GoldenTrace;
import org.vitrine.explain.check.Tolerance;
import org.vitrine.transformer.gpt2.Gpt2;
import org.vitrine.transformer.layer.Attention;
import org.vitrine.transformer.ops.ScalarOps;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Trace;

/** A student's hour with the debugger: what stands in the variables is what Hugging Face's implementation computed. */
class DebuggerTest {
    private static final int LAYER = 2;
    private static final Pattern MAKES = Pattern.compile("\\s+Tensor (\\w+) = .*");
    private static final List<String> UNNAMED = List.of("scaled");

    private final Trace golden = GoldenTrace.of("classroom-gpt2").trace();

    @TempDir
    Path folder;

    @Test
    void everyLineOfAttentionMakesTheLocalVariableThatTheGoldenTraceHas() throws Exception {
        ProcessHandle process;
        try (Debuggee debuggee = Debuggee.start(StepThroughGpt2.class, folder.resolve("output"))) {
            process = debuggee.process();
            Source attention = Source.of(Gpt2.class);
            Source attend = Source.of(Attention.class);
            ReferenceType gpt2 = debuggee.runToClass(Gpt2.class.getName());
            BreakpointRequest first = debuggee.breakpoint(gpt2, attention.lineAfter("private Tensor attention("));
            ThreadReference thread = debuggee.runToBreakpoint();
            while (number(thread, "i") < LAYER) {
                assertThat(debuggee.runToBreakpoint()).isEqualTo(thread);
            }
            debuggee.delete(first);

            List<String> seen = new ArrayList<>();
            while (!attention.at(thread).contains("attention.attend(")) {
                seen.addAll(stepOver(debuggee, thread, attention));
            }
            debuggee.step(thread, StepRequest.STEP_INTO);
            assertThat(thread.frame(0).location().method().name()).isEqualTo("attend");
            while (!attend.at(thread).contains("return heads;")) {
                seen.addAll(stepOver(debuggee, thread, attend));
            }
            debuggee.step(thread, StepRequest.STEP_OUT);
            while (!attention.at(thread).contains("return resid;")) {
                seen.addAll(stepOver(debuggee, thread, attention));
            }
            assertThat(seen).containsExactly("norm", "q", "k", "v", "scores", "pattern", "heads", "heads", "out",
                    "resid");
        }
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void oneStepOfTheInnermostLoopIsOneMultiplyAdd() throws Exception {
        try (Debuggee debuggee = Debuggee.start(StepThroughGpt2.class, folder.resolve("output"))) {
            ReferenceType ops = debuggee.runToClass(ScalarOps.class.getName());
            Source source = Source.of(ScalarOps.class);
            int line = source.line("sum = Math.fma(", source.lineAfter("public Tensor linear(Tensor x, Linear layer)"));
            debuggee.breakpoint(ops, line);
            float last = 0;
            for (int stop = 0; stop < 40; stop++) {
                ThreadReference thread = debuggee.runToBreakpoint();
                int t = number(thread, "t");
                int i = number(thread, "i");
                int j = number(thread, "j");
                assertThat(List.of(t, j, i)).as("row, output, input").containsExactly(0, 0, stop);
                float sum = sum(thread);
                assertThat(sum).as("sum at input %d", i).isEqualTo(last);
                ObjectReference x = variable(thread, "x");
                ArrayReference numbers = data(x);
                float left = ((FloatValue) numbers.getValue(t * width(thread, x) + i)).value();
                float right = weight(thread, i, j);
                debuggee.step(thread, StepRequest.STEP_OVER);
                last = sum(thread);
                assertThat(last).as("sum after input %d", i).isEqualTo(Math.fma(left, right, sum));
                if (stop == 0) {
                    assertThat(Files.readString(Path.of("../README.md")).replaceAll("\\s+", " ")).contains(
                            left + " · " + right + " + 0 = " + new BigDecimal(Float.toString(last)).toPlainString());
                }
            }
            assertThat(last).isNotZero();
        }
    }

    /** Never comes to an end. */
    static final class Sleeper {
        public static void main(String... args) throws InterruptedException {
            System.out.println("good night");
            Thread.sleep(Long.MAX_VALUE);
        }
    }

    /** Ends at once. */
    static final class Stopper {
        public static void main(String... args) {
            System.out.println("good bye");
        }
    }

    @Test
    void aProgramThatHangsIsKilledAndOneThatEndsIsNotWaitedFor() throws Exception {
        Debuggee sleeper = Debuggee.start(Sleeper.class, folder.resolve("sleeper"));
        try (sleeper) {
            sleeper.runToClass(Sleeper.class.getName());
            assertThatThrownBy(() -> sleeper.runToBreakpoint(Duration.ofSeconds(5)))
                    .hasMessageContaining("waited 5 s for a BreakpointEvent; the program said: good night");
        }
        assertThat(sleeper.process().isAlive()).isFalse();
        try (Debuggee stopper = Debuggee.start(Stopper.class, folder.resolve("stopper"))) {
            assertThatThrownBy(stopper::runToBreakpoint).hasMessageContaining("the program said: good bye");
        }
    }

    /** Steps over a line; what it made is compared with the golden trace. */
    private List<String> stepOver(Debuggee debuggee, ThreadReference thread, Source source) throws Exception {
        Matcher line = MAKES.matcher(source.at(thread));
        debuggee.step(thread, StepRequest.STEP_OVER);
        if (!line.matches() || UNNAMED.contains(line.group(1))) {
            return List.of();
        }
        String word = line.group(1);
        String name = "decoder." + LAYER + ".attn." + word;
        Tensor expected = golden.get(name);
        ObjectReference tensor = variable(thread, word);
        assertThat(text(thread, tensor, "name")).isEqualTo(name);
        assertThat(text(thread, tensor, "toString")).startsWith(name + " [");
        ObjectReference shape = (ObjectReference) tensor.getValue(tensor.referenceType().fieldByName("shape"));
        assertThat(text(thread, shape, "toString")).isEqualTo(expected.shape().toString());
        List<Value> numbers = data(tensor).getValues();
        assertThat(numbers).hasSize(expected.size());
        for (int n = 0; n < expected.size(); n++) {
            float wanted = expected.data()[n];
            float found = ((FloatValue) numbers.get(n)).value();
            double tolerance = Tolerance.GOLDEN.numbers() * (1 + Math.abs(wanted));
            assertThat(found == wanted || Math.abs(found - wanted) <= tolerance)
                    .as("number %d of %s: %s for %s", n, name, found, wanted).isTrue();
        }
        return List.of(word);
    }

    private static ObjectReference variable(ThreadReference thread, String name) throws Exception {
        StackFrame frame = thread.frame(0);
        return (ObjectReference) frame.getValue(frame.visibleVariableByName(name));
    }

    private static int number(ThreadReference thread, String name) throws Exception {
        StackFrame frame = thread.frame(0);
        return ((IntegerValue) frame.getValue(frame.visibleVariableByName(name))).value();
    }

    private static float sum(ThreadReference thread) throws Exception {
        StackFrame frame = thread.frame(0);
        return ((FloatValue) frame.getValue(frame.visibleVariableByName("sum"))).value();
    }

    private static ArrayReference data(ObjectReference tensor) {
        return (ArrayReference) tensor.getValue(tensor.referenceType().fieldByName("data"));
    }

    private static int width(ThreadReference thread, ObjectReference tensor) throws Exception {
        VirtualMachine vm = thread.virtualMachine();
        return ((IntegerValue) call(thread, tensor, "dim", List.of(vm.mirrorOf(-1)))).value();
    }

    private static float weight(ThreadReference thread, int i, int j) throws Exception {
        VirtualMachine vm = thread.virtualMachine();
        return ((FloatValue) call(thread, variable(thread, "weight"), "at", List.of(vm.mirrorOf(i), vm.mirrorOf(j))))
                .value();
    }

    private static String text(ThreadReference thread, ObjectReference object, String method) throws Exception {
        return ((StringReference) call(thread, object, method, List.of())).value();
    }

    private static Value call(ThreadReference thread, ObjectReference object, String method, List<Value> arguments)
            throws Exception {
        return object.invokeMethod(thread, object.referenceType().methodsByName(method).stream()
                .filter(each -> each.argumentTypeNames().size() == arguments.size() && !each.isAbstract()).findFirst()
                .orElseThrow(), arguments, ObjectReference.INVOKE_SINGLE_THREADED);
    }

    /** The lines of a source file, numbered from 1. */
    private record Source(List<String> lines) {
        static Source of(Class<?> type) throws IOException {
            return new Source(Files.readAllLines(
                    Path.of("../transformer/src/main/java").resolve(type.getName().replace('.', '/') + ".java")));
        }

        /** The first line that holds a text, from a line on. */
        int line(String text, int from) {
            for (int line = from; line <= lines.size(); line++) {
                if (lines.get(line - 1).contains(text)) {
                    return line;
                }
            }
            throw new IllegalStateException("no line holds: " + text);
        }

        int lineAfter(String text) {
            return line(text, 1) + 1;
        }

        /** The line at which a thread stands. */
        String at(ThreadReference thread) throws Exception {
            return lines.get(thread.frame(0).location().lineNumber() - 1);
        }
    }
}
