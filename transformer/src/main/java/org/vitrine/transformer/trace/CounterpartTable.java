package org.vitrine.transformer.trace;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vitrine.transformer.trace.Counterpart.Border;

/**
 * What others call the intermediates of one architecture: a line each, in the order of computation. In a line our
 * name, the border and the module of Hugging Face's, what to do there, TransformerLens' hook, and a caution; {@code i} is the
 * layer, {@code -} is nothing. Words in brackets stand for the sentences below; words in capitals are put in later.
 */
final class CounterpartTable {
    private static final Map<String, String> WORDS = Map.ofEntries(Map.entry("-", ""),
            Map.entry("(split)", "split into heads"), Map.entry("(side)", "the heads side by side"),
            Map.entry("(first)", "its first third, split into heads"),
            Map.entry("(second)", "its second third, split into heads"),
            Map.entry("(third)", "its last third, split into heads"),
            Map.entry("(weights)", "the second of the two, with attn_implementation=\"eager\""),
            Map.entry("(inner)", "in eager_attention_forward, after the mask is added"),
            Map.entry("(bias)", "plus final_logits_bias; the model's logits"),
            Map.entry("(mask)", "where a token may not look, transformers adds the lowest float32 in place of −∞"),
            Map.entry("(gain)", "hook_normalized of the norms is another tensor: before gain and bias"),
            Map.entry("(last)",
                    "hidden_states[i + 1], but not for the last layer: there it holds what ln_f made of it"),
            Map.entry("(hidden)", "hidden_states[i + 1]"), Map.entry("(embedded)", "hidden_states[0]"),
            Map.entry("(encoder-hidden)", "encoder_hidden_states[i + 1]"),
            Map.entry("(encoder-embedded)", "encoder_hidden_states[0]"),
            Map.entry("(decoder-hidden)", "decoder_hidden_states[i + 1]"),
            Map.entry("(decoder-embedded)", "decoder_hidden_states[0]"),
            Map.entry("(mid)", "hook_resid_mid is what the next part reads in GPT-2; here it is not yet normalised"),
            Map.entry("(post)", "hook_resid_post is what the next layer reads in GPT-2; here it is not yet normalised"),
            Map.entry("(apart)",
                    "HookedEncoder has the hook and does not pass by it; BertNextSentencePrediction does"),
            Map.entry("(scores)", "hook_attn_scores is there, but holds the pattern"),
            Map.entry("(scaled)", "with scale_embedding the module itself multiplies by √d"),
            Map.entry("(offset)", "the module itself adds 2 to every position"),
            Map.entry("(nobias)", "the hook is lm_head's output, before final_logits_bias"),
            Map.entry("(pooler)", "pooler_output"));

    private static final String GPT2 = """
            decoder.embed.tokens    output transformer.wte             -          hook_embed                     -
            decoder.embed.positions output transformer.wpe             -          hook_pos_embed                 -
            decoder.embed.resid     input  transformer.h.0             (embedded) blocks.0.hook_resid_pre        -
            decoder.i.attn.norm     output transformer.h.i.ln_1        -          -                              (gain)
            decoder.i.attn.q        output transformer.h.i.attn.c_attn (first)    blocks.i.attn.hook_q           -
            decoder.i.attn.k        output transformer.h.i.attn.c_attn (second)   blocks.i.attn.hook_k           -
            decoder.i.attn.v        output transformer.h.i.attn.c_attn (third)    blocks.i.attn.hook_v           -
            decoder.i.attn.scores   inside transformer.h.i.attn        (inner)    blocks.i.attn.hook_attn_scores (mask)
            decoder.i.attn.pattern  output transformer.h.i.attn        (weights)  blocks.i.attn.hook_pattern     -
            decoder.i.attn.heads    input  transformer.h.i.attn.c_proj (side)     blocks.i.attn.hook_z           -
            decoder.i.attn.out      output transformer.h.i.attn.c_proj -          blocks.i.hook_attn_out         -
            decoder.i.attn.resid    input  transformer.h.i.ln_2        -          blocks.i.hook_resid_mid        -
            decoder.i.mlp.norm      output transformer.h.i.ln_2        -          -                              (gain)
            decoder.i.mlp.pre       output transformer.h.i.mlp.c_fc    -          blocks.i.mlp.hook_pre          -
            decoder.i.mlp.act       input  transformer.h.i.mlp.c_proj  -          blocks.i.mlp.hook_post         -
            decoder.i.mlp.out       output transformer.h.i.mlp.c_proj  -          blocks.i.hook_mlp_out          -
            decoder.i.mlp.resid     output transformer.h.i             -          blocks.i.hook_resid_post       (last)
            decoder.final.norm      output transformer.ln_f            -          unembed.hook_in                (gain)
            head.logits             output lm_head                     -          unembed.hook_out               -
            """;

