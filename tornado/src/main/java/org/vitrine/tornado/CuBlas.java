package org.vitrine.tornado;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Optional;
import uk.ac.manchester.tornado.api.TaskGraph;
import uk.ac.manchester.tornado.api.common.Access;

/**
 * NVIDIA's cuBLAS through TornadoVM's library tasks. Looked up by name, for older TornadoVMs, and the API that this is compiled
 * against, do not have them.
 */
final class CuBlas implements ProductLibrary {
    private static final String API = "uk.ac.manchester.tornado.api.";
    /** TornadoVM's only back end that has library tasks. */
    private static final String BACKEND = "CUDA";
    /** Where the result is among sgemm's parameters. */
    private static final int RESULT = 11;

    private final Class<?> code;
    private final Class<?> descriptor;
    private final Method task;
    private final int shift;

    private CuBlas() throws ReflectiveOperationException {
        code = Class.forName(API + "common.TornadoFunctions$LibraryTask1");
        descriptor = Class.forName(API + "common.LibraryTaskDescriptor");
        task = TaskGraph.class.getMethod("libraryTask", String.class, code, Object.class);
        // On the device a Java array has a Java array's header; the library's pointer is meant for TornadoVM's own arrays.
        long header = Class.forName(API + "types.arrays.TornadoNativeArray").getField("ARRAY_HEADER").getLong(null);
        int javaHeader = Class.forName("sun.misc.Unsafe").getField("ARRAY_FLOAT_BASE_OFFSET").getInt(null);
        if (header < javaHeader || (header - javaHeader) % Float.BYTES != 0) {
            throw new NoSuchFieldException("no number of a Java array begins " + header + " bytes behind its start");
        }
        shift = (int) (header - javaHeader) / Float.BYTES;
    }

    /** Whether it is worth trying with such a back end: nothing is known yet of cuBLAS itself. */
    static Optional<ProductLibrary> on(String backend) {
        return backend.equals(BACKEND) ? find() : Optional.empty();
    }

    /** What TornadoVM has of it, whatever the back end is. */
    static Optional<ProductLibrary> find() {
        try {
            return Optional.of(new CuBlas());
        } catch (ReflectiveOperationException | LinkageError e) {
            return Optional.empty();
        }
    }

    @Override
    public int shift() {
        return shift;
    }

    @Override
    public void add(TaskGraph graph, String name, Object[] parameters) {
        try {
            Object described = describe(parameters);
            Object describing = Proxy.newProxyInstance(code.getClassLoader(), new Class<?>[]{code},
                    (_, _, _) -> described);
            task.invoke(graph, name, describing, null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cuBLAS: " + Failure.words(e), e);
        }
    }

    /** TornadoVM's description of the call. */
    Object describe(Object[] parameters) throws ReflectiveOperationException {
        Access[] access = new Access[parameters.length];
        Arrays.fill(access, Access.READ_ONLY);
        access[RESULT] = Access.WRITE_ONLY;
        Object described = descriptor.getConstructor().newInstance();
        set(described, "withLibrary", "nvidia/cublas");
        set(described, "withFunction", "cublasSgemm");
        set(described, "withParameters", parameters);
        set(described, "withAccess", access);
        return described;
    }

    private void set(Object described, String name, Object value)
            throws NoSuchMethodException, IllegalAccessException, InvocationTargetException {
        descriptor.getMethod(name, value.getClass()).invoke(described, new Object[]{value});
    }
}
