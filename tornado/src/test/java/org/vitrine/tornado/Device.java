package org.vitrine.tornado;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.reflect.Proxy;
import org.vitrine.transformer.ops.Accelerator.Patience;
import org.vitrine.transformer.ops.AcceleratorListener;
import org.vitrine.transformer.ops.AcceleratorStatus;
import org.vitrine.transformer.ops.Ops;

/** A real device: where TornadoVM is installed the tests fail without one, elsewhere they are skipped and say why. */
final class Device {
    private static final TornadoAccelerator ACCELERATOR = new TornadoAccelerator();
    private static final AcceleratorListener STRICT = new AcceleratorListener() {
        @Override
        public void compiling(int done, int all) {
        }

        @Override
        public void failed(String reason) {
            throw new AssertionError("the device failed: " + reason);
        }
    };
    /** A CPU that must not be needed, so that no test passes on it when the device has failed. */
    private static final Ops NO_CPU = (Ops) Proxy.newProxyInstance(Ops.class.getClassLoader(),
            new Class<?>[]{Ops.class},
            (proxy, method, arguments) -> {
                throw new AssertionError("the CPU was asked for " + method.getName());
            });

    private Device() {
    }

    /** Skips what follows if there is no device and need not be one. */
    static void require() {
        AcceleratorStatus status = ACCELERATOR.status();
        String words = status.message() + " " + status.hint();
        if (Boolean.getBoolean("vitrine.device.required")) {
            assertThat(status.available()).as(words).isTrue();
        }
        if (!status.available()) {
            System.out.println("Skipped without a device: " + words);
        }
        assumeTrue(status.available(), words);
        System.out.println("On " + status.devices().getFirst() + " through " + status.driver());
    }

    /** Skips what follows on NVIDIA's devices, where it would have no reason to fail. */
    static void requireNoCuda() {
        assumeTrue(!ACCELERATOR.status().devices().getFirst().platform().startsWith("CUDA"),
                "cuBLAS serves this device");
    }

    /** Operations on machines of this maker, that fail instead of falling back. */
    static Ops ops(TornadoMaker maker) {
        return new TornadoOps(new Engine(maker, NO_CPU, Patience.WAIT, STRICT), NO_CPU);
    }

    /** Operations on it, that fail instead of falling back. */
    static Ops ops() {
        require();
        return ACCELERATOR.open(NO_CPU, Patience.WAIT, STRICT);
    }
}
