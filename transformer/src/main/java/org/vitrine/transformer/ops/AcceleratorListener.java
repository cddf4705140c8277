package org.vitrine.transformer.ops;

/** Hears what becomes of an accelerator. */
public interface AcceleratorListener {
    /**
     * So many of the kernels that are needed now are compiled. Heard before anything is answered by the CPU meanwhile, first with
     * {@code done} 0, and when {@code done} is {@code all} the device answers what is asked from then on.
     */
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
