package org.vitrine.transformer.ops;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** Operations that interrupt the calling thread as soon as a certain one is asked for: a cancellation at a known moment. */
public final class InterruptingOps {
    private final Ops ops;
    private int asked;
    private int at;

    private InterruptingOps(Ops real) {
        ops = (Ops) Proxy.newProxyInstance(Ops.class.getClassLoader(), new Class<?>[]{Ops.class}, (_, method, args) -> {
            if (++asked == at) {
                Thread.currentThread().interrupt();
            }
            try {
                return method.invoke(real, args);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }

    /** What computes as these do. */
    public static InterruptingOps of(Ops real) {
        return new InterruptingOps(real);
    }

    /** For the model. */
    public Ops ops() {
        return ops;
    }

    /** Interrupts when the n-th operation from now on is asked for, the first being 1; never for 0. */
    public void interruptAt(int n) {
        asked = 0;
        at = n;
    }

    /** How many operations were asked for since then. */
    public int asked() {
        return asked;
    }
}
