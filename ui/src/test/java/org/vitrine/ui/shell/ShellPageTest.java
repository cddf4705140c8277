package org.vitrine.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import jdk.jshell.tool.JavaShellToolBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.ui.api.Vitrine;

/** What is typed into {@code vitrine jshell}, and what it answers. */
class ShellPageTest {
    private static final Path PAGE = Path.of("../docs/jshell.md");
    private static final String PROMPT = "vitrine> ";
    private static final String LEFT_OUT = "…";
    private static final String MODULE_PATH = System.getProperty("jdk.module.path");

    @TempDir
    private Path folder;

    /** What was typed, and the lines that answered. */
    private record Exchange(String typed, List<String> answer) {
    }

    /** What came out of a shell, and its exit status. */
    private record Session(String out, int status) {
    }

    @Test
    void everyLineOfThePagePrintsWhatThePageShows() throws Exception {
        List<Exchange> page = exchanges(blocks(Files.readString(PAGE)));
        assertThat(page).hasSizeGreaterThan(20);
        Session session = type(String.join("\n", page.stream().map(Exchange::typed).toList()) + "\n");
        List<Exchange> found = exchanges(session.out().lines().toList());
        assertThat(found).hasSizeGreaterThanOrEqualTo(page.size()); // the end of the input is prompted for, too
        for (int i = 0; i < page.size(); i++) {
            assertThat(found.get(i).typed()).isEqualTo(page.get(i).typed());
            String answer = String.join("\n", found.get(i).answer());
            assertThat(answer).as(page.get(i).typed()).matches(pattern(page.get(i).answer()));
        }
        assertThat(folder.resolve("heads.svg")).content().startsWith("<?xml");
        assertThat(folder.resolve("rankings.png")).isNotEmptyFile();
    }

    @Test
    void thePageShowsEveryExample() throws IOException {
        List<String> typed = exchanges(blocks(Files.readString(PAGE))).stream().map(Exchange::typed).toList();
        assertThat(typed).containsAll(Vitrine.examples().lines());
        assertThat(Shell.welcome().lines().toList()).containsAll(Vitrine.examples().lines())
                .allMatch(line -> line.length() <= 100);
    }

    @Test
    void mistakesAreToldInWordsAndTheShellGoesOn() throws Exception {
        Session session = type("load(\"nowhere\")\nnosuch\n1 + 1\n");
        assertThat(session.out()).contains("ModelException: no folder 'nowhere' was found", "symbol:   variable nosuch",
                "==>\n2").doesNotContain("incubat");
        assertThat(session.status()).isZero();
    }

    @Test
    void aFileIsReadFirstAndTheExitStatusIsItsOwn() throws Exception {
        Path script = Files.writeString(folder.resolve("lesson.jsh"),
                "System.out.println(load(\"classroom-bert\"))\nload(\"classroom-gpt2\")\n/exit 3\n");
        Session session = type("", script.toString());
        assertThat(session.out().strip()).isEqualTo("classroom-bert: BERT, on the back end vector");
        assertThat(session.status()).isEqualTo(3);
    }

    /** As in notebooks, whose kernels put jars on the class path. */
    @Test
    void onTheClassPathEverythingWorksOrSaysWhatIsMissing() throws Exception {
        String lines = """
                import org.vitrine.ui.api.*;
                System.out.println(Vitrine.load("classroom-gpt2", "%s").run("The keys to the cabinet").rankings());
                System.out.println(Vitrine.load("classroom-bert", "scalar").run("The [MASK].").rankings().svg().length());
                Vitrine.load("classroom-gpt2", "gpu")
                /exit
                """;
        Path script = Files.writeString(folder.resolve("cells.jsh"), lines.formatted("vector"));
        String with = onTheClassPath(script, "-R--add-modules", "-Rjdk.incubator.vector");
        assertThat(with).contains("layer 5            1", "AcceleratorException: ").containsPattern("(?m)^\\d{4,}$")
                .doesNotContain("has no GPU back end");
        assertThat(onTheClassPath(script)).contains("start it with --add-modules jdk.incubator.vector");
        Files.writeString(script, lines.formatted("scalar"));
        assertThat(onTheClassPath(script)).contains("layer 5            1");
    }

    private static String onTheClassPath(Path script, String... arguments) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        List<String> all = new ArrayList<>(List.of("--class-path",
                MODULE_PATH + File.pathSeparator + System.getProperty("java.class.path"), "-R-Dstdout.encoding=UTF-8"));
        all.addAll(List.of(arguments));
        all.add(script.toString());
        JavaShellToolBuilder.builder().persistence(new HashMap<>()).in(InputStream.nullInputStream(), null).out(out)
                .err(out)
                .start(all.toArray(String[]::new));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private Session type(String lines, String... arguments) throws Exception {
        Map<String, String> settings = new HashMap<>();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        ByteArrayInputStream in = new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8));
        Shell shell = new Shell(() -> JavaShellToolBuilder.builder().persistence(settings).in(in, null).out(out),
                List.of("-Duser.dir=" + folder, "-Dstdout.encoding=UTF-8", "-Dvitrine.columns=80"));
        int status = shell.start(MODULE_PATH, List.of(arguments));
        return new Session(bytes.toString(StandardCharsets.UTF_8), status);
    }

    /** The lines of all blocks of code in which something is typed. */
    private static List<String> blocks(String page) {
        List<String> lines = new ArrayList<>();
        String[] parts = page.split("(?m)^```.*$");
        for (int i = 1; i < parts.length; i += 2) {
            if (parts[i].strip().startsWith(PROMPT)) {
                lines.addAll(parts[i].strip().lines().toList());
            }
        }
        return lines;
    }

    private static List<Exchange> exchanges(List<String> lines) {
        List<Exchange> exchanges = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith(PROMPT)) {
                exchanges.add(new Exchange(line.substring(PROMPT.length()), new ArrayList<>()));
            } else {
                exchanges.getLast().answer().add(line);
            }
        }
        return exchanges;
    }

    /** Matches an answer in which a line with dots alone stands for any lines, or none. */
    private static Pattern pattern(List<String> lines) {
        StringBuilder pattern = new StringBuilder();
        for (String line : lines) {
            pattern.append(pattern.isEmpty() ? "" : line.equals(LEFT_OUT) ? "" : "\n")
                    .append(line.equals(LEFT_OUT) ? "(?s:(\n.*)?)" : Pattern.quote(line));
        }
        return Pattern.compile(pattern.toString());
    }
}
