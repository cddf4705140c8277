package org.vitrine.transformer.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vitrine.transformer.trace.Counterpart.Border;

/** Makes {@code docs/parity.md} of {@link Counterpart}, {@link Site} and {@link Architecture}. */
final class ParityPage {
    private static final String TOP = """
            # What others call it

            Vitrine names every intermediate `stack.layer.part.site` ([the rules](DESIGN.md#5-names-of-intermediates)), for all three
            models alike. This page says where each is in Hugging Face's transformers, whose numbers ours are, and at which hook
            TransformerLens shows it. `i` is a layer, counted from 0. Letters: T tokens, S tokens looked at, d width, H heads, e = d/H,
            f neurons, V vocabulary, c classes.

            *Hugging Face*: *input* and *output* are what a forward hook on this module sees, with a batch axis in front. What is
            *inside* one is a local variable that no hook sees. Thirds are of the last axis; to *split into heads* is
            `x.view(T, H, e).transpose(0, 1)`.

            *TransformerLens*: `–` where it has no name. Its q, k, v and z are `[batch, T, H, e]`, with the heads behind the tokens.
            `HookedTransformer.from_pretrained` folds norms into the next weights and centres weights, so many of its numbers differ
            from Hugging Face's and ours; `from_pretrained_no_processing` leaves them alone.

            In Java, and in JShell:

            ```java
            Counterpart.of(Architecture.GPT2, TensorName.parse("decoder.3.attn.heads"))
            ```

            Every tensor that a hook can see was compared with both, number by number, on tiny models with random weights:
            transformers 5.18.0 and TransformerLens at commit 4cd36aa. This page is made by `ParityPageTest`, which fails when the page is not what the code
            says, and tells how to make it anew.
            """;

    private ParityPage() {
    }

    static String text() {
        StringBuilder page = new StringBuilder(TOP);
        for (Architecture architecture : Architecture.values()) {
            page.append("\n## ").append(architecture.title()).append("\n\n").append(introduction(architecture))
                    .append('\n');
            table(page, architecture);
        }
        return page.toString();
    }

    private static String introduction(Architecture architecture) {
        return switch (architecture) {
            case GPT2 ->
                """
                        `GPT2LMHeadModel` and `HookedTransformer`. Of the norms, TransformerLens shows `ln1.hook_normalized` and the like,
                        which are not ours: they are before gain and bias.
                        """;
            case BERT ->
                """
                        `BertForPreTraining` and `HookedEncoder`. Two hooks have the names that they have in GPT-2, and hold another thing:
                        `hook_resid_mid` and `hook_resid_post` are sums that are not yet normalised. Our `resid` is in all models what the
                        next part reads.
                        """;
            case BART ->
                """
                        `BartForConditionalGeneration` and `TransformerBridge`, which reads only models whose encoder and decoder are of one
                        size. Its encoder says `attn` where its decoder says `self_attn`. `hook_resid_mid` of its blocks is `ln2.hook_in`:
                        our `encoder.i.mlp.sum` and `decoder.i.cross.sum`.
                        """;
        };
    }

    private static void table(StringBuilder page, Architecture architecture) {
        List<String> notes = new ArrayList<>();
        page.append("| ours | shape | formula | Hugging Face | TransformerLens |\n|---|---|---|---|---|\n");
        for (TensorName name : Counterpart.names(architecture)) {
            Counterpart other = CounterpartTable.of(architecture).find(name, "i").orElseThrow();
            page.append("| `").append(name.toString().replace(".0.", ".i.")).append('`').append(note(other, notes))
                    .append(" | [").append(String.join(", ", name.axes())).append("] | ")
                    .append(architecture.formula(name))
                    .append(" | ").append(huggingFace(other)).append(" | ")
                    .append(other.hook().map(hook -> "`" + hook + "`").orElse("–")).append(" |\n");
        }
        for (int i = 0; i < notes.size(); i++) {
            page.append(i == 0 ? "\n" : "").append(i + 1).append(". ").append(code(notes.get(i))).append('\n');
        }
    }

    private static String huggingFace(Counterpart other) {
        String module = "`" + other.module() + "`";
        String place = other.border() == Border.INSIDE ? "inside " + module : module + " " + other.border();
        return other.how().isEmpty() ? place : place + ", " + code(other.how());
    }

    /** Words of programs in the type of programs. */
    private static String code(String text) {
        return text.replaceAll("\\w+_\\w+(\\[[^]]*]|=\"\\w+\"|\\.\\w+)?", "`$0`");
    }

    /** The number of its note; a note that was there before is not written again. */
    private static String note(Counterpart other, List<String> notes) {
        return Optional.of(other.caution()).filter(caution -> !caution.isEmpty()).map(caution -> {
            if (!notes.contains(caution)) {
                notes.add(caution);
            }
            return " <sup>" + (notes.indexOf(caution) + 1) + "</sup>";
        }).orElse("");
    }
}
