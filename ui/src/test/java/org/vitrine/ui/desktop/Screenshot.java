package org.vitrine.ui.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/** What a window or a part of it looked like. */
public final class Screenshot {
    private static final Path FOLDER = Path.of("target", "screenshots");

    private final String name;
    private final BufferedImage image;

    private Screenshot(String name, BufferedImage image) {
        this.name = name;
        this.image = image;
    }

    static Screenshot take(String name, WritableImage snapshot) {
        int width = (int) snapshot.getWidth();
        int height = (int) snapshot.getHeight();
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        PixelReader pixels = snapshot.getPixelReader();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, pixels.getArgb(x, y));
            }
        }
        try {
            Files.createDirectories(FOLDER);
            ImageIO.write(image, "png", FOLDER.resolve(name + ".png").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Screenshot(name, image);
    }

    public int width() {
        return image.getWidth();
    }

    public int height() {
        return image.getHeight();
    }

    /** The colour of a pixel, without opacity: {@code 0xrrggbb}. */
    public int rgb(int x, int y) {
        return image.getRGB(x, y) & 0xFFFFFF;
    }

    /** How many pixels differ from another screenshot of the same size. */
    public int differences(Screenshot other) {
        int count = 0;
        for (int y = 0; y < height(); y++) {
            for (int x = 0; x < width(); x++) {
                count += rgb(x, y) == other.rgb(x, y) ? 0 : 1;
            }
        }
        return count;
    }

    /** The share of pixels that are not of the commonest colour. */
    public double inkShare() {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int y = 0; y < height(); y++) {
            for (int x = 0; x < width(); x++) {
                counts.merge(rgb(x, y), 1, Integer::sum);
            }
        }
        int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        return 1 - (double) most / (width() * height());
    }

    /** Fails if there is hardly anything to be seen: one colour almost everywhere, or very few of them. */
    public Screenshot requireDrawn() {
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < height(); y++) {
            for (int x = 0; x < width(); x++) {
                colours.add(rgb(x, y));
            }
        }
        assertThat(inkShare()).as("share of pixels of " + name + " that are not ground").isGreaterThan(0.005);
        assertThat(colours).as("colours of " + name).hasSizeGreaterThan(8);
        return this;
    }
}
