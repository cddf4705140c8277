package org.vitrine.ui.answer;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.vitrine.transformer.config.ModelException;
import org.vitrine.transformer.generate.GenerationSettings;
import org.vitrine.transformer.generate.Sampler;
import org.vitrine.transformer.generate.TokenChooser;
import org.vitrine.ui.session.Family;
import org.vitrine.ui.session.LoadedModel;
import org.vitrine.ui.session.Passage;
import org.vitrine.ui.session.Texts;

/**
 * What does the model write? What is null is as the model's generation_config.json has it.
 *
 * @param count how many tokens at most; null for 20, with BART as the model has it
 * @param least how many tokens at least
 * @param beams how many texts are weighed side by side
 * @param noRepeat of how many tokens in a row none is written twice; 0 for any
 * @param sampling how tokens are drawn; null where the likeliest is taken
 */
public record GenerateQuestion(Integer count, Integer least, Beams beams, Integer noRepeat, Sampling sampling)
        implements
            Question<WritingAnswer> {
    private static final int USUAL_COUNT = 20;

    /**
     * Texts side by side.
     *
     * @param number how many; null as the model has it
     * @param lengthPenalty above 0 favours long texts, below 0 short ones; null as the model has it
     */
    public record Beams(Integer number, Double lengthPenalty) {
        /** As the model has it. */
        public static final Beams USUAL = new Beams(null, null);
    }

    /**
     * How tokens are drawn.
     *
     * @param temperature null for 1
     * @param topK only the likeliest so many; null for all
     * @param topP only the likeliest that together have this probability; null for 1
     * @param seed null for another one each time
     */
    public record Sampling(Double temperature, Integer topK, Double topP, Long seed) {
        /** By their probabilities. */
        public static final Sampling USUAL = new Sampling(null, null, null, null);

        private Sampling seeded() {
            return new Sampling(temperature, topK, topP,
                    seed != null ? seed : (long) ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE));
        }

        private Sampler sampler(Asker asker) {
            try {
                return new Sampler(temperature == null ? 1 : temperature, topK == null ? 0 : topK,
                        topP == null ? 1 : topP, seed == null ? 0 : seed);
            } catch (IllegalArgumentException e) {
                throw asker.usage(e.getMessage());
            }
        }
    }

    @Override
    public void check(Asker asker) {
        requireAtLeast(1, count, "max-new-tokens", asker);
        requireAtLeast(0, least, "min-new-tokens", asker);
        requireAtLeast(0, noRepeat, "no-repeat", asker);
        if (beams.number != null && (beams.number < 1 || beams.number > GenerationSettings.MOST_BEAMS)) {
            throw asker.usage(asker.setting("beams") + " takes a number from 1 to " + GenerationSettings.MOST_BEAMS
                    + ", not " + beams.number);
        }
        if (beams.lengthPenalty != null && !(Math.abs(beams.lengthPenalty) <= GenerationSettings.GREATEST_PENALTY)) {
            throw asker.usage(asker.setting("length-penalty") + " takes a number from -"
                    + GenerationSettings.GREATEST_PENALTY + " to " + GenerationSettings.GREATEST_PENALTY + ", not "
                    + beams.lengthPenalty);
        }
        if (sampling != null && beams.number != null && beams.number > 1) {
            throw asker.usage(asker.setting("sample") + " and " + asker.setting("beams")
                    + " exclude each other; beams are weighed, not drawn");
        }
        if (sampling != null) {
            sampling.sampler(asker);
        }
    }

    private static void requireAtLeast(int smallest, Integer number, String setting, Asker asker) {
        if (number != null && number < smallest) {
            throw asker.usage(asker.setting(setting) + " takes a number of tokens, " + smallest + " or more, not "
                    + number);
        }
    }

    @Override
    public Function<Texts, WritingAnswer> open(LoadedModel model, Asker asker) {
        Sampling drawn = sampling == null ? null : sampling.seeded();
        if (drawn != null && sampling.seed == null) {
            asker.note("drawing with " + asker.setting("seed", drawn.seed));
        }
        List<String> leftOut = model.leftOut();
        if (!leftOut.isEmpty()) {
            asker.note("generation_config.json sets " + String.join(", ", leftOut) + ", which is left out here");
        }
        GenerationSettings settings = settings(model);
        return texts -> {
            if (!texts.pair().isEmpty()) {
                throw new ModelException(
                        "generate takes one text, without a \"text_pair\"; BART writes the second by itself");
            }
            Passage prompt = model.prompt(texts.text()).withRoom();
            // Each text gets a chooser of its own, so that a text's continuation does not depend on those before it.
            return settings.beams() > 1
                    ? new BeamsAnswer(texts, prompt, settings, beams.number != null, asker)
                    : new GenerateAnswer(texts, prompt, settings,
                            drawn == null ? TokenChooser.greedy() : drawn.sampler(asker), asker);
        };
    }

    private GenerationSettings settings(LoadedModel model) {
        GenerationSettings settings = model.settings();
        if (count != null || model.family() == Family.GPT2) {
            settings = settings.withMaxNew(count == null ? USUAL_COUNT : count);
        }
        if (least != null) {
            settings = settings.withMinNew(least);
        }
        if (sampling != null || beams.number != null) {
            settings = settings.withBeams(sampling != null ? 1 : beams.number);
        }
        if (beams.lengthPenalty != null) {
            settings = settings.withLengthPenalty(beams.lengthPenalty);
        }
        return noRepeat == null ? settings : settings.withNoRepeat(noRepeat);
    }
}
