/**
 * The operations on a GPU. TornadoVM, which compiles the kernels, is what the user has installed: no module is required here,
 * and all is well as long as nobody asks for the GPU.
 */
module org.vitrine.tornado {
    requires org.vitrine.transformer;

    // TornadoVM's compiler reads the kernels.
    exports org.vitrine.tornado.kernel;

    provides org.vitrine.transformer.ops.Accelerator with org.vitrine.tornado.TornadoAccelerator;
}
