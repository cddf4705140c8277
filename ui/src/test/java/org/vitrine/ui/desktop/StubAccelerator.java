package org.vitrine.ui.desktop;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.vitrine.transformer.ops.Accelerator;
import org.vitrine.transformer.ops.AcceleratorException;
import org.vitrine.transformer.ops.AcceleratorListener;
import org.vitrine.transformer.ops.AcceleratorStatus;
import org.vitrine.transformer.ops.AcceleratorStatus.Device;
import org.vitrine.transformer.ops.Ops;
import org.vitrine.transformer.tensor.DistantNumbers;
import org.vitrine.transformer.tensor.Tensor;

/** An accelerator whose device is the CPU: it holds its results back until somebody looks, and is ready when a test says so. */
public final class StubAccelerator implements Accelerator {
    private final AcceleratorStatus status;
    private final List<Tensor> fetched = new ArrayList<>();
    private AcceleratorListener listener = AcceleratorListener.none();
    private Runnable onFetch = () -> {
    };
    private int opened;

    private StubAccelerator(AcceleratorStatus status) {
        this.status = status;
    }

    /** With a device. */
    public static StubAccelerator present() {
        Device device = new Device("Stub", "none", "GPU", 1 << 30, 1);
        return new StubAccelerator(new AcceleratorStatus("stub", List.of(device), "There is a stub.", ""));
    }

    /** Without. */
    public static StubAccelerator absent() {
        return new StubAccelerator(new AcceleratorStatus("", List.of(), "No driver was found.", "Install one."));
    }

    /** Who hears how far the device is that was opened last. */
    public AcceleratorListener listener() {
        return listener;
    }

    /** How often operations were asked for. */
    public int opened() {
        return opened;
    }

    /** What was brought here, in the order of time. */
    public List<Tensor> fetched() {
        return fetched;
    }

    /** Runs something whenever numbers are brought here. */
    public void onFetch(Runnable task) {
        onFetch = task;
    }

    @Override
    public AcceleratorStatus status() {
        return status;
    }

    @Override
    public Ops open(Ops cpu, Patience patience, AcceleratorListener newListener) {
        if (!status.available()) {
            throw new AcceleratorException(status.message() + " " + status.hint());
        }
        opened++;
        listener = newListener;
        return (Ops) Proxy.newProxyInstance(Ops.class.getClassLoader(), new Class<?>[]{Ops.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("fetch")) {
                        onFetch.run();
                        ((Collection<?>) arguments[0]).forEach(each -> fetched.add((Tensor) each));
                        return null;
                    }
                    try {
                        Object result = method.getName().equals("onHost") ? cpu : method.invoke(cpu, arguments);
                        return result instanceof Tensor tensor ? Tensor.of(new Held(tensor), tensor.shape()) : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** Numbers that are held back. */
    private record Held(Tensor tensor) implements DistantNumbers {
        @Override
        public float[] fetch() {
            return tensor.data();
        }

        private Tensor here(Tensor x) {
            return Tensor.of(fetch(), x.shape());
        }

        @Override
        public Tensor rows(Tensor x, int... rows) {
            return here(x).rows(rows);
        }

        @Override
        public Tensor splitHeads(Tensor x, int heads) {
            return here(x).splitHeads(heads);
        }

        @Override
        public Tensor mergeHeads(Tensor x) {
            return here(x).mergeHeads();
        }

        @Override
        public Tensor append(Tensor x, Tensor below) {
            return here(x).append(below);
        }
    }
}
