package org.vitrine.ui.desktop.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.ui.desktop.StubAccelerator;
import org.vitrine.ui.desktop.top.StatusModel;
import org.vitrine.ui.desktop.work.Desk;
import org.vitrine.ui.session.Backend;

class DeviceTest {
    private static final String TEXT = " Heathrow airport is in the city of";
    private static final String ABSENT = "No driver was found. Install one. Back to vector.";

    private final StubAccelerator present = StubAccelerator.present();
    private final Queue<Runnable> waiting = new ArrayDeque<>();

    private static Session session(Desk desk, StubAccelerator accelerator) {
        Session session = new Session(desk, new Look(false, 1), () -> Optional.of(accelerator));
        session.textProperty().set(TEXT);
        return session;
    }

    /** A session whose work in the background is done by {@link #work}. */
    private Session slow(StubAccelerator accelerator) {
        Session session = session(new Desk(waiting::add, Runnable::run), accelerator);
        session.run();
        work();
        return session;
    }

    private void work() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    /** A session that has read with a device of which nothing was heard yet. */
    private Session onGpu() {
        Session session = session(Desk.direct(), present);
        session.backendProperty().set(Backend.GPU);
        session.run();
        assertThat(session.messageProperty().get()).isEmpty();
        return session;
    }

    private static List<Exhibit> exhibits(Session session) {
        List<Exhibit> seen = new ArrayList<>();
        session.exhibitProperty().subscribe((before, now) -> seen.add(now));
        return seen;
    }

    @Test
    void aDeviceThatIsNotThereIsSaidWhenItIsChosen() {
        Session session = slow(StubAccelerator.absent());
        Exhibit before = session.exhibitProperty().get();
        session.backendProperty().set(Backend.GPU);
        assertThat(session.backendProperty().get()).isEqualTo(Backend.GPU); // nobody waits for the answer
        work();
        assertThat(session.messageProperty().get()).isEqualTo(ABSENT);
        assertThat(session.backendProperty().get()).isEqualTo(Backend.VECTOR);
        assertThat(session.exhibitProperty().get()).isSameAs(before);
    }

    @Test
    void whateverFindsOutFirstItIsSaidOnce() {
        Session session = slow(StubAccelerator.absent());
        session.backendProperty().set(Backend.GPU);
        Runnable asking = waiting.remove();
        session.run(() -> {
        });
        work();
        assertThat(session.messageProperty().get()).isEqualTo(ABSENT);
        asking.run();
        assertThat(session.messageProperty().get()).isEqualTo(ABSENT);
        assertThat(session.backendProperty().get()).isEqualTo(Backend.VECTOR);
    }

    @Test
    void anInstallationWithoutGpuSaysSo() {
        Session session = new Session(Desk.direct(), new Look(false, 1), Optional::empty);
        session.backendProperty().set(Backend.GPU);
        assertThat(session.messageProperty().get()).isEqualTo(Backend.MISSING + " Back to vector.");
        assertThat(session.backendProperty().get()).isEqualTo(Backend.VECTOR);
    }

    @Test
    void aRunWithoutADeviceLeavesAllAsItWas() {
        Session session = slow(StubAccelerator.absent());
        Exhibit before = session.exhibitProperty().get();
        session.backendProperty().set(Backend.SCALAR);
        session.run();
        work();
        Exhibit scalar = session.exhibitProperty().get();
        assertThat(scalar).isNotSameAs(before);
        session.backendProperty().set(Backend.GPU);
        session.textProperty().set(" typed");
        session.run();
        work();
        assertThat(session.messageProperty().get()).isEqualTo("No driver was found. Install one. Back to scalar.");
        assertThat(session.backendProperty().get()).isEqualTo(Backend.SCALAR);
        assertThat(session.exhibitProperty().get()).isSameAs(scalar);
        assertThat(session.textProperty().get()).isEqualTo(" typed");
    }

    @Test
    void whatIsOpenedWithoutADeviceIsReadByTheVectorBackEnd() {
        Session session = slow(StubAccelerator.absent());
        session.backendProperty().set(Backend.GPU);
        session.textProperty().set(" opened");
        session.run(() -> session.selection().layer().set(1));
        work();
        assertThat(session.exhibitProperty().get().texts().text()).isEqualTo(" opened");
        assertThat(session.passProperty().get().question().backend()).isEqualTo(Backend.VECTOR);
        assertThat(session.backendProperty().get()).isEqualTo(Backend.VECTOR);
        assertThat(session.selection().layer().get()).isEqualTo(1);
        assertThat(session.messageProperty().get()).isEqualTo(ABSENT);
    }

