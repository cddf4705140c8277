package org.vitrine.transformer.ops;

/** Hears what becomes of an accelerator. */
public interface AcceleratorListener {
    /** So many of the kernels that are needed now are compiled; when all are, the device answers. */
    void compiling(int done, int all);

    /** The device failed, and from now on the CPU does its work, with the same results. */
    void failed(String reason);

    /** Hears nothing. */
    static AcceleratorListener none() {
        return new AcceleratorListener() {
            @Override
            public void compiling(int done, int all) {
            }

            @Override
            public void failed(String reason) {
            }
        };
    }
}
