package org.vitrine.ui.desktop.top;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.vitrine.ui.desktop.state.Session;

/** What the window has to say in a line: what went wrong, or what was done. Without widgets. */
public final class Messages {
    private final Session session;
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper(this, "text", "");
    private final ReadOnlyBooleanWrapper failed = new ReadOnlyBooleanWrapper(this, "failed");

    /** The messages of a session: what goes wrong in it is said. */
    public Messages(Session session) {
        this.session = session;
        session.messageProperty().subscribe(message -> {
            if (!message.isEmpty()) {
                failed.set(true);
                text.set(message);
            } else if (failed.get()) {
                text.set("");
            }
        });
    }

    /** Says that something was done. */
    public void done(String sentence) {
        session.messageProperty().set("");
        failed.set(false);
        text.set(sentence);
    }

    /** Says that something went wrong. */
    public void failed(String sentence) {
        failed.set(true);
        text.set(sentence);
    }

    /** Says nothing more. */
    public void dismiss() {
        session.messageProperty().set("");
        text.set("");
    }

    /** What is said; empty for nothing. */
    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    /** Whether that is bad news. */
    public ReadOnlyBooleanProperty failedProperty() {
        return failed.getReadOnlyProperty();
    }
}
