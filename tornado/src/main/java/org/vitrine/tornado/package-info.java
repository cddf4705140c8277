/**
 * The operations on a GPU, through TornadoVM where a user has installed it: calls of {@link org.vitrine.transformer.ops.Ops}
 * come in, tensors go out that have a shape and no numbers yet. When somebody looks at one, all that was put off is computed
 * at once.
 *
 * <pre>
 *   TornadoOps   an operation becomes a Cell: a shape, and how its numbers come about (Work)
 *   Engine       somebody looks: what was put off runs on the device, or on the CPU while that is not ready
 *   Programs     the row of kernels is cut where it repeats itself: that is a layer, compiled once
 *   Residence    what lies where in the device's one memory
 *   Machine      the device: TornadoMachine is the real one
 * </pre>
 *
 * <p>Read them in this order; {@link org.vitrine.tornado.kernel.Kernels} is what runs there. {@link
 * org.vitrine.tornado.TornadoAccelerator} is all that others see: it is found as an {@link
 * org.vitrine.transformer.ops.Accelerator}, so no other module knows TornadoVM.
 *
 * <p>{@code CuBlas}, {@code LibraryProduct}, {@code Staging} and {@code ProductProof} let NVIDIA's library multiply large
 * matrices, after it has proved on a small product that it computes what it should; {@code CudaGraphs} launches a program as
 * a whole.
 *
 * <p>A result remembers how it comes about in terms of {@code Ops} until its numbers are here, so the CPU can always make
 * it: while kernels are compiled, and when a device fails.
 */
package org.vitrine.tornado;
