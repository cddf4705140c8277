package org.vitrine.ui.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.vitrine.explain.Lens;
import org.vitrine.explain.LogitLens;
import org.vitrine.transformer.config.ModelException;
import org.vitrine.transformer.generate.BeamSearch;
import org.vitrine.transformer.generate.BeamStep;
import org.vitrine.transformer.generate.GenerationSettings;
import org.vitrine.transformer.generate.Generator;
import org.vitrine.transformer.generate.Generator.Generation;
import org.vitrine.transformer.generate.Hypothesis;
import org.vitrine.transformer.generate.TokenChooser;
import org.vitrine.transformer.trace.Recording;
import org.vitrine.transformer.trace.Site;
import org.vitrine.transformer.trace.Trace;

/**
 * A line of tokens in which a model predicts: GPT-2's or BERT's text, or what BART's decoder has written of an answer to
 * the encoder's text. First comes what was typed or given, then what the model wrote on, if anything. Immutable.
 */
public final class Passage {
    private final LoadedModel model;
    private final ModelInput input;
    private final int typed;

    Passage(LoadedModel model, ModelInput input, int typed) {
        this.model = model;
        this.input = input;
        this.typed = typed;
    }

    /** The model that reads it. */
    public LoadedModel model() {
        return model;
    }

    /** All that the model is given. */
    public ModelInput input() {
        return input;
    }

    /** All ids of the line; a new array each time. */
    public int[] ids() {
        return input.line().clone();
    }

    /** How many tokens there are in all. */
    public int size() {
        return input.line().length;
    }

    /** How many of them were given; the model wrote the others. */
    public int typed() {
        return typed;
    }

    /** The id at a position, counted from 0. */
    public int id(int position) {
        return input.line()[position];
    }

    /** The token at a position as people read it, leading space included. */
    public String token(int position) {
        return model.tokenizer().text(id(position));
    }

    /** The encoder's tokens as people read them, where the line is a decoder's; else none. */
    public List<String> source() {
        List<String> tokens = new ArrayList<>();
        if (input.hasDecoder()) {
            for (int id : input.ids()) {
                tokens.add(model.tokenizer().text(id));
            }
        }
        return tokens;
    }

    /** Where the line has a token that stands for a missing word. */
    public List<Integer> masks() {
        List<Integer> masks = new ArrayList<>();
        int mask = model.mask();
        for (int i = 0; i < size(); i++) {
            if (id(i) == mask) {
                masks.add(i);
            }
        }
        return masks;
    }

    /** How many tokens that stand for a missing word are in what was typed, for whichever stack. */
    public int maskCount() {
        int mask = model.mask();
        return (int) Arrays.stream(input.ids()).filter(id -> id == mask).count();
    }

    /** Whether a decoder has written what stands before a mask of the encoder's text, and is to fill it next. */
    public boolean standsAtMask() {
        return input.hasDecoder() && typed <= input.ids().length && input.ids()[typed - 1] == model.mask();
    }

    /** Whether the model predicts the token after those that it has read, not one in their midst. */
    public boolean predictsNext() {
        return model.network().unembedding().predictsNext();
    }

    /**
     * The place of the predicted token when none is named: after what was given, or where the first mask is.
     *
     * @throws ModelException if the model fills masks and there is none
     */
    public int usualPlace() {
        if (predictsNext()) {
            return typed;
        }
        if (masks().isEmpty()) {
            throw new ModelException(model.name() + " is " + model.family().title() + ", which fills masks, and this "
                    + "text has none; put [MASK] where a word is missing");
        }
        return masks().getFirst();
    }

    /**
     * This passage, if there is room for a token after it.
     *
     * @throws ModelException if it fills all that the model can read
     */
    public Passage withRoom() {
        if (size() >= model.context()) {
            throw new ModelException("the text fills all " + model.context() + " tokens that " + model.name()
                    + " can read, so nothing can be written after it; shorten the text");
        }
        return this;
    }

    /**
     * What the model writes after this passage.
     *
     * @throws ModelException if this kind of model does not write
     */
    public Generation generate(int count, TokenChooser chooser, int end, IntConsumer listener) {
        return new Generator(model.network().draft(input)).generate(input.line(), count, chooser, end, listener);
    }

    /** What the model writes after this passage, token by token, as the settings have it. */
    public Generation generate(GenerationSettings settings, TokenChooser chooser, IntConsumer listener) {
        return new Generator(model.network().draft(input)).generate(input.line(), settings, chooser, listener);
    }

    /** What the model writes after this passage when it weighs several texts side by side, best first. */
    public List<Hypothesis> search(GenerationSettings settings, Consumer<BeamStep> listener) {
        return new BeamSearch(model.network().draft(input), settings).search(input.line(), listener);
    }

    /** This passage and what the model wrote after it. */
    public Passage with(Generation generation) {
        int[] all = generation.ids().stream().mapToInt(Integer::intValue).toArray();
        return new Passage(model, input.withLine(all), typed);
    }

    /** This passage and what a beam search wrote after it. */
    public Passage with(Hypothesis hypothesis) {
        return new Passage(model, input.withLine(hypothesis.ids().stream().mapToInt(Integer::intValue).toArray()),
                typed);
    }

    /** This passage, written on greedily until it has that many tokens; nothing is done where it is long enough. */
    public Passage atLeast(int length) {
        // An end token is no reason to stop: a place was asked for, and the place is to be reached.
        return length <= size() ? this : with(generate(length - size(), TokenChooser.greedy(), -1, id -> {}));
    }

    /** The stream after the embeddings and after each layer, which a lens reads, and the next-sentence scores if there are. */
    public Trace streams() {
        Recording recording = Recording.only(name -> name.site() == Site.RESID || name.site() == Site.NSP);
        model.forward(input, recording);
        return recording.trace();
    }

    /** The lens for this passage's model. */
    public LogitLens lens(Lens lens) {
        return new LogitLens(model.network().unembedding(), lens, model.tokenizer()::text);
    }

    /** What a lens does to this passage's model. */
    public String explanation(Lens lens) {
        return lens.explanation(model.network().unembedding());
    }
}
