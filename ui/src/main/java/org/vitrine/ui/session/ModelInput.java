package org.vitrine.ui.session;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a model is given to read. Nobody changes the arrays.
 *
 * @param ids the text's tokens, shape [T]; BART's encoder reads them
 * @param segments the segment of each, shape [T]; empty but for BERT
 * @param decoderIds what BART's decoder reads, shape [T]; empty but for BART
 */
public record ModelInput(int[] ids, int[] segments, int[] decoderIds) {
    private static final int[] NONE = {};

    /** For GPT-2: a text. */
    static ModelInput text(int[] ids) {
        return new ModelInput(ids, NONE, NONE);
    }

    /** For BERT: a text or two. */
    static ModelInput segmented(int[] ids, int[] segments) {
        return new ModelInput(ids, segments, NONE);
    }

    /** For BART: a text for each stack. */
    static ModelInput twoStacks(int[] ids, int[] decoderIds) {
        return new ModelInput(ids, NONE, decoderIds);
    }

    /** Whether there are two stacks, each with a text of its own. */
    public boolean hasDecoder() {
        return decoderIds.length > 0;
    }

    /** The tokens among which one is predicted: the decoder's, where there are two stacks. */
    int[] line() {
        return hasDecoder() ? decoderIds : ids;
    }

    /** The same with a longer line. */
    ModelInput withLine(int[] line) {
        return hasDecoder() ? new ModelInput(ids, segments, line) : new ModelInput(line, segments, decoderIds);
    }

    /** All parts under the names that a trace's file gives them: {@code input.ids} and the others that there are. */
    public Map<String, int[]> named() {
        Map<String, int[]> named = new LinkedHashMap<>();
        named.put("input.ids", ids);
        if (segments.length > 0) {
            named.put("input.segments", segments);
        }
        if (hasDecoder()) {
            named.put("input.decoder_ids", decoderIds);
        }
        return named;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ModelInput input && Arrays.equals(ids, input.ids)
                && Arrays.equals(segments, input.segments) && Arrays.equals(decoderIds, input.decoderIds);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(ids) + 31 * Arrays.hashCode(segments) + 961 * Arrays.hashCode(decoderIds);
    }
}
