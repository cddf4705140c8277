package org.vitrine.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vitrine.transformer.generate.Draft;
import org.vitrine.transformer.ops.CancelledException;
import org.vitrine.transformer.ops.InterruptingOps;
import org.vitrine.transformer.ops.Ops;
import org.vitrine.transformer.ops.ScalarOps;
import org.vitrine.transformer.ops.VectorOps;
import org.vitrine.transformer.ops.WarmOps;
import org.vitrine.transformer.trace.Recorder;
import org.vitrine.transformer.trace.Recording;
import org.vitrine.transformer.trace.Trace;

/** An interrupt at any operation of a run ends it; model, operations and draft are afterwards as they were before. */
@Timeout(120)
class CancelledRunTest {
    private static final int[] IDS = {0, 444, 313, 2};

    static Stream<Ops> backEnds() {
        return Stream.of(new ScalarOps(), new VectorOps(1), new VectorOps(3), WarmOps.of(3));
    }

    @AfterEach
    void noLongerInterrupted() {
        Thread.interrupted();
    }

    @ParameterizedTest
    @MethodSource("backEnds")
    void everyOperationOfAPassHeedsAnInterrupt(Ops real) {
        everyOperation(real, ops -> {
            var model = Fixtures.gpt2("gpt2-tiny", ops);
            return recorder -> model.forward(IDS, recorder);
        });
        everyOperation(real, ops -> {
            var model = Fixtures.bert("bert-tiny", ops);
            return recorder -> model.forward(IDS, new int[IDS.length], recorder);
        });
        everyOperation(real, ops -> {
            var model = Fixtures.bart("bart-tiny", ops);
            return recorder -> model.forward(IDS, IDS, recorder);
        });
    }

    private static void everyOperation(Ops real, Function<Ops, Consumer<Recorder>> model) {
        InterruptingOps interrupting = InterruptingOps.of(real);
        Consumer<Recorder> pass = model.apply(interrupting.ops());
        interrupting.interruptAt(0);
        Trace before = trace(pass);
        int operations = interrupting.asked();
        assertThat(operations).isGreaterThan(20);
        for (int n = 1; n <= operations; n++) {
            interrupting.interruptAt(n);
            assertThatThrownBy(() -> pass.accept(Recorder.off())).as("operation " + n)
                    .isInstanceOf(CancelledException.class);
            // The definition looks up between the rows of its products, sums and norms; what is element by element it finishes.
            assertThat(interrupting.asked()).isBetween(n, real instanceof ScalarOps ? n + 3 : n);
            assertThat(Thread.interrupted()).isTrue();
        }
        interrupting.interruptAt(0);
        Trace after = trace(pass);
        assertThat(after.names()).isEqualTo(before.names());
        before.names().forEach(name -> assertThat(after.get(name).data()).as(name.toString())
                .isEqualTo(before.get(name).data()));
    }

    private static Trace trace(Consumer<Recorder> pass) {
        Recording recording = Recording.everything();
        pass.accept(recording);
        return recording.trace();
    }

    @ParameterizedTest
    @MethodSource("backEnds")
    void aDraftThatWasCancelledInTheMidstOfATokenGoesOnFromTheOneBefore(Ops real) {
        everyToken(real, ops -> Draft.of(Fixtures.gpt2("gpt2-tiny", ops)));
        everyToken(real, ops -> Draft.of(Fixtures.bart("bart-tiny", ops), IDS));
    }

    private static void everyToken(Ops real, Function<Ops, Draft> maker) {
        InterruptingOps interrupting = InterruptingOps.of(real);
        Draft draft = maker.apply(interrupting.ops());
        draft.read(2, 5);
        Draft undisturbed = draft.fork();
        interrupting.interruptAt(0);
        float[] expected = undisturbed.read(7);
        int operations = interrupting.asked();
        for (int n = 1; n <= operations; n++) {
            interrupting.interruptAt(n);
            assertThatThrownBy(() -> draft.read(7)).isInstanceOf(CancelledException.class);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(draft.length()).isEqualTo(2);
        }
        interrupting.interruptAt(0);
        assertThat(draft.read(7)).isEqualTo(expected);
        assertThat(draft.read(9)).isEqualTo(undisturbed.read(9));
    }
}
