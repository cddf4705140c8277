package org.vitrine.examples;

import java.util.List;
import org.vitrine.explain.Candidate;
import org.vitrine.explain.Distribution;
import org.vitrine.explain.check.GoldenTrace;
import org.vitrine.tokenizer.Encoding;
import org.vitrine.tokenizer.Tokenizer;
import org.vitrine.tokenizer.Tokenizers;
import org.vitrine.transformer.bart.Bart;
import org.vitrine.transformer.ops.ScalarOps;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Recording;
import org.vitrine.transformer.trace.Trace;
import org.vitrine.weights.ModelFiles;

/**
 * BART reads a text and writes it again, in plain loops, to be stepped through: {@code StepThroughBart [TEXT]}. Without a text it
 * reads, and writes, those of the golden trace, so that every number on your screen is one that Hugging Face's implementation
 * computed, too.
 */
public final class StepThroughBart {
    private static final String MODEL = "classroom-bart";
    /** The last layer's attention to what was read, in the order in which the debugger passes it. */
    private static final List<String> CROSS = List.of("q", "k", "v", "scores", "pattern", "heads", "out", "sum",
            "resid");

    private StepThroughBart() {
    }

    public static void main(String... args) {
        Example.run(() -> {
            GoldenTrace golden = GoldenTrace.of(MODEL);
            String text = Example.argument(args, golden.text(), "the text to read");
            read(text, args.length == 0 ? golden.pair() : text);
        });
    }

    static void read(String text, String written) {
        ModelFiles files = ModelFiles.classroom(MODEL);
        Bart model = Bart.load(files, new ScalarOps());
        Tokenizer tokenizer = Tokenizers.load(MODEL, files::find);
        Encoding encoding = tokenizer.encode(text);
        int[] decoderIds = model.config().shifted(tokenizer.encode(written).ids());
        Recording recording = Recording.everything();

        // First breakpoint: the first line of BartDecoder.cross. q is made from x, the text that is written, k and v from
        // encoded, the text that was read: q has a row for each token written, k and v one for each token read. Step into
        // attention.attend: pattern has a row for each token written and a column for each token read, and no score is −∞.
        // Second breakpoint: BartDecoder.attention, where the tokens written look at themselves and at those before them.
        Tensor logits = model.forward(encoding.ids(), decoderIds, recording);                       // [T, V]

        Trace trace = recording.trace();
        System.out.println(encoding);
        for (String word : CROSS) {
            System.out.println(trace.get("decoder.1.cross." + word));
        }
        System.out.println(logits);
        Distribution next = new Distribution(logits.rows(logits.dim(0) - 1).data());
        for (Candidate candidate : next.top(3, tokenizer::text)) {
            System.out.printf("next, with %.2f %%: '%s'%n", 100 * candidate.probability(), candidate.token());
        }
    }
}
