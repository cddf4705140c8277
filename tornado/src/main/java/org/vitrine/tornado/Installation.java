package org.vitrine.tornado;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.vitrine.transformer.ops.AcceleratorStatus;
import org.vitrine.transformer.ops.AcceleratorStatus.Device;

/**
 * TornadoVM on this machine: whether it is there, whether Java was started with it, and whether it finds a device.
 *
 * @param home what TORNADOVM_HOME names; empty if it is not set
 */
record Installation(Optional<String> home) {
    private static final String API = "uk.ac.manchester.tornado.api.TaskGraph";
    private static final String ARGUMENTS = "tornado-argfile";
    private static final String INSTALL = "Install TornadoVM for JDK 25 with SDKMAN (sdk list tornadovm) or from an archive of its "
            + "releases, let TORNADOVM_HOME name its folder if that is neither SDKMAN's nor in /opt, and start Vitrine again.";

    static Installation here() {
        return new Installation(Optional.ofNullable(System.getenv("TORNADOVM_HOME")).filter(name -> !name.isBlank()));
    }

    /** Asks TornadoVM, if Java knows it. */
    AcceleratorStatus status() {
        if (!isLoaded()) {
            return absent();
        }
        // A kernel that does not compile is an error, never Java in its place, which would not end; a layer is a large graph.
        System.setProperty("tornado.recover.bailout", "False");
        System.setProperty("tornado.tvm.maxbytecodesize", "65536");
        try {
            Module api = Class.forName(API, false, Installation.class.getClassLoader()).getModule();
            Installation.class.getModule().addReads(api);
            List<Device> devices = TornadoDevices.all();
            return new AcceleratorStatus(driver(), devices, "TornadoVM computes on " + devices.getFirst().name() + ".",
                    "");
        } catch (Throwable e) { // links, native libraries, drivers: all kinds of errors were seen, and none may end the program
            return failed(e);
        }
    }

    /** Its API alone does nothing; the runtime is named by the options with which Java has to be started. */
    private static boolean isLoaded() {
        if (System.getProperty("tornado.load.runtime.implementation") == null) {
            return false;
        }
        try {
            Class.forName(API, false, Installation.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    private AcceleratorStatus absent() {
        if (home.isEmpty()) {
            return none("TornadoVM was not found.", INSTALL);
        }
        if (!isFile(home.get(), ARGUMENTS) && !isFile(home.get(), ARGUMENTS + ".template")) {
            return none(
                    "TornadoVM was not found: TORNADOVM_HOME is " + home.get() + ", where there is no " + ARGUMENTS
                            + ".",
                    INSTALL);
        }
        return none("TornadoVM is in " + home.get() + ", but Java was started without it.",
                "Start Vitrine with its launcher and --backend gpu, or Java with @" + Path.of(home.get(), ARGUMENTS)
                        + ".");
    }

    private static boolean isFile(String folder, String name) {
        try {
            return Files.isReadable(Path.of(folder, name));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** What the many ways in which TornadoVM fails to start mean for a user. */
    static AcceleratorStatus failed(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String words = Failure.words(root);
        if (root instanceof ClassNotFoundException || root instanceof NoClassDefFoundError) {
            return none("TornadoVM is incomplete: " + words + " is missing.",
                    "Start Vitrine with its launcher, and check that TORNADOVM_HOME names a complete TornadoVM.");
        }
        if (root instanceof UnsatisfiedLinkError) {
            return none("TornadoVM's native library could not be loaded: " + words + ".",
                    "Install the driver that TornadoVM's back end needs (OpenCL: an ICD loader such as ocl-icd; PTX and CUDA: NVIDIA's "
                            + "driver).");
        }
        return none("TornadoVM found no device: " + words + ".",
                "Install the driver of your GPU for the back end that TornadoVM was built for (OpenCL, PTX or CUDA); PoCL makes a CPU "
                        + "an OpenCL device, for trying.");
    }

    private static AcceleratorStatus none(String message, String hint) {
        return new AcceleratorStatus(driver(), List.of(), message, hint);
    }

    /** TornadoVM's version, where it is a module that says so. */
    private static String driver() {
        return ModuleLayer.boot().findModule("tornado.api").flatMap(module -> module.getDescriptor().rawVersion())
                .map(version -> "TornadoVM " + version).orElse("");
    }
}
