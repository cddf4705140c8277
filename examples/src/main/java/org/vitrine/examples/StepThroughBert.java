package org.vitrine.examples;

import java.util.List;
import org.vitrine.explain.Candidate;
import org.vitrine.explain.Distribution;
import org.vitrine.explain.check.GoldenTrace;
import org.vitrine.tokenizer.Encoding;
import org.vitrine.tokenizer.Token;
import org.vitrine.tokenizer.Tokenizer;
import org.vitrine.tokenizer.Tokenizers;
import org.vitrine.transformer.bert.Bert;
import org.vitrine.transformer.ops.ScalarOps;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Recording;
import org.vitrine.transformer.trace.Trace;
import org.vitrine.weights.ModelFiles;

/**
 * BERT reads a text, in plain loops, to be stepped through: {@code StepThroughBert [TEXT]}. Without a text it reads the pair of
 * the golden trace, so that every number on your screen is one that Hugging Face's implementation computed, too.
 */
public final class StepThroughBert {
    private static final String MODEL = "classroom-bert";
    /** The last layer's attention and what is read from the stream after it, in the order in which the debugger passes it. */
    private static final List<String> NAMES = List.of("encoder.1.attn.q", "encoder.1.attn.k", "encoder.1.attn.v",
            "encoder.1.attn.scores", "encoder.1.attn.pattern", "encoder.1.attn.heads", "encoder.1.attn.out",
            "encoder.1.attn.sum", "encoder.1.attn.resid", "head.logits", "head.pooled", "head.nsp");

    private StepThroughBert() {
    }

    public static void main(String... args) {
        Example.run(() -> {
            GoldenTrace golden = GoldenTrace.of(MODEL);
            String text = Example.argument(args, golden.text(),
                    "the text to read, with [MASK] where a word is missing");
            read(text, args.length == 0 ? golden.pair() : "");
        });
    }

    static void read(String text, String pair) {
        ModelFiles files = ModelFiles.classroom(MODEL);
        Bert model = Bert.load(files, new ScalarOps());
        Tokenizer tokenizer = Tokenizers.load(MODEL, files::find);
        Encoding encoding = tokenizer.encode(text, pair);
        Recording recording = Recording.everything();

        // First breakpoint: the first line of Bert.attention. Step over line by line: no norm comes first, as in GPT-2, and the
        // last two lines are sum, which is added up, and resid, which is the sum normalised. In attention.attend no score is
        // −∞: every token sees all others, so all of a row of pattern is more than 0.
        // Second breakpoint: Bert.nextSentence. pooled is one row for the whole text, nsp two scores: the second text follows
        // the first, it does not.
        model.forward(encoding.ids(), encoding.segments(), recording);                              // [T, d]

        Trace trace = recording.trace();
        System.out.println(encoding);
        for (String name : NAMES) {
            System.out.println(trace.get(name));
        }
        Tensor logits = trace.get("head.logits");                                                   // [T, V]
        List<Token> tokens = encoding.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).piece().equals("[MASK]")) {
                Candidate best = new Distribution(logits.rows(i).data()).top(1, tokenizer::text).getFirst();
                System.out.printf("at token %d, with %.2f %%: '%s'%n", i, 100 * best.probability(), best.token());
            }
        }
    }
}
