package org.vitrine.ui.desktop.inspector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import org.vitrine.ui.desktop.saved.FileChoice;
import org.vitrine.ui.desktop.saved.FileKind;
import org.vitrine.ui.desktop.saved.FilePickers;
import org.vitrine.ui.desktop.state.Session;
import org.vitrine.ui.desktop.work.Slot;
import org.vitrine.ui.picture.HeatMap;
import org.vitrine.ui.session.FileException;
import org.vitrine.ui.terminal.Figure;

/** Takes the slice out of the window as a table: to the clipboard, or into a file. */
final class TableExport extends HBox {
    /** More would be too much for the clipboard of many machines. */
    private static final int MOST_COPIED = 1_000_000;

    private final Session session;
    private final InspectorModel model;
    private final Slot slot;
    private final Label done = new Label();
    private FileChoice choice = new FilePickers(() -> getScene().getWindow());

    TableExport(Session session, InspectorModel model) {
        super(6);
        setAlignment(Pos.CENTER_RIGHT);
        this.session = session;
        this.model = model;
        this.slot = session.desk().slot();
        done.setId("csv-done");
        done.getStyleClass().add("text-muted");
        getChildren().addAll(done,
                button("copy-csv", "Copy as CSV", "The slice as a table, to the clipboard", this::copy),
                button("save-csv", "Save as CSV…", "The slice as a table, into a file", this::save));
        model.inspectedProperty().subscribe((was, is) -> done.setText(""));
    }

    private static Button button(String id, String text, String says, Runnable action) {
        Button button = new Button(text);
        button.setId(id);
        button.getStyleClass().add("small");
        button.setMinWidth(USE_PREF_SIZE);
        button.setTooltip(new Tooltip(says));
        button.setOnAction(event -> action.run());
        return button;
    }

    /** Who is asked for the file; JavaFX' own window unless somebody else is. */
    void setChoice(FileChoice other) {
        choice = other;
    }

    private void copy() {
        if (model.inspectedProperty().get() == null) {
            return;
        }
        HeatMap map = model.inspectedProperty().get().map();
        int size = map.matrix().size();
        if (size > MOST_COPIED) {
            done.setText(Figure.grouped(size) + " numbers are too many for the clipboard; save them as a file.");
            return;
        }
        slot.start(progress -> TensorCsv.text(map), text -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
            done.setText("Copied " + Figure.grouped(size) + " numbers.");
        });
    }

    private void save() {
        if (model.inspectedProperty().get() == null) {
            return;
        }
        HeatMap map = model.inspectedProperty().get().map();
        try {
            choice.toSave(FileKind.CSV, map.name() + ".csv").ifPresent(file -> write(map, file));
        } catch (FileException e) {
            done.setText("The table cannot be saved: " + e.getMessage() + ". Copy it instead.");
        }
    }

    /** In a slot of its own: what is copied next must not end it. */
    private void write(HeatMap map, Path file) {
        session.desk().slot().start(progress -> {
            try {
                TensorCsv.write(map, file);
                return file;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }, written -> done.setText("Written to " + written + "."), failure -> {
            if (failure instanceof UncheckedIOException io) {
                done.setText(file + ": cannot be written: " + io.getCause().getMessage());
            } else {
                session.desk().failed(failure);
            }
        });
    }
}
