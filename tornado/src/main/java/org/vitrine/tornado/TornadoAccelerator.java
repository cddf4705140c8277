package org.vitrine.tornado;

import java.util.List;
import org.vitrine.transformer.ops.Accelerator;
import org.vitrine.transformer.ops.AcceleratorException;
import org.vitrine.transformer.ops.AcceleratorListener;
import org.vitrine.transformer.ops.AcceleratorStatus;
import org.vitrine.transformer.ops.Ops;

/** The devices that TornadoVM finds. */
public final class TornadoAccelerator implements Accelerator {
    /** For the service loader. */
    public TornadoAccelerator() {
    }

    @Override
    public AcceleratorStatus status() {
        return new AcceleratorStatus("", List.of(), "TornadoVM was not found on this machine.",
                "Install it and set TORNADOVM_HOME to its folder.");
    }

    @Override
    public Ops open(Ops cpu, Patience patience, AcceleratorListener listener) {
        AcceleratorStatus status = status();
        throw new AcceleratorException(status.message() + " " + status.hint());
    }
}
