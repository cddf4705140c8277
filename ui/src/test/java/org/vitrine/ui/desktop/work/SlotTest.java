package org.vitrine.ui.desktop.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vitrine.transformer.ops.CancelledException;

/** A window without a screen: its work is done in one thread, and this test's thread is its foreground. */
@Timeout(60)
class SlotTest {
    private final ExecutorService background = Executors.newSingleThreadExecutor();
    private final BlockingQueue<Runnable> foreground = new LinkedBlockingQueue<>();
    private final Desk desk = new Desk(background, foreground::add);
    private final Slot slot = desk.slot();
    private final List<Object> told = new ArrayList<>();

    @AfterEach
    void close() {
        background.shutdownNow();
    }

    /** Goes on until all work is done. */
    private void untilDone() throws InterruptedException {
        while (desk.runningProperty().get() > 0) {
            foreground.take().run();
        }
    }

    @Test
    void workThatNeverAsksItsProgressIsInterrupted() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        slot.start(progress -> {
            begun.countDown();
            while (true) {
                CancelledException.check();
            }
        }, told::add, told::add);
        begun.await();
        slot.cancel();
        untilDone();
        assertThat(told).isEmpty();
        assertThat(slot.busyProperty().get()).isFalse();
    }

    @Test
    void newerWorkInterruptsTheOlderAndIsNotInterruptedItself() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean interrupted = new AtomicBoolean();
        slot.start(progress -> {
            begun.countDown();
            while (true) {
                CancelledException.check();
            }
        }, told::add, told::add);
        begun.await();
        slot.start(progress -> {
            interrupted.set(Thread.currentThread().isInterrupted());
            return "newer";
        }, told::add, told::add);
        untilDone();
        assertThat(told).containsExactly("newer");
        assertThat(interrupted).isFalse();
    }

    @Test
    void workThatIsCancelledBeforeItsTurnIsNotBegun() throws InterruptedException {
        CountDownLatch busy = new CountDownLatch(1);
        AtomicBoolean ran = new AtomicBoolean();
        desk.slot().start(progress -> {
            try {
                busy.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return "first";
        }, told::add, told::add);
        slot.start(progress -> {
            ran.set(true);
            return "second";
        }, told::add, told::add);
        slot.cancel();
        busy.countDown();
        untilDone();
        assertThat(told).containsExactly("first");
        assertThat(ran).isFalse();
        slot.start(progress -> {
            CancelledException.check();
            return "third";
        }, told::add, told::add);
        untilDone();
        assertThat(told).containsExactly("first", "third");
    }

    @Test
    void workThatEndsItselfAsCancelledLeavesTheSlotFree() throws InterruptedException {
        slot.start(progress -> {
            throw new CancelledException();
        }, told::add, told::add);
        untilDone();
        assertThat(told).isEmpty();
        assertThat(slot.busyProperty().get()).isFalse();
    }
}
