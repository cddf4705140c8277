package org.vitrine.ui.picture;

import java.util.List;
import java.util.stream.IntStream;
import org.vitrine.ui.session.Passage;

/**
 * What a picture is about: a model and the tokens that it read.
 *
 * @param model what the user called the model
 * @param text what was typed
 * @param source the encoder's tokens, if the others are a decoder's; else none
 * @param tokens the tokens among which something is predicted
 * @param typed how many of them were given; the model wrote the others
 */
public record Context(String model, String text, List<String> source, List<String> tokens, int typed) {
    /** For a window that says itself what its pictures are about: they have no heading. */
    public static final Context SAID = new Context("", "", List.of(), List.of(), 0);

    public Context {
        source = List.copyOf(source);
        tokens = List.copyOf(tokens);
    }

    /** The context of a passage that was read from that text. */
    public static Context of(String text, Passage passage) {
        List<String> tokens = IntStream.range(0, passage.size()).mapToObj(passage::token).toList();
        return new Context(passage.model().name(), text, passage.source(), tokens, passage.typed());
    }

    /** Whether a picture says what it is about. */
    boolean told() {
        return !equals(SAID);
    }

    /** A file's title: the model, what is shown, and the text. */
    String title(String shown) {
        return new Subject(model, text).title(shown);
    }
}