    @Test
    void allNumbersAreHereBeforeTheyAreShown() {
        Session session = onGpu();
        assertThat(present.fetched()).containsExactlyElementsOf(session.exhibitProperty().get().trace().tensors())
                .anyMatch(tensor -> tensor.distant() != null);
        present.fetched().clear();
        var after = ForwardPass.rerun(session.exhibitProperty().get(), inner -> inner, share -> {
        });
        assertThat(present.fetched()).containsExactlyElementsOf(after.tensors());
    }

    @Test
    void whatTheCpuComputedIsReadAgainWhenAllKernelsAreCompiled() {
        Session session = onGpu();
        StatusModel status = new StatusModel(session);
        List<Exhibit> seen = exhibits(session);
        assertThat(session.passProperty().get().onDevice()).isFalse();
        assertThat(status.sentenceProperty().get()).contains(" ms on the CPU, not the GPU  ·");
        session.selection().position(Stack.DECODER).set(2);
        session.textProperty().set(" typed meanwhile");
        present.listener().compiling(12, 31);
        assertThat(session.device().sentenceProperty().get())
                .isEqualTo("GPU: compiling, 12 of 31 kernels; the CPU answers meanwhile");
        assertThat(seen).isEmpty();
        present.listener().compiling(31, 31);
        assertThat(session.device().sentenceProperty().get()).isEmpty();
        assertThat(session.passProperty().get().onDevice()).isTrue();
        assertThat(status.sentenceProperty().get()).contains(" ms on the GPU  ·");
        assertThat(seen).singleElement().satisfies(again -> assertThat(again.texts().text()).isEqualTo(TEXT));
        assertThat(session.selection().position(Stack.DECODER).get()).isEqualTo(2);
        assertThat(session.textProperty().get()).isEqualTo(" typed meanwhile");
        assertThat(present.opened()).isEqualTo(1);
    }

    @Test
    void aRunThatGoesOnIsNotDisturbed() {
        Session session = slow(present);
        session.backendProperty().set(Backend.GPU);
        session.run();
        work();
        present.listener().compiling(0, 31);
        session.textProperty().set(" a cat");
        session.run();
        present.listener().compiling(31, 31);
        assertThat(waiting).hasSize(1);
        work();
        assertThat(session.exhibitProperty().get().texts().text()).isEqualTo(" a cat");
        assertThat(session.passProperty().get().onDevice()).isTrue();
    }

    @Test
    void whatWasReadWhileKernelsWereCompiledIsReadAgainAfterwards() {
        Session session = slow(present);
        session.backendProperty().set(Backend.GPU);
        session.run();
        work();
        present.listener().compiling(0, 31);
        List<Exhibit> seen = exhibits(session);
        session.textProperty().set(" a cat");
        session.run();
        waiting.add(() -> present.listener().compiling(31, 31)); // once the CPU has answered
        work();
        assertThat(seen).hasSize(2);
        assertThat(session.passProperty().get().onDevice()).isTrue();
    }

    @Test
    void otherBackEndsDoNotHearOfTheDevice() {
        Session session = onGpu();
        present.listener().compiling(1, 31);
        session.backendProperty().set(Backend.VECTOR);
        session.run();
        Exhibit shown = session.exhibitProperty().get();
        assertThat(session.device().sentenceProperty().get()).isEmpty();
        present.listener().compiling(2, 31);
        present.listener().compiling(31, 31);
        present.listener().failed("lost");
        assertThat(session.device().sentenceProperty().get()).isEmpty();
        assertThat(session.messageProperty().get()).isEmpty();
        assertThat(session.exhibitProperty().get()).isSameAs(shown);
    }

    @Test
    void aDeviceThatFailsIsSaidOnceAndTheCpuGoesOn() {
        Session session = onGpu();
        present.listener().compiling(1, 31);
        present.listener().failed("out of memory");
        assertThat(session.messageProperty().get())
                .isEqualTo("The GPU failed (out of memory); the CPU goes on with the same results.");
        assertThat(session.device().sentenceProperty().get()).isEmpty();
        List<Exhibit> seen = exhibits(session);
        present.listener().compiling(31, 31);
        assertThat(seen).isEmpty();
        session.run();
        assertThat(session.passProperty().get().onDevice()).isFalse();
        assertThat(session.messageProperty().get()).isEmpty();
        assertThat(seen).hasSize(1);
    }

    @Test
    void aDeviceThatIsNeverReadyForATextIsNotWaitedForForEver() {
        present.onFetch(() -> present.listener().compiling(0, 31));
        Session session = onGpu();
        List<Exhibit> seen = exhibits(session);
        for (int i = 0; i < 5; i++) {
            present.listener().compiling(31, 31);
            assertThat(session.passProperty().get().onDevice()).isFalse();
        }
        assertThat(seen).hasSize(2);
    }
}
