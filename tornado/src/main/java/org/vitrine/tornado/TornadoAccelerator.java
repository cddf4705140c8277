package org.vitrine.tornado;

import java.lang.ref.Cleaner;
import org.vitrine.transformer.ops.Accelerator;
import org.vitrine.transformer.ops.AcceleratorException;
import org.vitrine.transformer.ops.AcceleratorListener;
import org.vitrine.transformer.ops.AcceleratorStatus;
import org.vitrine.transformer.ops.Ops;

/** The devices that TornadoVM finds. Without TornadoVM this says so; nothing of it is linked before it is known to be there. */
public final class TornadoAccelerator implements Accelerator {
    private static final Cleaner CLEANER = Cleaner.create();
    /** TornadoVM starts once in a program, or not at all. */
    private static AcceleratorStatus status;

    /** For the service loader. */
    public TornadoAccelerator() {
    }

    @Override
    public AcceleratorStatus status() {
        synchronized (TornadoAccelerator.class) {
            if (status == null) {
                status = Installation.here().status();
            }
            return status;
        }
    }

    @Override
    public Ops open(Ops cpu, Patience patience, AcceleratorListener listener) {
        AcceleratorStatus found = status();
        if (!found.available()) {
            throw new AcceleratorException(found.message() + " " + found.hint());
        }
        Engine engine = new Engine(new TornadoMaker(), cpu, patience, listener);
        TornadoOps ops = new TornadoOps(engine, cpu);
        // Its tensors refer to it; when nothing does any more, nobody can ask for what the device holds.
        CLEANER.register(ops, engine::close);
        return ops;
    }
}
