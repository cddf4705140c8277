package org.vitrine.ui.lessons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SvgComparisonTest {
    private static final String PICTURE = """
            <svg width="10"><title>A</title><rect fill="#ff0000" x="1.5" y="-2"/><path d="M1 2L3 4"/><text x="1">99.8 %</text></svg>
            """;

    @TempDir
    private Path folder;

    private Optional<String> difference(String found) throws IOException {
        return SvgComparison.difference(Files.writeString(folder.resolve("a.svg"), PICTURE),
                Files.writeString(folder.resolve("b.svg"), found));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {"1.5|1.51", "\"M1 2|\"M1.01 2", "/><path| /> <path"})
    void whatNobodySeesIsNoDifference(String was, String is) throws IOException {
        assertThat(difference(PICTURE.replace(was, is))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {"1.5|1.6|x=\"1.5\" of a <rect> is now \"1.6\"",
        "99.8|99.7|'99.8 %' is now '99.7 %'", "#ff0000|#ff0001|fill=", "M1|L1|d=", "L3 4|L3 4L5 6|d=",
        "<path d=\"M1 2L3 4\"/>|~~|<path> where there is now <text>", "</text>|</text><g/>|5 now",
        "<rect|<rect id=\"a\"|other attributes", "title>|desc>|<title>"})
    void whatCanBeSeenIs(String was, String is, String said) throws IOException {
        assertThat(difference(PICTURE.replace(was, is)).orElseThrow()).contains(said);
    }

    @Test
    void whatIsNoPictureIsSaid() {
        assertThatThrownBy(() -> difference("<svg>")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("b.svg cannot be read as SVG");
    }
}
