package org.vitrine.ui.desktop;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.vitrine.ui.desktop.saved.SavedSession;
import org.vitrine.ui.desktop.state.Pass.Question;
import org.vitrine.ui.session.Backend;
import org.vitrine.ui.session.ModelLookup;
import org.vitrine.ui.session.Texts;

/**
 * What somebody wants to see when the viewer opens. What is given comes in place of what the last session was about.
 *
 * @param model a classroom model, an id in the local Hugging Face cache, or a folder
 * @param text the text to read
 * @param pair the second text, of use together with a text only
 * @param backend how to compute
 * @param threads how many threads may compute at once
 */
public record ViewerOptions(Optional<String> model, Optional<String> text, Optional<String> pair,
        Optional<Backend> backend, OptionalInt threads) {
    /** Nothing in particular: the viewer opens where it was left. */
    public static final ViewerOptions NONE = new ViewerOptions(Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty(), OptionalInt.empty());

    /** What a session is to begin with that was left so. A text without a model is read by the model that it asks for. */
    public SavedSession over(SavedSession saved) {
        Question left = saved.question();
        Texts texts = text.map(given -> new Texts(given, pair.orElse(""))).orElse(left.texts());
        String asked = text.map(given -> usual(left.model(), texts)).orElse(left.model());
        return saved.with(new Question(model.orElse(asked), backend.orElse(left.backend()), texts));
    }

    /** A text that needs another kind of model than the last one is read by the classroom model that can. */
    private static String usual(String last, Texts texts) {
        String usual = ModelLookup.usual(texts.text(), texts.pair());
        return usual.equals(ModelLookup.DEFAULT) ? last : usual;
    }

    /** The same as the arguments of a JavaFX program, {@code --name=value}. */
    List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        model.ifPresent(value -> arguments.add("--model=" + value));
        text.ifPresent(value -> arguments.add("--text=" + value));
        pair.ifPresent(value -> arguments.add("--pair=" + value));
        backend.ifPresent(value -> arguments.add("--backend=" + value.name()));
        threads.ifPresent(value -> arguments.add("--threads=" + value));
        return arguments;
    }

    /** The inverse of {@link #arguments}. */
    static ViewerOptions of(Map<String, String> named) {
        return new ViewerOptions(Optional.ofNullable(named.get("model")), Optional.ofNullable(named.get("text")),
                Optional.ofNullable(named.get("pair")),
                Stream.of(Backend.values()).filter(each -> each.name().equals(named.get("backend"))).findFirst(),
                Stream.ofNullable(named.get("threads")).mapToInt(Integer::parseInt).findFirst());
    }
}
