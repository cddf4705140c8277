/**
 * What runs on the device. TornadoVM's compiler reads the bytecode of these static methods and makes OpenCL or CUDA of it,
 * so they are plain loops over one array: no objects, no exceptions, no calls that it cannot inline.
 *
 * <p>{@link org.vitrine.tornado.kernel.Kernels} has one for each operation, beside whose definition in {@link
 * org.vitrine.transformer.ops.ScalarOps} it can be read. All numbers lie in one array, and a launch says only where the
 * operands are, so a compiled kernel knows no size and no layer. {@link org.vitrine.tornado.kernel.StagingKernels} copies
 * what a library multiplies into arrays of its own and back.
 */
package org.vitrine.tornado.kernel;
