package org.vitrine.transformer.checkpoint;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why a tensor of a checkpoint is not read.
 *
 * @param reason which of the few reasons there are
 * @param what the tensor is, as the end of the sentence "this is …"; of a head its name alone
 */
public record LeftOut(Reason reason, String what) {
    /** A mask that old checkpoints carry along. */
    public static final LeftOut MASK = new LeftOut(Reason.BUFFER, "a mask, which the model makes itself");
    /** Positions or segments, counted up. */
    public static final LeftOut COUNTER = new LeftOut(Reason.BUFFER,
            "positions counted up, which the model does by itself");
    /** The version of a format that is no more. */
    public static final LeftOut VERSION = new LeftOut(Reason.BUFFER, "the version of an old format");
    /** The token table once more. */
    public static final LeftOut TABLE = new LeftOut(Reason.COPY, "a copy of the token table");
    /** The bias of the scores once more. */
    public static final LeftOut BIAS = new LeftOut(Reason.COPY, "a copy of the bias of head.logits");

    /** What the layers of quantised checkpoints have beside or in place of a weight: bitsandbytes, GPTQ, AWQ, FP8. */
    private static final Pattern QUANTISED = Pattern.compile("(?:.*\\.)?(SCB|weight_format|qweight|qzeros|scales|g_idx"
            + "|absmax|nested_absmax|quant_map|nested_quant_map|quant_state\\..*|weight_packed|weight_scale"
            + "|weight_scale_inv|weight_zero_point|input_scale)");
    private static final Pattern ADAPTER = Pattern
            .compile("base_model\\..*|.*\\.(lora_[AB]|lora_embedding_[AB])(\\..*)?");

    /** The reasons that there are. */
    public enum Reason {
        /** The model computes it itself. */
        BUFFER,
        /** What it holds is there under another name. */
        COPY,
        /** A head for another task than those shown here. */
        HEAD,
        /** Part of weights that are stored in few bits. */
        QUANTISED,
        /** Part of an adapter, changes to another model. */
        ADAPTER,
        /** Nobody knows. */
        UNKNOWN;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A head for another task, for example {@code sequence classification head}. */
    public static LeftOut head(String title) {
        return new LeftOut(Reason.HEAD, title);
    }

    /** A tensor that does not belong to this kind of model. */
    static LeftOut foreign(String tensor) {
        Matcher quantised = QUANTISED.matcher(tensor);
        if (quantised.matches()) {
            return new LeftOut(Reason.QUANTISED, "a part of quantised weights (" + quantised.group(1) + ")");
        }
        return ADAPTER.matcher(tensor).matches()
                ? new LeftOut(Reason.ADAPTER, "a part of an adapter (LoRA)")
                : new LeftOut(Reason.UNKNOWN, "unknown");
    }

    /** Whether the model is right without it. */
    public boolean harmless() {
        return reason == Reason.BUFFER || reason == Reason.COPY || reason == Reason.HEAD;
    }

    /** As a person reads it. */
    public String sentence() {
        return reason == Reason.HEAD ? "a " + what + ", not run here" : what;
    }
}
