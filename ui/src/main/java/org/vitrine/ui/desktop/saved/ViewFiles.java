package org.vitrine.ui.desktop.saved;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.vitrine.ui.desktop.View;
import org.vitrine.ui.desktop.state.Session;
import org.vitrine.ui.drawing.Pictures;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.session.FileException;
import org.vitrine.weights.WholeFile;

/** Writes what a view shows to files, in the background, whole or not at all. */
public final class ViewFiles {
    private final Session session;
    private final FileChoice choice;
    private final Consumer<String> told;

    /**
     * Files of a session's views.
     *
     * @param told hears what was written
     */
    public ViewFiles(Session session, FileChoice choice, Consumer<String> told) {
        this.session = session;
        this.choice = choice;
        this.told = told;
    }

    /** Asks for a file and writes it; what goes wrong is told to the desk. */
    public void save(View view, FileKind kind) {
        // Taken before anybody is asked: what is written is what was on show when somebody wished for it.
        Optional<Consumer<Path>> content = content(view, kind);
        try {
            if (content.isEmpty()) {
                throw new FileException("there is nothing on show yet that could be saved");
            }
            choice.toSave(kind, view.id() + "." + kind.extension()).ifPresent(file -> write(content.get(), file));
        } catch (FileException e) {
            session.desk().failed(e);
        }
    }

    private void write(Consumer<Path> content, Path file) {
        session.desk().slot().start(progress -> {
            content.accept(file);
            return file;
        }, done -> told.accept("Saved " + done));
    }

    /** Pictures are saved as on a desk's screen, however large the letters are just now. */
    private Optional<Consumer<Path>> content(View view, FileKind kind) {
        Theme theme = session.lookProperty().get().dark() ? Theme.DARK : Theme.LIGHT;
        return switch (kind) {
            case SVG -> view.picture(theme).map(picture -> file -> Pictures.writeSvg(picture, file));
            case PNG -> view.picture(theme).map(picture -> file -> Pictures.writePng(picture, file));
            case JSON, SESSION, CSV -> view.document().map(document -> file -> write(document, file));
        };
    }

    private static void write(String document, Path file) {
        try {
            WholeFile.write(file, (document + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new FileException(file + ": cannot be written: " + e.getMessage(), e);
        }
    }
}
