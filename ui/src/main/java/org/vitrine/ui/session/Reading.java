package org.vitrine.ui.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.explain.attention.AttentionToken;
import org.vitrine.explain.attention.AttentionTokens;
import org.vitrine.transformer.layer.Linear;
import org.vitrine.transformer.ops.Ops;
import org.vitrine.transformer.trace.Recording;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.transformer.trace.Trace;

/**
 * What a model is given to read, all of it at once: nothing is predicted, so every family reads in the same way.
 *
 * @param model who reads it
 * @param input what is read
 * @param tokens the same, as the tokens of each stack
 */
public record Reading(LoadedModel model, ModelInput input, AttentionTokens tokens) {
    /** What a model reads. */
    public static Reading of(LoadedModel model, ModelInput input) {
        List<AttentionToken> first = tokens(model, input, input.ids());
        return new Reading(model, input, switch (model.family()) {
            case GPT2 -> new AttentionTokens(List.of(), first);
            case BERT -> new AttentionTokens(first, List.of());
            case BART -> new AttentionTokens(first, tokens(model, input, input.decoderIds()));
        });
    }

    private static List<AttentionToken> tokens(LoadedModel model, ModelInput input, int[] ids) {
        Set<Integer> template = Arrays.stream(model.tokenizer().encode("").ids()).boxed().collect(Collectors.toSet());
        List<AttentionToken> tokens = new ArrayList<>();
        for (int i = 0; i < ids.length; i++) {
            int segment = input.segments().length > 0 ? input.segments()[i] : 0;
            tokens.add(new AttentionToken(i, ids[i], model.tokenizer().text(ids[i]), segment,
                    template.contains(ids[i])));
        }
        return tokens;
    }

    /** Runs the model once and keeps what is wanted. */
    public Trace trace(Predicate<TensorName> wanted) {
        Recording recording = Recording.only(wanted);
        model.forward(input, recording);
        return recording.trace();
    }

    /** The layer through which the heads of an attention write into the stream: [d, d]. */
    public Linear projection(AttentionKind kind, int layer) {
        return model.network().projection(kind, layer);
    }

    /** How the model computes. */
    public Ops ops() {
        return model.network().ops();
    }
}
