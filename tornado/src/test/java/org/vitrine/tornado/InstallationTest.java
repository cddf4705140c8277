package org.vitrine.tornado;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.transformer.ops.AcceleratorStatus;

/** What people are told who have no TornadoVM, or half of one. */
class InstallationTest {
    @TempDir
    private Path folder;

    /** The module's classes once more, in a Java that knows no TornadoVM. */
    private static final class WithoutTornadoVm extends ClassLoader {
        WithoutTornadoVm() {
            super(Installation.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("uk.ac.manchester.")) {
                throw new ClassNotFoundException(name);
            }
            return name.startsWith("org.vitrine.tornado.") ? again(name) : super.loadClass(name, resolve);
        }

        private Class<?> again(String name) throws ClassNotFoundException {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    private static AcceleratorStatus absent(Optional<String> home) {
        AcceleratorStatus status = statusWithoutTornadoVm(home);
        assertThat(status.available()).isFalse();
        assertThat(status.devices()).isEmpty();
        return status;
    }

    private static AcceleratorStatus statusWithoutTornadoVm(Optional<String> home) {
        try {
            Class<?> installation = new WithoutTornadoVm().loadClass(Installation.class.getName());
            Constructor<?> constructor = installation.getDeclaredConstructor(Optional.class);
            constructor.setAccessible(true);
            Method status = installation.getDeclaredMethod("status");
            status.setAccessible(true);
            return (AcceleratorStatus) status.invoke(constructor.newInstance(home));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static AcceleratorStatus failed(Throwable e) {
        AcceleratorStatus status = Installation.failed(e);
        assertThat(status.available()).isFalse();
        assertThat(status.message()).endsWith(".").doesNotContain("\n", "\tat ", "Exception", "Error");
        assertThat(status.hint()).endsWith(".").isNotBlank();
        return status;
    }

    @Test
    void withoutTornadoVmItIsSaidHowToInstallIt() {
        AcceleratorStatus status = absent(Optional.empty());
        assertThat(status.message()).isEqualTo("TornadoVM was not found.");
        assertThat(status.hint()).startsWith("Install TornadoVM for JDK 25").contains("TORNADOVM_HOME");
    }

    @Test
    void aFolderThatIsNoTornadoVmIsNamed() {
        AcceleratorStatus status = absent(Optional.of(folder.toString()));
        assertThat(status.message()).isEqualTo("TornadoVM was not found: TORNADOVM_HOME is " + folder
                + ", where there is no tornado-argfile.");
        assertThat(status.hint()).startsWith("Install TornadoVM for JDK 25");
    }

    @Test
    void aFolderWithANameThatCannotBeIsNamedToo() {
        assertThat(absent(Optional.of("no\0where")).message()).contains("no\0where", "there is no tornado-argfile");
    }

    @Test
    void whoStartedJavaWithoutTornadoVmIsToldHowToStartIt() throws IOException {
        Path arguments = Files.createFile(folder.resolve("tornado-argfile"));
        AcceleratorStatus status = absent(Optional.of(folder.toString()));
        assertThat(status.message()).isEqualTo("TornadoVM is in " + folder + ", but Java was started without it.");
        assertThat(status.hint()).contains("--backend gpu", "@" + arguments);
    }

    @Test
    void aMissingClassMeansThatTornadoVmIsIncomplete() {
        AcceleratorStatus status = failed(new NoClassDefFoundError("uk/ac/manchester/tornado/api/TornadoRuntime"));
        assertThat(status.message())
                .isEqualTo("TornadoVM is incomplete: uk/ac/manchester/tornado/api/TornadoRuntime is missing.");
        assertThat(status.hint()).contains("TORNADOVM_HOME");
        assertThat(failed(new IllegalStateException(new ClassNotFoundException("a.B"))).message())
                .isEqualTo("TornadoVM is incomplete: a.B is missing.");
    }

    @Test
    void aMissingNativeLibraryMeansThatADriverIsMissing() {
        AcceleratorStatus status = failed(new ExceptionInInitializerError(
                new UnsatisfiedLinkError("no tornado-opencl in java.library.path: /usr/lib")));
        assertThat(status.message()).isEqualTo("TornadoVM's native library could not be loaded: no tornado-opencl in "
                + "java.library.path: /usr/lib.");
        assertThat(status.hint()).contains("OpenCL", "NVIDIA");
    }

    @Test
    void aMissingPlatformMeansThatThereIsNoDevice() {
        AcceleratorStatus status = failed(new ExceptionInInitializerError(new RuntimeException(
                new IllegalStateException("\u001b[1;31mNo OpenCL platforms found.\u001b[0m\nmore, for programmers"))));
        assertThat(status.message()).isEqualTo("TornadoVM found no device: No OpenCL platforms found.");
        assertThat(status.hint()).contains("driver of your GPU", "PoCL");
    }

    @Test
    void aFailureWithoutWordsIsNamed() {
        assertThat(Installation.failed(new IllegalStateException()).message())
                .isEqualTo("TornadoVM found no device: IllegalStateException.");
    }

    @Test
    void thisJavaSaysWhatItIsStartedWith() {
        AcceleratorStatus status = Installation.here().status();
        assumeFalse(status.available(), "this Java was started with TornadoVM");
        assertThat(status.message()).startsWith("TornadoVM ").endsWith(".");
        assertThat(status.hint()).isNotBlank();
    }
}
