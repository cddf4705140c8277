package org.vitrine.ui.api;

import java.util.List;
import org.vitrine.ui.answer.FoundAnswer;
import org.vitrine.ui.answer.GenerateQuestion;
import org.vitrine.ui.answer.GenerateQuestion.Beams;
import org.vitrine.ui.answer.GenerateQuestion.Sampling;
import org.vitrine.ui.answer.WrittenAnswer;

/** A text that the model writes, as its {@code generation_config.json} has it where no setting says otherwise. */
public final class Written extends Explanation {
    private final Run run;
    private final GenerateQuestion asked;

    private Written(Run run, GenerateQuestion asked) {
        this.run = run;
        this.asked = asked;
    }

    Written(Run run) {
        this(run, new GenerateQuestion(null, null, Beams.USUAL, null, null));
    }

    @Override
    Found find() {
        return run.ask(asked);
    }

    Written tokens(int count) {
        return new Written(run,
                new GenerateQuestion(count, asked.least(), asked.beams(), asked.noRepeat(), asked.sampling()));
    }

    /**
     * How many tokens to write at least.
     *
     * @param tokens 0 or more
     */
    public Written minNewTokens(int tokens) {
        return new Written(run,
                new GenerateQuestion(asked.count(), tokens, asked.beams(), asked.noRepeat(), asked.sampling()));
    }

    /**
     * Weighs several texts side by side and shows all of them; 1 writes the likeliest token each time.
     *
     * <pre>{@code
     * run.generate(20).beams(4)
     * }</pre>
     *
     * @param beams 1 or more
     */
    public Written beams(int beams) {
        return new Written(run, new GenerateQuestion(asked.count(), asked.least(),
                new Beams(beams, asked.beams().lengthPenalty()), asked.noRepeat(), asked.sampling()));
    }

    /**
     * With beams: above 0 favours long texts, below 0 short ones.
     *
     * @param penalty the power of the length by which a text's score is divided
     */
    public Written lengthPenalty(double penalty) {
        return new Written(run, new GenerateQuestion(asked.count(), asked.least(),
                new Beams(asked.beams().number(), penalty), asked.noRepeat(), asked.sampling()));
    }

    /**
     * Never writes the same tokens in a row twice.
     *
     * @param tokens how many in a row; 0 may be written again
     */
    public Written noRepeat(int tokens) {
        return new Written(run,
                new GenerateQuestion(asked.count(), asked.least(), asked.beams(), tokens, asked.sampling()));
    }

    /** Draws each token by its probability, not always the likeliest; so do the four settings below. */
    public Written sample() {
        return with(sampling());
    }

    /**
     * Draws bolder likely tokens, below 1, or more surprises, above 1.
     *
     * <pre>{@code
     * run.generate(40).temperature(0.8).seed(1)
     * }</pre>
     */
    public Written temperature(double temperature) {
        return with(new Sampling(temperature, sampling().topK(), sampling().topP(), sampling().seed()));
    }

    /** Draws from the likeliest so many. */
    public Written topK(int topK) {
        return with(new Sampling(sampling().temperature(), topK, sampling().topP(), sampling().seed()));
    }

    /** Draws from the likeliest that together have this probability. */
    public Written topP(double topP) {
        return with(new Sampling(sampling().temperature(), sampling().topK(), topP, sampling().seed()));
    }

    /** Draws the same tokens each time; without it others each time, and a note says with which seed. */
    public Written seed(long seed) {
        return with(new Sampling(sampling().temperature(), sampling().topK(), sampling().topP(), seed));
    }

    private Sampling sampling() {
        return asked.sampling() == null ? Sampling.USUAL : asked.sampling();
    }

    private Written with(Sampling sampling) {
        return new Written(run,
                new GenerateQuestion(asked.count(), asked.least(), asked.beams(), asked.noRepeat(), sampling));
    }

    /** The text as people read it: GPT-2's with what was typed before it, BART's answer alone; with beams the best. */
    public String text() {
        return switch (found().answer()) {
            case WrittenAnswer written -> written.text();
            case FoundAnswer several -> several.text();
            default -> throw new AssertionError("no other answer is written");
        };
    }

    /** The ids of the tokens that were written, without those of what was typed. */
    public List<Integer> ids() {
        return switch (found().answer()) {
            case WrittenAnswer written -> written.generation().written();
            case FoundAnswer several -> several.written();
            default -> throw new AssertionError("no other answer is written");
        };
    }
}
