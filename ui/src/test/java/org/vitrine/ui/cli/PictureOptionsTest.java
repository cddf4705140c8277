package org.vitrine.ui.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class PictureOptionsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"predictions|The keys to the cabinet",
        "predictions|The capital of Italy is [MASK].", "predictions|The capital of Spain is<mask>.",
        "rankings|The keys to the cabinet", "rankings-watch|The keys to the cabinet"})
    void everyKindOfModelHasItsPicturesAndTheDocumentStaysAlone(String command, String text)
            throws Exception {
        Path svg = folder.resolve("p.svg");
        Path png = folder.resolve("p.png");
        List<String> args = new ArrayList<>(List.of(command, text, "--json"));
        if (command.equals("rankings-watch")) {
            args.addAll(List.of("--watch", " is", "--watch", " are"));
        }
        Run plain = Run.of(args.toArray(String[]::new));
        args.addAll(List.of("--svg", svg.toString(), "--png", png.toString()));
        Run run = Run.of(args.toArray(String[]::new));
        assertThat(run.json()).isEqualTo(plain.json());
        assertThat(run.err().lines()).hasSize(2)
                .allMatch(line -> line.matches("vitrine: wrote .* \\(\\d+ × \\d+ points\\)"));
        Element document = parse(svg);
        assertThat(document.getElementsByTagName("title").item(0).getTextContent()).contains("classroom-", text);
        assertThat(texts(document)).contains("embeddings", "layer 0");
        BufferedImage image = ImageIO.read(png.toFile());
        assertThat((double) image.getWidth()).isCloseTo(2 * Double.parseDouble(document.getAttribute("width")),
                Offset.offset(1.0));
    }

    @Test
    void thePictureShowsWhatTheTextShows() throws Exception {
        Path svg = folder.resolve("p.svg");
        Run run = Run.of("rankings-watch", "The keys to the cabinet", "--watch", " is", "--watch", " are", "--svg",
                svg.toString());
        assertThat(run.complaint()).startsWith("vitrine: wrote " + svg);
        assertThat(run.out()).contains("3954", "2983");
        assertThat(texts(parse(svg))).contains("3954", "2983", "39", "68", "31", "60.04 %", "is", "are", "cabinet")
                .anyMatch(text -> text.startsWith("Lens final-norm: every layer"));
    }

    @Test
    void aThemeAndAScaleChangeTheLook() throws Exception {
        Path light = folder.resolve("light.svg");
        Path dark = folder.resolve("dark.svg");
        Run.of("predictions", "The cat", "-m", Run.TINY.toString(), "--svg", light.toString());
        Run.of("predictions", "The cat", "-m", Run.TINY.toString(), "--svg", dark.toString(), "--theme", "dark",
                "--font-scale", "2");
        assertThat(Double.parseDouble(parse(dark).getAttribute("width")))
                .isGreaterThan(1.9 * Double.parseDouble(parse(light).getAttribute("width")));
        assertThat(Files.readString(light)).contains("fill=\"#ffffff\"").doesNotContain("#0d1117");
        assertThat(Files.readString(dark)).contains("fill=\"#0d1117\"");
        assertThat(texts(parse(dark))).isEqualTo(texts(parse(light)));
    }

    @Test
    void aFileIsReplacedAndAFolderIsNot() throws IOException {
        Path file = Files.writeString(folder.resolve("old.svg"), "old");
        assertThat(Run.of("predictions", "The cat", "-m", Run.TINY.toString(), "--svg", file.toString()).code())
                .isZero();
        assertThat(Files.readString(file)).startsWith("<?xml");
        for (Path wrong : List.of(folder, folder.resolve("no/such.png"))) {
            Run run = Run.of("predictions", "The cat", "-m", Run.TINY.toString(), "--png", wrong.toString());
            assertThat(run.code()).isEqualTo(1);
            assertThat(run.complaint()).contains(wrong + ": cannot be written", "folder");
        }
    }

    private static Element parse(Path svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(svg.toFile()).getDocumentElement();
    }

    private static List<String> texts(Element document) {
        NodeList nodes = document.getElementsByTagName("text");
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent());
        }
        return texts;
    }
}
