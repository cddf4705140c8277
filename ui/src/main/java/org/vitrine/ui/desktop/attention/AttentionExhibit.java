package org.vitrine.ui.desktop.attention;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.explain.attention.AttentionMap;
import org.vitrine.explain.attention.AttentionReader;
import org.vitrine.ui.desktop.state.Exhibit;
import org.vitrine.ui.picture.Subject;
import org.vitrine.ui.session.LoadedModel;

/** What is on show, as far as it is attention. */
record AttentionExhibit(Exhibit exhibit) {
    /** Which attentions there are. */
    List<AttentionKind> kinds() {
        return model().family().attentions();
    }

    /** How many layers have one. */
    int layers(AttentionKind kind) {
        return model().layers(kind);
    }

    /** How many heads each of them has. */
    int heads(AttentionKind kind) {
        return model().heads(kind);
    }

    /** Whether the model reads a pair of texts that look at each other. */
    boolean paired() {
        return exhibit.reading().tokens().encoder().stream().anyMatch(token -> token.segment() == 1);
    }

    /** Whether changes are on show. */
    boolean changed() {
        return exhibit.before().isPresent();
    }

    /** What the model's attention is. */
    AttentionReader reader() {
        return new AttentionReader(exhibit.trace(), exhibit.reading().tokens());
    }

    /** What it was before an intervention. */
    Optional<AttentionReader> before() {
        return exhibit.before().map(trace -> new AttentionReader(trace, exhibit.reading().tokens()));
    }

    /** Some heads of a layer, and what of them is wanted. */
    AttentionPart part(AttentionKind kind, int layer, UnaryOperator<AttentionMap> wanted) {
        return new AttentionPart(before().map(reader -> wanted.apply(reader.map(kind, layer))),
                wanted.apply(reader().map(kind, layer)));
    }

    /** What a file is about. */
    Subject subject() {
        return new Subject(model().name(), exhibit.texts().joined());
    }

    private LoadedModel model() {
        return exhibit.model();
    }
}
