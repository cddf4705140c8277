package org.vitrine.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vitrine.tokenizer.Tokenizer;
import org.vitrine.transformer.ops.ScalarOps;
import org.vitrine.transformer.trace.Recording;
import org.vitrine.ui.session.LoadedModel;
import org.vitrine.weights.ModelFiles;

/** Gives any text to the classroom models' tokenizers and, because that is slow, seldom to the models. */
final class TextTarget {
    private static final int ONE_IN = 4096;
    private static final int SHORT = 12;
    private static final List<LoadedModel> MODELS = new ArrayList<>();

    static {
        for (String name : ModelFiles.classroomNames()) {
            MODELS.add(LoadedModel.load(ModelFiles.classroom(name), new ScalarOps()));
        }
    }

    private TextTarget() {
    }

    /** Takes the input for a text, after a first byte that says how it is written; a tab begins the second text. */
    static void run(byte[] input) {
        boolean wide = input.length > 0 && input[0] == 'w';
        byte[] rest = input.length == 0 ? input : Arrays.copyOfRange(input, 1, input.length);
        String text = new String(rest, wide ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
        String[] texts = (wide ? units(text) : text).split("\t", 2);
        String pair = texts.length > 1 ? texts[1] : "";
        for (LoadedModel model : MODELS) {
            Tokenizer tokenizer = model.tokenizer();
            TokenizerTarget.use(tokenizer, texts[0], pair);
            if (Arrays.hashCode(input) % ONE_IN == 0) {
                Expected.refusal(() -> forward(model, texts[0]));
            }
        }
        roundTrip(MODELS.getFirst().tokenizer(), texts[0]);
    }

    /** Two bytes a unit: every UTF-16 there is, half surrogate pairs too. */
    private static String units(String bytes) {
        StringBuilder units = new StringBuilder();
        for (int i = 0; i + 1 < bytes.length(); i += 2) {
            units.append((char) (bytes.charAt(i) << 8 | bytes.charAt(i + 1)));
        }
        return units.toString();
    }

    /** GPT-2's tokens are all bytes of the text. */
    private static void roundTrip(Tokenizer gpt2, String text) {
        String readable = new String(text.codePoints().map(c -> c >= 0xd800 && c <= 0xdfff ? 0xfffd : c).toArray(), 0,
                text.codePointCount(0, text.length()));
        Expected.that(gpt2.decode(gpt2.encode(text).ids()).equals(readable), "the text that was encoded");
    }

    private static void forward(LoadedModel model, String text) {
        String start = text.substring(0, Math.min(SHORT, text.length()));
        model.forward(model.input(start, "", true), Recording.everything());
    }
}
