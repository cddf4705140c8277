package org.vitrine.weights;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is done in a Java of its own, because it might bring it down or needs limits of its own. */
public final class ChildJvm {
    private static final int ROUNDS = 20;
    private static final int BYTES = 1 << 20;
    /** Reads after which the compiler has got to them. */
    private static final int HOT = 3000;

    private ChildJvm() {
    }

    /** How it ended and all that it said. */
    record Ended(int code, String said) {
    }

    /** Runs this class' main method, behind a command such as {@code sh -c …} if there is one. */
    static Ended run(List<String> before, String... args) throws IOException, InterruptedException {
        String path = Stream.of(ChildJvm.class, WholeFile.class, tools.jackson.core.JsonParser.class)
                .map(type -> Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath()).toString())
                .distinct().collect(Collectors.joining(System.getProperty("path.separator")));
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", path,
                ChildJvm.class.getName()));
        command.addAll(List.of(args));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }

    /** Does what the first argument says with the file that the second names. */
    public static void main(String[] args) throws Exception {
        Path file = Path.of(args[1]);
        switch (args[0]) {
            case "shrink" -> shrink(file);
            case "write" -> write(file);
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    private static void write(Path file) {
        try {
            SafetensorsWriter.write(file, Map.of(),
                    List.of(TensorData.floats("a", new long[]{BYTES / 4}, new float[BYTES / 4])));
            System.out.println("written");
        } catch (WeightsException e) {
            System.out.println(e.getMessage());
        }
    }

    /** Cuts a file short, time and again, while code that has been compiled reads it. */
    private static void shrink(Path file) throws Exception {
        int refused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            write(file);
            try (Safetensors open = Safetensors.open(file)) {
                StoredTensor tensor = open.require("a");
                float[] target = new float[BYTES / 4];
                for (int i = 0; i < HOT; i++) {
                    tensor.read(i, target, 0, 1000);
                }
                Thread cutter = Thread.ofPlatform().start(() -> cut(file));
                try {
                    while (true) {
                        tensor.read(0, target, 0, target.length);
                    }
                } catch (WeightsException e) {
                    refused++;
                }
                cutter.join();
            }
            Files.delete(file);
        }
        System.out.println("refused " + refused);
    }

    private static void cut(Path file) {
        try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
            access.setLength(100);
        } catch (IOException e) {
            System.out.println("not cut: " + e.getMessage());
            Runtime.getRuntime().halt(3);
        }
    }
}
