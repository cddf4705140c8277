package org.vitrine.ui.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.ui.tour.TourStop;
import org.xml.sax.SAXException;

class TourTest {
    @TempDir
    private Path folder;

    @Test
    void theTourShowsEveryDemoAndWritesItsPictures()
            throws IOException, SAXException, ParserConfigurationException {
        Path out = folder.resolve("new").resolve("lesson");
        Run run = Run.of("tour", "--out", out.toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(TourStop.all()).extracting(TourStop::number).contains(1, 2, 3, 4, 5, 6, 7, 8);
        for (TourStop stop : TourStop.all()) {
            assertThat(run.out()).contains(stop.number() + " of 8: " + stop.lesson().title())
                    .contains("$ " + stop.commandLine());
            assertThat(ImageIO.read(out.resolve(stop.file() + ".png").toFile()).getWidth()).isGreaterThan(300);
            assertThat(DocumentBuilderFactory.newInstance().newDocumentBuilder()
                    .parse(out.resolve(stop.file() + ".svg").toFile()).getElementsByTagName("text").getLength())
                    .isGreaterThan(10);
        }
        assertThat(run.out().replaceAll("\\s+", " ")).contains("What to look for: ' London' is the first of the 20");
    }

    @Test
    void thePageNeedsNothingElse() throws IOException {
        assertThat(Run.of("tour", "--out", folder.toString()).code()).isZero();
        String page = Files.readString(folder.resolve("index.html"));
        assertThat(page).doesNotContain("<script", "<link", "@import", "src=", "url(");
        assertThat(page.replace("http://www.w3.org/2000/svg", "")).doesNotContain("http:", "https:");
        assertThat(page.split("<svg ", -1)).hasSize(TourStop.all().size() + 1);
        assertThat(page).contains("8 of 8", "Compared:", "ranks of are / is per layer".replaceFirst("r", "R"));
    }

    @Test
    void theDocumentNamesTheFiles() {
        var stops = Run.of("tour", "--out", folder.toString(), "--json").json().get("stops");
        assertThat(stops).allSatisfy(stop -> {
            assertThat(folder.resolve(stop.get("svg").stringValue())).isNotEmptyFile();
            assertThat(folder.resolve(stop.get("png").stringValue())).isNotEmptyFile();
        });
        assertThat(stops.get(1).get("arguments").get(0).stringValue()).isEqualTo("activations");
    }

    @Test
    void aFolderThatCannotBeMadeIsSaidInOneLine() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        for (Path out : List.of(file, file.resolve("below"))) {
            Run run = Run.of("tour", "--out", out.toString());
            assertThat(run.code()).isEqualTo(1);
            assertThat(run.complaint()).contains(out.toString());
        }
        assertThat(Run.of("tour", "--out", "").complaint()).contains("--out takes the name of a folder");
    }

    @Test
    void commandLinesAreQuotedForAShell() {
        assertThat(TourStop.all().getLast().commandLine()).startsWith("vitrine attention-model-view \"The House")
                .contains("a \\$3.5 trillion").endsWith("-m classroom-bart");
    }
}
