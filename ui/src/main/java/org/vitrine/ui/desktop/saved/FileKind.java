package org.vitrine.ui.desktop.saved;

/** What kinds of files the window writes and opens. */
public enum FileKind {
    /** A picture that can be scaled. */
    SVG("Picture (SVG)", "svg"),
    /** A picture in pixels. */
    PNG("Picture (PNG)", "png"),
    /** The numbers behind a picture. */
    JSON("Numbers (JSON)", "json"),
    /** A table of numbers. */
    CSV("Table (CSV)", "csv"),
    /** A session that can be opened again. */
    SESSION("Vitrine session", "json");

    private final String title;
    private final String extension;

    FileKind(String title, String extension) {
        this.title = title;
        this.extension = extension;
    }

    /** What people call it. */
    public String title() {
        return title;
    }

    /** How such a file's name ends, without the dot. */
    public String extension() {
        return extension;
    }
}
