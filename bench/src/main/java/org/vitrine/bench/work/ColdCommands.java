package org.vitrine.bench.work;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vitrine.bench.model.RandomGpt2;
import org.vitrine.bench.probe.Launcher;

/** The programs that are started cold. */
final class ColdCommands {
    private ColdCommands() {
    }

    /** What each layer of the classroom model predicts. */
    static List<String> classroom(Lab lab) {
        return List.of(lab.launcher().toString(), "predictions", " Heathrow airport is in the city of", "--threads",
                "" + lab.threads());
    }

    /** The same of a model of distilgpt2's size, at a text of as many tokens, of which each is a byte here. */
    static List<String> distilgpt2(Lab lab) throws IOException {
        Path folder = lab.models().folder(Models.Size.DISTILGPT2);
        RandomGpt2.DISTILGPT2.writeTokenizer(folder);
        return List.of(lab.launcher().toString(), "predictions", "The keys", "--model", folder.toString(), "--threads",
                "" + lab.threads());
    }

    /** {@link FirstTrace} with the launcher's options, and like there with an archive of the classes that it loads. */
    static List<String> firstTrace(Lab lab) throws IOException {
        Path archive = lab.models().place("classes.jsa");
        String folder = lab.models().folder(Models.Size.BERT_BASE).toString();
        ColdWork.run(firstTrace(lab, "-XX:ArchiveClassesAtExit=" + archive, folder), lab);
        return firstTrace(lab, "-XX:SharedArchiveFile=" + archive, folder);
    }

    private static List<String> firstTrace(Lab lab, String archive, String folder) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(new Launcher(lab.launcher()).options("command_options"));
        command.addAll(List.of("-Xlog:disable", "--enable-native-access=javafx.graphics", archive, "-p", modules(lab),
                "-m", "org.vitrine.bench/" + FirstTrace.class.getName(), folder,
                "" + lab.threads()));
        return command;
    }

    /** The launcher's, and what this program has beside them: its own module and the reading of JSON. */
    private static String modules(Lab lab) {
        Path launched = lab.home().resolve(Path.of("ui", "target", "app", "lib"));
        Stream<String> others = Stream.of(System.getProperty("jdk.module.path").split(File.pathSeparator))
                .filter(jar -> {
                    String name = Path.of(jar).getFileName().toString();
                    return !name.startsWith("javafx-") && !Files.exists(launched.resolve(name));
                });
        return Stream.concat(Stream.of(launched.toString()), others).collect(Collectors.joining(File.pathSeparator));
    }
}
