package org.vitrine.fuzz;

import org.vitrine.ui.desktop.saved.SessionFile;
import org.vitrine.ui.desktop.saved.SessionFile.Found;

/** Opens a saved session; what could be read is saved and read again. */
final class SessionTarget {
    private SessionTarget() {
    }

    /** Takes the input for a session file. */
    static void run(byte[] input) {
        SessionFile file = new SessionFile(Scratch.file("session.json", input));
        Found found = file.load();
        file.save(found.session());
        Expected.that(file.load().equals(new Found(found.session(), "")), "the session that was saved");
    }
}
