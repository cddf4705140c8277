package org.vitrine.examples;

import java.util.List;
import org.vitrine.explain.Candidate;
import org.vitrine.explain.Distribution;
import org.vitrine.explain.check.GoldenTrace;
import org.vitrine.tokenizer.Encoding;
import org.vitrine.tokenizer.Tokenizer;
import org.vitrine.tokenizer.Tokenizers;
import org.vitrine.transformer.gpt2.Gpt2;
import org.vitrine.transformer.ops.ScalarOps;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Recording;
import org.vitrine.transformer.trace.Trace;
import org.vitrine.weights.ModelFiles;

/**
 * GPT-2 reads a text, in plain loops, to be stepped through: {@code StepThroughGpt2 [TEXT]}. Without a text it reads the one of
 * the golden trace, so that every number on your screen is one that Hugging Face's implementation computed, too.
 */
public final class StepThroughGpt2 {
    private static final String MODEL = "classroom-gpt2";
    /** One layer's attention, in the order in which the debugger passes it. */
    private static final List<String> ATTENTION = List.of("norm", "q", "k", "v", "scores", "pattern", "heads", "out",
            "resid");

    private StepThroughGpt2() {
    }

    public static void main(String... args) {
        Example.run(() -> read(Example.argument(args, GoldenTrace.of(MODEL).text(), "the text to read")));
    }

    static void read(String text) {
        ModelFiles files = ModelFiles.classroom(MODEL);
        Gpt2 model = Gpt2.load(files, new ScalarOps());
        Tokenizer tokenizer = Tokenizers.load(MODEL, files::find);
        Encoding encoding = tokenizer.encode(text);
        Recording recording = Recording.everything();

        // First breakpoint: the first line of Gpt2.attention. Run to it, then step over line by line. Each line makes one
        // tensor, the local variable has the last word of its name, and the line ends with its shape: norm, q, k, v. At
        // attention.attend step into: scores, pattern and heads are made there. Unfold pattern: head 0, its row 3, which sums
        // to 1; what lies beyond entry 3 is 0, for a token does not see those that follow it.
        // Second breakpoint: the line with Math.fma in ScalarOps.linear. Each stop is one multiply-add of one of the products:
        // the new sum is x[t, i]·W[i, j] + sum.
        Tensor logits = model.forward(encoding.ids(), recording);                                   // [T, V]

        Trace trace = recording.trace();
        System.out.println(encoding);
        for (String word : ATTENTION) {
            System.out.println(trace.get("decoder.0.attn." + word));
        }
        Tensor pattern = trace.get("decoder.0.attn.pattern").slice(0);                              // [T, S]
        System.out.println(pattern.named("head 0 of decoder.0.attn.pattern", List.of("T", "S")).corner());
        System.out.println(logits);
        Distribution next = new Distribution(logits.rows(logits.dim(0) - 1).data());
        for (Candidate candidate : next.top(3, tokenizer::text)) {
            System.out.printf("next, with %.2f %%: '%s'%n", 100 * candidate.probability(), candidate.token());
        }
    }
}