    private static final String BERT = """
            encoder.embed.tokens    output bert.embeddings.word_embeddings       -          embed.hook_embed                    -
            encoder.embed.segments  output bert.embeddings.token_type_embeddings -          embed.hook_token_type_embed         -
            encoder.embed.positions output bert.embeddings.position_embeddings   -          embed.hook_pos_embed                -
            encoder.embed.sum       input  bert.embeddings.LayerNorm             -          -                                   -
            encoder.embed.resid     output bert.embeddings.LayerNorm             (embedded) hook_full_embed                     -
            encoder.i.attn.q        output LAYER.attention.self.query            (split)    blocks.i.attn.hook_q                -
            encoder.i.attn.k        output LAYER.attention.self.key              (split)    blocks.i.attn.hook_k                -
            encoder.i.attn.v        output LAYER.attention.self.value            (split)    blocks.i.attn.hook_v                -
            encoder.i.attn.scores   inside LAYER.attention.self                  (inner)    blocks.i.attn.hook_attn_scores      -
            encoder.i.attn.pattern  output LAYER.attention.self                  (weights)  blocks.i.attn.hook_pattern          -
            encoder.i.attn.heads    input  LAYER.attention.output.dense          (side)     blocks.i.attn.hook_z                -
            encoder.i.attn.out      output LAYER.attention.output.dense          -          blocks.i.hook_attn_out              -
            encoder.i.attn.sum      input  LAYER.attention.output.LayerNorm      -          blocks.i.hook_resid_mid             (mid)
            encoder.i.attn.resid    output LAYER.attention.output.LayerNorm      -          -                                   (gain)
            encoder.i.mlp.pre       output LAYER.intermediate.dense              -          blocks.i.mlp.hook_pre               -
            encoder.i.mlp.act       input  LAYER.output.dense                    -          blocks.i.mlp.hook_post              -
            encoder.i.mlp.out       output LAYER.output.dense                    -          blocks.i.hook_mlp_out               -
            encoder.i.mlp.sum       input  LAYER.output.LayerNorm                -          blocks.i.hook_resid_post            (post)
            encoder.i.mlp.resid     output LAYER.output.LayerNorm                (hidden)   blocks.i.hook_normalized_resid_post -
            head.pre                output cls.predictions.transform.dense       -          -                                   -
            head.act                input  cls.predictions.transform.LayerNorm   -          -                                   -
            head.norm               output cls.predictions.transform.LayerNorm   -          unembed.hook_in                     (gain)
            head.logits             output cls.predictions.decoder               -          unembed.hook_out                    -
            head.pooled             output bert.pooler                           (pooler)   pooler.hook_pooler_out              (apart)
            head.nsp                output cls.seq_relationship                  -          nsp_head.hook_nsp_out               (apart)
            """
            .replace("LAYER", "bert.encoder.layer.i");

