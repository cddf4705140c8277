package org.vitrine.ui.cli;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import org.vitrine.transformer.ops.Accelerator;
import org.vitrine.transformer.ops.AcceleratorListener;
import org.vitrine.transformer.ops.AcceleratorStatus;
import org.vitrine.transformer.ops.AcceleratorStatus.Device;
import org.vitrine.transformer.ops.Ops;
import org.vitrine.transformer.ops.ScalarOps;
import org.vitrine.transformer.tensor.Tensor;

/** A device that computes as {@link ScalarOps} does, but for one activation, and may say that it failed. */
final class StubAccelerator implements Accelerator {
    private static final Device DEVICE = new Device("Card 7", "OpenCL of nobody", "GPU", 8_000_000_000L, 12);

    private final List<Device> devices;
    private final int wrongCall;
    private final Optional<String> failure;
    private int activations;
    private int fetches;

    private StubAccelerator(List<Device> devices, int wrongCall, Optional<String> failure) {
        this.devices = devices;
        this.wrongCall = wrongCall;
        this.failure = failure;
    }

    static StubAccelerator absent() {
        return new StubAccelerator(List.of(), -1, Optional.empty());
    }

    static StubAccelerator right() {
        return wrongAt(-1);
    }

    /** The activation that is computed as the call-th, from 0, has one wrong number. */
    static StubAccelerator wrongAt(int call) {
        return new StubAccelerator(List.of(DEVICE), call, Optional.empty());
    }

    static StubAccelerator failing(String reason) {
        return new StubAccelerator(List.of(DEVICE), -1, Optional.of(reason));
    }

    /** How often numbers were fetched all at once. */
    int fetches() {
        return fetches;
    }

    @Override
    public AcceleratorStatus status() {
        return devices.isEmpty()
                ? new AcceleratorStatus("", devices, "No driver was found.", "Install one.")
                : new AcceleratorStatus("Driver 3", devices, "There is a card.", "");
    }

    @Override
    public Ops open(Ops cpu, Patience patience, AcceleratorListener listener) {
        failure.ifPresent(listener::failed);
        ScalarOps scalar = new ScalarOps();
        return (Ops) Proxy.newProxyInstance(Ops.class.getClassLoader(), new Class<?>[]{Ops.class},
                (proxy, method, arguments) -> {
                    fetches += method.getName().equals("fetch") ? 1 : 0;
                    Object result = method.invoke(scalar, arguments);
                    return method.getName().equals("geluTanh") && activations++ == wrongCall
                            ? wrong((Tensor) result)
                            : result;
                });
    }

    private static Tensor wrong(Tensor right) {
        float[] numbers = right.data().clone();
        numbers[right.dim(1) + 5] = 7;
        return Tensor.of(numbers, right.shape());
    }
}
