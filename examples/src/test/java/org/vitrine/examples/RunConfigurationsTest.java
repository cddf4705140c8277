package org.vitrine.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The configurations that IntelliJ IDEA and VS Code offer for running the examples name what is there, and leave none out. */
class RunConfigurationsTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final String PACKAGE = "org.vitrine.examples.";

    @Test
    void intelliJHasOneForEveryExample() throws Exception {
        List<String> classes = new ArrayList<>();
        for (Path file : files(ROOT.resolve(".run"), ".run.xml")) {
            Element configuration = only(xml(file), "configuration");
            assertThat(configuration.getAttribute("type")).as("%s", file).isEqualTo("Application");
            assertThat(only(xml(file), "module").getAttribute("name")).as("%s", file).isEqualTo(artifact());
            String main = mainClass(xml(file));
            assertThat(file).hasFileName(configuration.getAttribute("name") + ".run.xml");
            assertThat(main).isEqualTo(PACKAGE + configuration.getAttribute("name"));
            classes.add(main);
        }
        assertThat(classes).containsExactlyInAnyOrderElementsOf(examples());
    }

    @Test
    void vsCodeHasOneForEveryExample() throws Exception {
        List<String> classes = new ArrayList<>();
        JsonNode launch = new ObjectMapper().readTree(Files.readString(ROOT.resolve(".vscode/launch.json")));
        for (JsonNode configuration : launch.get("configurations")) {
            assertThat(configuration.get("type").asString()).isEqualTo("java");
            assertThat(configuration.get("request").asString()).isEqualTo("launch");
            assertThat(configuration.get("projectName").asString()).isEqualTo(artifact());
            String[] main = configuration.get("mainClass").asString().split("/");
            assertThat(main).hasSize(2).startsWith(module());
            assertThat(main[1]).isEqualTo(PACKAGE + configuration.get("name").asString());
            classes.add(main[1]);
        }
        assertThat(classes).containsExactlyInAnyOrderElementsOf(examples());
    }

    @Test
    void vsCodeIsToldToShowWhatTensorsSayOfThemselves() throws Exception {
        JsonNode settings = new ObjectMapper().readTree(Files.readString(ROOT.resolve(".vscode/settings.json")));
        assertThat(settings.get("java.debug.settings.showToString").asBoolean()).isTrue();
    }

    @Test
    void theCommandsInTheDocumentationNameEveryExample() throws IOException {
        String words = Files.readString(Path.of("src/main/java/org/vitrine/examples/package-info.java"));
        for (String example : examples()) {
            assertThat(words).contains("-Dexample=" + example.substring(PACKAGE.length()) + " ");
        }
    }

    /** All classes of the module that have a main method. */
    private static List<String> examples() throws IOException {
        List<String> examples = files(Path.of("src/main/java/org/vitrine/examples"), ".java").stream()
                .map(file -> PACKAGE + file.getFileName().toString().replace(".java", ""))
                .filter(RunConfigurationsTest::hasMain).toList();
        assertThat(examples).hasSizeGreaterThanOrEqualTo(5);
        return examples;
    }

    private static boolean hasMain(String name) {
        try {
            int modifiers = Class.forName(name).getMethod("main", String[].class).getModifiers();
            return Modifier.isStatic(modifiers);
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    private static String artifact() throws Exception {
        NodeList children = xml(Path.of("pom.xml")).getDocumentElement().getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            if (children.item(i).getNodeName().equals("artifactId")) {
                return children.item(i).getTextContent();
            }
        }
        throw new AssertionError("pom.xml has no artifactId");
    }

    private static String module() throws IOException {
        try (InputStream in = Files.newInputStream(Path.of("target/classes/module-info.class"))) {
            return ModuleDescriptor.read(in).name();
        }
    }

    private static String mainClass(Document configuration) {
        NodeList options = configuration.getElementsByTagName("option");
        for (int i = 0; i < options.getLength(); i++) {
            Element option = (Element) options.item(i);
            if (option.getAttribute("name").equals("MAIN_CLASS_NAME")) {
                return option.getAttribute("value");
            }
        }
        throw new AssertionError("no MAIN_CLASS_NAME");
    }

    private static Element only(Document document, String tag) {
        NodeList found = document.getElementsByTagName(tag);
        assertThat(found.getLength()).as(tag).isOne();
        return (Element) found.item(0);
    }

    private static Document xml(Path file) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }
}
