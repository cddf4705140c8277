package org.vitrine.ui.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.ui.drawing.TextStyle.Align;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class FilesTest {
    private static final Colour RED = Colour.of("#ff0000");

    @TempDir
    private Path folder;

    @Test
    void whatIsDrawnIsInTheSvgFile() {
        TextStyle style = new TextStyle(10, RED, true, Align.RIGHT);
        Element svg = svg(surface -> {
            surface.rectangle(new Box(1, 2.005, 3.14159, 4), RED.withOpacity(0.5));
            surface.line(new Line(0, 0, 10, 10), RED, 1.5);
            surface.outline(new Box(5, 5, 5, 5), RED, 1);
            surface.text("<a & b>", 90, 20, style);
            surface.hint(new Box(1, 2, 3, 4), "0.5");
        });
        assertThat(svg.getAttribute("viewBox")).isEqualTo("0 0 100 50");
        Element rectangle = (Element) svg.getElementsByTagName("rect").item(0);
        assertThat(rectangle.getAttribute("width")).isEqualTo("3.14");
        assertThat(rectangle.getAttribute("fill-opacity")).isEqualTo("0.5");
        assertThat(((Element) svg.getElementsByTagName("line").item(0)).getAttribute("stroke-width")).isEqualTo("1.5");
        Element text = (Element) svg.getElementsByTagName("text").item(0);
        assertThat(text.getTextContent()).isEqualTo("<a & b>");
        assertThat(text.getAttribute("text-anchor")).isEqualTo("end");
        assertThat(text.getAttribute("textLength")).isEqualTo("42.14");
        assertThat(text.getAttribute("font-weight")).isEqualTo("bold");
        NodeList titles = svg.getElementsByTagName("title");
        assertThat(titles.item(0).getTextContent()).isEqualTo("a \"title\" & more");
        assertThat(titles.item(1).getTextContent()).isEqualTo("0.5");
    }

    @Test
    void whatCannotBeSeenIsLeftOut() {
        Element svg = svg(surface -> {
            surface.rectangle(new Box(200, 2, 3, 4), RED);
            surface.rectangle(new Box(2, 2, 0, 4), RED);
            surface.rectangle(new Box(2, Double.NaN, 3, 4), RED);
            surface.rectangle(new Box(2, 2, 3, 4), RED.withOpacity(0.003));
            surface.line(new Line(-5, -5, -1, -9), RED, 1);
            surface.line(new Line(0, 0, 9, 9), RED.withOpacity(Double.NaN), 1);
            surface.text("   ", 10, 10, new TextStyle(10, RED, false, Align.LEFT));
            surface.text("far", 10, 100, new TextStyle(10, RED, false, Align.LEFT));
            surface.hint(new Box(-9, 0, 9, 9), "nothing");
        });
        for (String name : new String[]{"rect", "line", "text"}) {
            assertThat(svg.getElementsByTagName(name).getLength()).as(name).isZero();
        }
    }

    @Test
    void elementsThatLookTheSameShareAGroupAndKeepTheirOrder() {
        String document = SvgSurface.document(picture(100, 50, surface -> {
            for (int i = 0; i < 50; i++) {
                surface.rectangle(new Box(i, 0, 1, 1), RED);
            }
            surface.rectangle(new Box(0, 0, 9, 9), Theme.LIGHT.positive());
            surface.rectangle(new Box(0, 9, 9, 9), RED);
        }));
        assertThat(document.split("fill=\"#ff0000\"", -1)).hasSize(3);
        assertThat(document.indexOf("fill=\"#0969da\"")).isBetween(document.indexOf("x=\"49\""),
                document.lastIndexOf("fill=\"#ff0000\""));
    }

    @Test
    void charactersThatXmlForbidsAreReplaced() {
        Element svg = svg(surface -> surface.text("a\u0000\u001b\ud800b\uffff😀", 10, 10, Theme.LIGHT.text()));
        assertThat(svg.getElementsByTagName("text").item(0).getTextContent()).isEqualTo("a\ufffd\ufffd\ufffdb\ufffd😀");
    }

    @Test
    void aPngFileShowsThePictureWithTwoPixelsAPoint() throws IOException {
        Path file = folder.resolve("p.png");
        Files.writeString(file, "an older file");
        Pictures.writePng(picture(100, 50, surface -> {
            surface.rectangle(new Box(0, 0, 100, 50), Theme.DARK.ground());
            surface.rectangle(new Box(10, 10, 20, 20), RED);
            surface.text("word", 50, 30, Theme.DARK.text());
        }), file);
        BufferedImage image = ImageIO.read(file.toFile());
        assertThat(image.getWidth()).isEqualTo(200);
        assertThat(image.getHeight()).isEqualTo(100);
        assertThat(image.getRGB(21, 21)).isEqualTo(0xffff0000);
        assertThat(image.getRGB(19, 21)).isEqualTo(0xff0d1117);
        assertThat(Arrays.stream(image.getRGB(100, 30, 60, 40, null, 0, 60))).anyMatch(pixel -> (pixel & 0xff) > 0xb0);
        assertThat(folder).isDirectoryContaining("glob:**/p.png").isDirectoryNotContaining("glob:**tmp");
    }

    @Test
    void aTextKeepsToItsRoomWhateverTheFace() {
        TextStyle style = Theme.LIGHT.text();
        String text = "日本語 👩‍👩‍👧 שלום word";
        BufferedImage image = ImageSurface.image(picture(400, 40, surface -> {
            surface.rectangle(new Box(0, 0, 400, 40), Theme.LIGHT.ground());
            surface.text(text, 100, 25, style);
        }), 1);
        int right = (int) Math.ceil(100 + style.width(text)) + 1;
        assertThat(image.getRGB(0, 0, 99, 40, null, 0, 99)).containsOnly(0xffffffff);
        assertThat(image.getRGB(right, 0, 400 - right, 40, null, 0, 400 - right)).containsOnly(0xffffffff);
    }

    @Test
    void aLargePictureHasFewerPixelsAPointAndAHugeOneIsRefused() {
        assertThat(Pictures.pixelScale(picture(10_000, 100, surface -> {}))).isEqualTo(1.6);
        assertThat(Pictures.pixelScale(picture(6_400, 4_000, surface -> {}))).isBetween(1.58, 1.59);
        assertThatThrownBy(() -> Pictures.writePng(picture(20_000, 100, surface -> {}), folder.resolve("p.png")))
                .isInstanceOf(PictureException.class).hasMessageContaining("--svg");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFileThatCannotBeWrittenIsNamedWithTheReason() {
        Picture picture = picture(10, 10, surface -> {});
        Path nowhere = folder.resolve("no/such/p.svg");
        assertThatThrownBy(() -> Pictures.writeSvg(picture, nowhere))
                .hasMessage(nowhere + ": cannot be written: there is no such folder");
        assertThatThrownBy(() -> Pictures.writePng(picture, folder))
                .hasMessageStartingWith(folder + ": cannot be written")
                .hasMessageContaining("folder");
    }

    private static Element svg(Consumer<Surface> paint) {
        return parse(SvgSurface.document(picture(100, 50, paint)));
    }

    static Element parse(String document) {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder()
                    .parse(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8))).getDocumentElement();
        } catch (Exception e) {
            throw new AssertionError(document, e);
        }
    }

    private static Picture picture(double width, double height, Consumer<Surface> paint) {
        return new Picture() {
            @Override
            public String title() {
                return "a \"title\" & more";
            }

            @Override
            public double width() {
                return width;
            }

            @Override
            public double height() {
                return height;
            }

            @Override
            public void paint(Surface surface) {
                paint.accept(surface);
            }
        };
    }
}
