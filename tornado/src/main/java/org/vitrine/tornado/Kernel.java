package org.vitrine.tornado;

/** The kernels of {@link org.vitrine.tornado.kernel.Kernels} by name, for those who know nothing of TornadoVM. */
enum Kernel implements Kind {
    ADD, SCALE, GELU, GELU_TANH, RELU, SILU, TANH, CAUSAL_MASK, SWAP_AXES, ROWS, APPEND, SOFTMAX, LAYER_NORM,
    LINEAR_ROW, PRODUCT;

    @Override
    public Kernel kernel() {
        return this;
    }
}
