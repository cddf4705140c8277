package org.vitrine.explain.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vitrine.transformer.ops.CancelledException;

@Timeout(60)
class AsideTest {
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void letTheWorkEnd() {
        end.countDown();
    }

    /** Work that nobody can interrupt and that does not end before the test. */
    private String endless() {
        while (end.getCount() > 0) {
            Thread.onSpinWait();
        }
        return "done";
    }

    @Test
    void isWaitedForToTheEnd() {
        AtomicInteger checks = new AtomicInteger();
        String made = Aside.await(this::endless, () -> {
            if (checks.incrementAndGet() == 3) {
                end.countDown();
            }
        });
        assertThat(made).isEqualTo("done");
        assertThat(checks.get()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void nobodyWaitsForWhatIsNoLongerWanted() {
        AtomicInteger checks = new AtomicInteger();
        assertThatThrownBy(() -> Aside.await(this::endless, () -> {
            if (checks.incrementAndGet() == 3) {
                throw new CancellationException("enough");
            }
        })).isInstanceOf(CancellationException.class).hasMessage("enough");
    }

    @Test
    void anInterruptEndsTheWaitingAndStays() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> Aside.await(this::endless, () -> {
        })).isInstanceOf(CancelledException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void whatTheWorkThrowsIsThrown() {
        assertThatThrownBy(() -> Aside.await(() -> {
            throw new ArithmeticException("no such vector");
        }, () -> {
        })).isInstanceOf(ArithmeticException.class).hasMessage("no such vector");
    }
}
