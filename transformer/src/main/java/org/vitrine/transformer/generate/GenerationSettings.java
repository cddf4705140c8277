package org.vitrine.transformer.generate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vitrine.transformer.config.ConfigFile;
import org.vitrine.transformer.config.ModelException;
import org.vitrine.weights.ModelFiles;

/**
 * How a model is to write: the keys of {@code generation_config.json} in our words.
 *
 * @param beams texts that are written side by side ({@code num_beams}); 1 for greedy writing
 * @param lengths of the text
 * @param lengthPenalty a text's score is its log-probability divided by this power of the number of written tokens: above
 *     0 favours long texts, below 0 short ones ({@code length_penalty})
 * @param earlyStopping when a beam search ends ({@code early_stopping})
 * @param noRepeat so many tokens in a row never come twice, 0 where they may ({@code no_repeat_ngram_size})
 * @param tokens the tokens that begin and end a text
 */
public record GenerationSettings(int beams, Lengths lengths, double lengthPenalty, EarlyStopping earlyStopping,
        int noRepeat, Tokens tokens) {
    /** Far beyond any use; each beam has keys and values of its own. */
    public static final int MOST_BEAMS = 100;
    /** So that no score is infinite. */
    public static final int GREATEST_PENALTY = 100;
    private static final int USUAL_LENGTH = 20;
    private static final String FILE = "generation_config.json";

    /**
     * The tokens that begin and end a text; each −1 if there is none.
     *
     * @param start what an encoder-decoder's text begins with ({@code decoder_start_token_id}, or else
     *     {@code bos_token_id})
     * @param forcedFirst the token after the start token ({@code forced_bos_token_id})
     * @param forcedLast the last token of a text of the greatest length ({@code forced_eos_token_id})
     * @param end the token that ends a text ({@code eos_token_id})
     */
    public record Tokens(int start, int forcedFirst, int forcedLast, int end) {
        /** None at all. */
        public static final Tokens NONE = new Tokens(-1, -1, -1, -1);
    }

    /** Greedy, up to 20 new tokens, nothing forced and nothing forbidden: what is asked for where nothing is. */
    public static final GenerationSettings DEFAULT = new GenerationSettings(1,
            new Lengths(USUAL_LENGTH, 0, USUAL_LENGTH, 0), 1, EarlyStopping.WHEN_UNLIKELY, 0, Tokens.NONE);

    public GenerationSettings {
        if (beams < 1 || beams > MOST_BEAMS) {
            throw new ModelException("the number of beams must be 1 to " + MOST_BEAMS + ", not " + beams);
        }
        if (!(Math.abs(lengthPenalty) <= GREATEST_PENALTY)) {
            throw new ModelException("the length penalty must be −" + GREATEST_PENALTY + " to " + GREATEST_PENALTY
                    + ", not " + lengthPenalty);
        }
        if (noRepeat < 0) {
            throw new ModelException("the number of tokens that never come twice cannot be negative: " + noRepeat);
        }
    }

    /**
     * Reads what a model asks for: {@code generation_config.json}, or {@code config.json} in older checkpoints that have
     * no such file. Keys that are absent have the reference's defaults.
     *
     * @param vocabulary how many tokens the model knows, for checking token ids
     * @throws ModelException if a value cannot be used
     */
    public static GenerationSettings of(ModelFiles files, int vocabulary) {
        boolean own = files.has(FILE);
        ConfigFile file = own ? ConfigFile.of(files, FILE) : ConfigFile.of(files);
        // the reference's configuration class for BART knows its tokens by itself; a generation file must name them
        boolean bart = !own && file.modelType().equals("bart");
        int beams = file.count("num_beams", 1);
        if (beams > MOST_BEAMS) {
            throw new ModelException(file.where("num_beams") + " must be at most " + MOST_BEAMS + ", found " + beams);
        }
        double penalty = file.number("length_penalty", 1);
        if (Math.abs(penalty) > GREATEST_PENALTY) {
            throw new ModelException(file.where("length_penalty") + " must be −" + GREATEST_PENALTY + " to "
                    + GREATEST_PENALTY + ", found " + penalty);
        }
        return new GenerationSettings(beams, lengths(file), penalty, earlyStopping(file),
                file.countOrNone("no_repeat_ngram_size", 0), tokens(file, vocabulary, bart));
    }

    /**
     * What a model's file asks for that is not followed here, such as {@code repetition_penalty}: what is written then
     * differs from what the reference writes.
     */
    public static List<String> leftOut(ModelFiles files) {
        return files.has(FILE) ? OtherWishes.of(ConfigFile.of(files, FILE)) : List.of();
    }

    private static Lengths lengths(ConfigFile file) {
        int max = file.count("max_length", 0);
        int maxNew = file.count("max_new_tokens", max == 0 ? USUAL_LENGTH : 0);
        return new Lengths(max == 0 ? USUAL_LENGTH : max, file.countOrNone("min_length", 0), maxNew,
                file.countOrNone("min_new_tokens", 0));
    }

    private static EarlyStopping earlyStopping(ConfigFile file) {
        List<String> known = Arrays.stream(EarlyStopping.values()).map(EarlyStopping::json).toList();
        String word = file.oneOf(known, "early_stopping", EarlyStopping.WHEN_UNLIKELY.json());
        return EarlyStopping.values()[known.indexOf(word)];
    }

    private static Tokens tokens(ConfigFile file, int vocabulary, boolean bart) {
        int begin = token(file, "bos_token_id", vocabulary, bart ? 0 : -1);
        int start = token(file, "decoder_start_token_id", vocabulary, bart ? 2 : -1);
        return new Tokens(start < 0 ? begin : start, token(file, "forced_bos_token_id", vocabulary, -1),
                token(file, "forced_eos_token_id", vocabulary, bart ? 2 : -1),
                token(file, "eos_token_id", vocabulary, bart ? 2 : -1));
    }

    private static int token(ConfigFile file, String key, int vocabulary, int otherwise) {
        return file.has(key) || otherwise >= vocabulary ? file.tokenId(key, vocabulary) : otherwise;
    }

    /** The greatest length of the whole text, unless lengths count from the prompt: see {@link Lengths}. */
    public int maxLength() {
        return lengths.max();
    }

    /** The smallest length of the whole text, unless lengths count from the prompt: see {@link Lengths}. */
    public int minLength() {
        return lengths.min();
    }

    /** What an encoder-decoder's text begins with, −1 if unknown. */
    public int start() {
        return tokens.start();
    }

    /** The token after the start token, −1 if it is free. */
    public int forcedFirst() {
        return tokens.forcedFirst();
    }

    /** The last token of a text of the greatest length, −1 if it is free. */
    public int forcedLast() {
        return tokens.forcedLast();
    }

    /** The token that ends a text, −1 if there is none. */
    public int end() {
        return tokens.end();
    }

    /**
     * These settings for one prompt: lengths of the whole text, none beyond what the model can read.
     *
     * @param limit how many tokens the model can read
     * @throws ModelException if the prompt leaves no room for a token
     */
    public GenerationSettings forPrompt(int promptLength, int limit) {
        return withLengths(lengths.forPrompt(promptLength, limit));
    }

    /**
     * The rules that these settings ask for, in the reference's order.
     *
     * @throws IllegalStateException if lengths still count from a prompt: see {@link #forPrompt}
     */
    public List<ScoreRule> rules() {
        if (!lengths.areTotal()) {
            throw new IllegalStateException("lengths count from the prompt: call forPrompt first");
        }
        List<ScoreRule> rules = new ArrayList<>();
        if (noRepeat > 0) {
            rules.add(ScoreRule.noRepeat(noRepeat));
        }
        if (minLength() > 0 && end() >= 0) {
            rules.add(ScoreRule.minLength(end(), minLength()));
        }
        if (forcedFirst() >= 0) {
            rules.add(ScoreRule.forcedFirst(forcedFirst()));
        }
        if (forcedLast() >= 0) {
            rules.add(ScoreRule.forcedLast(forcedLast(), maxLength()));
        }
        return rules;
    }

    /** The same with another number of beams. */
    public GenerationSettings withBeams(int count) {
        return new GenerationSettings(count, lengths, lengthPenalty, earlyStopping, noRepeat, tokens);
    }

    /** The same with other lengths. */
    public GenerationSettings withLengths(Lengths others) {
        return new GenerationSettings(beams, others, lengthPenalty, earlyStopping, noRepeat, tokens);
    }

    /** The same with another greatest length of the whole text. */
    public GenerationSettings withMaxLength(int length) {
        return withLengths(new Lengths(length, lengths.min(), 0, lengths.minNew()));
    }

    /** The same with another smallest length of the whole text. */
    public GenerationSettings withMinLength(int length) {
        return withLengths(new Lengths(lengths.max(), length, lengths.maxNew(), 0));
    }

    /** The same with so many tokens after the prompt at most. */
    public GenerationSettings withMaxNew(int count) {
        return withLengths(new Lengths(lengths.max(), lengths.min(), count, lengths.minNew()));
    }

    /** The same with so many tokens after the prompt at least. */
    public GenerationSettings withMinNew(int count) {
        return withLengths(new Lengths(lengths.max(), lengths.min(), lengths.maxNew(), count));
    }

    /** The same with another length penalty. */
    public GenerationSettings withLengthPenalty(double power) {
        return new GenerationSettings(beams, lengths, power, earlyStopping, noRepeat, tokens);
    }

    /** The same with another reason to end a beam search. */
    public GenerationSettings withEarlyStopping(EarlyStopping when) {
        return new GenerationSettings(beams, lengths, lengthPenalty, when, noRepeat, tokens);
    }

    /** The same with another number of tokens in a row that never come twice. */
    public GenerationSettings withNoRepeat(int count) {
        return new GenerationSettings(beams, lengths, lengthPenalty, earlyStopping, count, tokens);
    }

    /** The same with other tokens that begin and end a text. */
    public GenerationSettings withTokens(Tokens others) {
        return new GenerationSettings(beams, lengths, lengthPenalty, earlyStopping, noRepeat, others);
    }
}
