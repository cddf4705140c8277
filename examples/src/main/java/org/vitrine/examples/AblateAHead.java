package org.vitrine.examples;

import java.util.List;
import java.util.Map;
import org.vitrine.explain.Distribution;
import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.explain.whatif.Change;
import org.vitrine.explain.whatif.HeadChange;
import org.vitrine.explain.whatif.Intervening;
import org.vitrine.explain.whatif.Intervention;
import org.vitrine.tokenizer.Tokenizer;
import org.vitrine.tokenizer.Tokenizers;
import org.vitrine.transformer.gpt2.Gpt2;
import org.vitrine.transformer.ops.ScalarOps;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Recorder;
import org.vitrine.weights.ModelFiles;

/**
 * A list of words begins for the second time, and GPT-2 knows how it goes on. What if one head were switched off? {@code
 * AblateAHead [LAYER.HEAD]} switches off the head 4.1, which looks one word back, or another.
 */
public final class AblateAHead {
    private static final String MODEL = "classroom-gpt2";
    private static final String TEXT = " apple river seven candle green wolf apple river seven candle green";
    private static final String NEXT = " wolf";

    private AblateAHead() {
    }

    public static void main(String... args) {
        Example.run(() -> ablate(Example.argument(args, "4.1", "a layer and a head")));
    }

    static void ablate(String place) {
        HeadChange off = head(place);
        ModelFiles files = ModelFiles.classroom(MODEL);
        Gpt2 model = Gpt2.load(files, new ScalarOps());
        Tokenizer tokenizer = Tokenizers.load(MODEL, files::find);
        int[] ids = tokenizer.encode(TEXT).ids();
        int next = tokenizer.encode(NEXT).ids()[0];

        Tensor before = model.forward(ids, Recorder.off());                                         // [T, V]
        // Breakpoint: the line that makes heads in Attention.attend. What t.keep gives back is not always what ops.matmul
        // made: in the layer of the switched-off head, unfold heads, and one of them holds nothing but zeros.
        Intervening intervening = new Intervening(Recorder.off(), List.of(off), Map.of());
        Tensor after = model.forward(ids, intervening);                                             // [T, V]
        intervening.requireAllApplied();

        System.out.printf("'%s' follows the list with %.1f %%%n", NEXT, 100 * chance(before, next));
        System.out.printf("without head %s with %.1f %%%n", place, 100 * chance(after, next));
    }

    /** The softmax of the last token's scores, at one word. */
    private static double chance(Tensor logits, int id) {
        return new Distribution(logits.rows(logits.dim(0) - 1).data()).probability(id);
    }

    private static HeadChange head(String place) {
        if (!place.matches("\\d{1,4}\\.\\d{1,4}")) {
            throw new IllegalArgumentException(
                    "'" + place + "' is no head; write its layer and its number, counted from 0, such as 4.1");
        }
        String[] words = place.split("\\.");
        return new HeadChange(AttentionKind.DECODER, Integer.parseInt(words[0]), Integer.parseInt(words[1]),
                Intervention.ALL, new Change.Zero());
    }
}
