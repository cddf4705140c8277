package org.vitrine.ui.desktop.top;

import java.util.Locale;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.vitrine.explain.attention.AttentionTokens;
import org.vitrine.transformer.config.ConfigFile;
import org.vitrine.ui.desktop.state.Exhibit;
import org.vitrine.ui.desktop.state.Pass;
import org.vitrine.ui.desktop.state.Session;
import org.vitrine.ui.desktop.work.Slot;
import org.vitrine.ui.session.Backend;
import org.vitrine.ui.session.Family;
import org.vitrine.ui.session.ModelLookup;

/** What is on show, in a sentence: the model, the tokens, how long it took, how much was recorded. Without widgets. */
public final class StatusModel {
    private final Session session;
    private final Slot slot;
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper(this, "sentence",
            "Nothing has been read yet");

    /** The status of a session. */
    public StatusModel(Session session) {
        this.session = session;
        this.slot = session.desk().slot();
        session.exhibitProperty().subscribe(exhibit -> update());
    }

    private void update() {
        Exhibit exhibit = session.exhibitProperty().get();
        Pass pass = session.passProperty().get();
        if (exhibit != null && pass != null) {
            String facts = facts(exhibit, pass)
                    + exhibit.model().taskHead().map(head -> "  ·  " + head).orElse("")
                    + (session.intervened(exhibit) ? "  ·  after an intervention" : "");
            slot.start(progress -> sentence(pass) + facts, sentence::set, gone -> sentence.set(facts));
        }
    }

    private static String sentence(Pass pass) {
        String name = pass.question().model();
        ConfigFile file = ConfigFile.of(ModelLookup.find(name));
        return name + "  ·  " + Family.of(file).sentence(file) + "  ·  ";
    }

    private static String facts(Exhibit exhibit, Pass pass) {
        AttentionTokens tokens = exhibit.reading().tokens();
        int encoder = tokens.encoder().size();
        int decoder = tokens.decoder().size();
        String read = encoder > 0 && decoder > 0 ? encoder + " + " + decoder : Integer.toString(encoder + decoder);
        return read + (read.equals("1") ? " token" : " tokens") + " read in "
                + String.format(Locale.ROOT, pass.milliseconds() < 100 ? "%.1f ms" : "%.0f ms", pass.milliseconds())
                + how(pass) + "  ·  " + exhibit.trace().names().size() + " tensors recorded";
    }

    private static String how(Pass pass) {
        if (pass.question().backend() != Backend.GPU) {
            return " (" + pass.question().backend() + ")";
        }
        return pass.onDevice() ? " on the GPU" : " on the CPU, not the GPU";
    }

    /** The sentence. */
    public ReadOnlyStringProperty sentenceProperty() {
        return sentence.getReadOnlyProperty();
    }
}
