package org.vitrine.examples;

import org.vitrine.explain.Distribution;
import org.vitrine.tokenizer.Tokenizer;
import org.vitrine.tokenizer.Tokenizers;
import org.vitrine.transformer.gpt2.Gpt2;
import org.vitrine.transformer.ops.ScalarOps;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Recording;
import org.vitrine.transformer.trace.Site;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.weights.ModelFiles;

/**
 * Where in GPT-2 is it decided that " Heathrow airport is in the city of" goes on with " London"? Every part of every layer leaves
 * a stream behind; read each as if it were the last (the "logit lens") and see where the chance of the word goes up. {@code
 * WhereIsLondonDecided [WORD]} asks for another word.
 */
public final class WhereIsLondonDecided {
    private static final String MODEL = "classroom-gpt2";
    private static final String TEXT = " Heathrow airport is in the city of";

    private WhereIsLondonDecided() {
    }

    public static void main(String... args) {
        Example.run(() -> ask(Example.argument(args, " London", "a word that may follow, with its space")));
    }

    static void ask(String word) {
        ModelFiles files = ModelFiles.classroom(MODEL);
        Gpt2 model = Gpt2.load(files, new ScalarOps());
        Tokenizer tokenizer = Tokenizers.load(MODEL, files::find);
        int[] ids = tokenizer.encode(TEXT).ids();
        int id = onlyToken(tokenizer, word);

        // Keep the streams alone. Breakpoint: Recording.keep, to see which tensors come by and which are kept.
        Recording recording = Recording.only(name -> name.site() == Site.RESID);
        model.forward(ids, recording);

        TensorName lifting = null;
        double lift = 0;
        double before = 0;
        for (TensorName name : recording.trace().names()) {
            Tensor last = recording.trace().get(name).rows(ids.length - 1);                         // [1, d]
            // Breakpoint: step into logits: one layer norm, one product with the token table.
            Distribution said = new Distribution(model.unembedding().logits(last).data());
            double chance = said.probability(id);
            System.out.printf("%-20s '%s' has rank %4d and %6.2f %%%n", name, word, said.rank(id), 100 * chance);
            if (chance - before > lift) {
                lift = chance - before;
                lifting = name;
            }
            before = chance;
        }
        System.out.println(lifting == null ? "no part lifts it"
                : "lifted most by "
                        + (lifting.part() == null ? lifting : lifting.part() + " of layer " + lifting.layer())
                        + String.format(": by %.2f percentage points", 100 * lift));
    }

    private static int onlyToken(Tokenizer tokenizer, String word) {
        int[] ids = tokenizer.encode(word).ids();
        if (ids.length != 1) {
            throw new IllegalArgumentException(
                    "'" + word + "' is " + ids.length + " tokens; this asks for a single one, "
                            + "such as ' London' (the space in front belongs to it)");
        }
        return ids[0];
    }
}
