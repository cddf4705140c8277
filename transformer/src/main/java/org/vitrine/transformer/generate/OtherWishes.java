package org.vitrine.transformer.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vitrine.transformer.config.ConfigFile;

/** Keys of {@code generation_config.json} that would change what is written, and that are not followed here. */
final class OtherWishes {
    /** With the number that asks for nothing. */
    private static final Map<String, Double> NUMBERS = new TreeMap<>(Map.of("repetition_penalty", 1.0,
            "encoder_repetition_penalty", 1.0, "encoder_no_repeat_ngram_size", 0.0, "num_beam_groups", 1.0,
            "diversity_penalty", 0.0, "penalty_alpha", 0.0, "guidance_scale", 1.0));
    private static final List<String> LISTS = List.of("bad_words_ids", "begin_suppress_tokens",
            "exponential_decay_length_penalty", "force_words_ids", "sequence_bias", "suppress_tokens");

    private OtherWishes() {
    }

    /** The keys that ask for something. */
    static List<String> of(ConfigFile file) {
        List<String> found = new ArrayList<>();
        NUMBERS.forEach((key, nothing) -> {
            if (file.number(key, nothing) != nothing) {
                found.add(key);
            }
        });
        LISTS.stream().filter(file::isSet).forEach(found::add);
        if (file.flag("do_sample", false)) {
            found.add("do_sample");
        }
        return found;
    }
}