    private static final String BART_EMBED = """
            STACK.embed.tokens    output model.STACK.embed_tokens        -                PREFIXembed.hook_out     (scaled)
            STACK.embed.positions output model.STACK.embed_positions     -                PREFIXpos_embed.hook_out (offset)
            STACK.embed.sum       input  model.STACK.layernorm_embedding -                PREFIXembed_ln.hook_in   -
            STACK.embed.resid     output model.STACK.layernorm_embedding (STACK-embedded) PREFIXembed_ln.hook_out  -
            """;
    private static final String BART_ATTENTION = """
            PLACE.q       output MODULE.q_proj     (split)   HOOK.hook_q       -
            PLACE.k       output MODULE.k_proj     (split)   HOOK.hook_k       -
            PLACE.v       output MODULE.v_proj     (split)   HOOK.hook_v       -
            PLACE.scores  inside MODULE            (inner)   -                 (scores)
            PLACE.pattern output MODULE            (weights) HOOK.hook_pattern -
            PLACE.heads   input  MODULE.out_proj   (side)    HOOK.hook_z       -
            PLACE.out     output MODULE.out_proj   -         HOOK.o.hook_out   -
            PLACE.sum     input  MODULE_layer_norm -         NORM.hook_in      -
            PLACE.resid   output MODULE_layer_norm -         NORM.hook_out     -
            """;
    private static final String BART_MLP = """
            STACK.i.mlp.pre   output model.STACK.layers.i.fc1              -              STACK_blocks.i.mlp.in.hook_out  -
            STACK.i.mlp.act   input  model.STACK.layers.i.fc2              -              STACK_blocks.i.mlp.out.hook_in  -
            STACK.i.mlp.out   output model.STACK.layers.i.fc2              -              STACK_blocks.i.mlp.out.hook_out -
            STACK.i.mlp.sum   input  model.STACK.layers.i.final_layer_norm -              STACK_blocks.i.NORM.hook_in     -
            STACK.i.mlp.resid output model.STACK.layers.i.final_layer_norm (STACK-hidden) STACK_blocks.i.NORM.hook_out    -
            """;
    private static final String BART = bartEmbed("encoder", "")
            + bartAttention("encoder", "attn", "self_attn", "attn", "ln1")
            + bartMlp("encoder", "ln2") + bartEmbed("decoder", "decoder_")
            + bartAttention("decoder", "attn", "self_attn", "self_attn", "ln1")
            + bartAttention("decoder", "cross", "encoder_attn", "cross_attn", "ln2") + bartMlp("decoder", "ln3")
            + "head.logits output lm_head (bias) unembed.hook_out (nobias)";

    private static final Map<Architecture, CounterpartTable> TABLES = new EnumMap<>(
            Map.of(Architecture.GPT2, new CounterpartTable(GPT2), Architecture.BERT, new CounterpartTable(BERT),
                    Architecture.BART,
                    new CounterpartTable(BART)));

    private final Map<TensorName, String[]> lines = new LinkedHashMap<>();

    private CounterpartTable(String text) {
        for (String line : text.strip().split("\n")) {
            String[] words = line.strip().split(" +");
            lines.put(TensorName.parse(words[0].replace(".i.", ".0.")), words);
        }
    }

    static CounterpartTable of(Architecture architecture) {
        return TABLES.get(architecture);
    }

    /** In the order of the lines; of the layers the first. */
    List<TensorName> names() {
        return List.copyOf(lines.keySet());
    }

    /** The line of a name of any layer, with this in place of the layer. */
    Optional<Counterpart> find(TensorName name, String layer) {
        TensorName first = name.layer() == TensorName.NO_LAYER ? name
                : TensorName.of(name.stack(), 0, name.part(), name.site());
        return Optional.ofNullable(lines.get(first)).map(words -> {
            Optional<String> hook = Optional.of(words[4]).filter(each -> !each.equals("-"));
            return new Counterpart(in(layer, words[2]), Border.valueOf(words[1].toUpperCase(Locale.ROOT)),
                    in(layer, WORDS.get(words[3])), hook.map(each -> in(layer, each)), in(layer, WORDS.get(words[5])));
        });
    }

    private static String in(String layer, String text) {
        return text.replaceAll("\\bi\\b", layer);
    }

    private static String bartEmbed(String stack, String prefix) {
        return BART_EMBED.replace("STACK", stack).replace("PREFIX", prefix);
    }

    private static String bartAttention(String stack, String part, String module, String hook, String norm) {
        String blocks = stack + "_blocks.i.";
        return BART_ATTENTION.replace("PLACE", stack + ".i." + part)
                .replace("MODULE", "model." + stack + ".layers.i." + module).replace("HOOK", blocks + hook)
                .replace("NORM", blocks + norm);
    }

    private static String bartMlp(String stack, String norm) {
        return BART_MLP.replace("STACK", stack).replace("NORM", norm);
    }
}
