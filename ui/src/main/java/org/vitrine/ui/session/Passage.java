package org.vitrine.ui.session;

import java.util.function.IntConsumer;
import org.vitrine.explain.Lens;
import org.vitrine.explain.LogitLens;
import org.vitrine.transformer.config.ModelException;
import org.vitrine.transformer.generate.Draft;
import org.vitrine.transformer.generate.Generator;
import org.vitrine.transformer.generate.Generator.Generation;
import org.vitrine.transformer.generate.TokenChooser;
import org.vitrine.transformer.trace.Recording;
import org.vitrine.transformer.trace.Site;
import org.vitrine.transformer.trace.Trace;

/** A text in a model's tokens: first what was typed, then what the model wrote on, if anything. Immutable. */
public final class Passage {
    private final LoadedModel model;
    private final int[] ids;
    private final int typed;

    Passage(LoadedModel model, int[] ids, int typed) {
        this.model = model;
        this.ids = ids.clone();
        this.typed = typed;
    }

    /** The model that reads it. */
    public LoadedModel model() {
        return model;
    }

    /** All ids; a new array each time. */
    public int[] ids() {
        return ids.clone();
    }

    /** How many tokens there are in all. */
    public int size() {
        return ids.length;
    }

    /** How many of them were typed; the model wrote the others. */
    public int typed() {
        return typed;
    }

    /** The id at a position, counted from 0. */
    public int id(int position) {
        return ids[position];
    }

    /** The token at a position as people read it, leading space included. */
    public String token(int position) {
        return model.tokenizer().text(ids[position]);
    }

    /** The token at a position as the vocabulary has it; empty where the vocabulary lacks the id. */
    public String piece(int position) {
        return model.tokenizer().vocabulary().contains(ids[position])
                ? model.tokenizer().vocabulary().piece(ids[position])
                : "";
    }

    /**
     * This passage, if there is room for a token after it.
     *
     * @throws ModelException if it fills all that the model can read
     */
    public Passage withRoom() {
        if (ids.length >= model.context()) {
            throw new ModelException("the text fills all " + model.context() + " tokens that " + model.name()
                    + " can read, so nothing can be written after it; shorten the text");
        }
        return this;
    }

    /** What the model writes after this passage. */
    public Generation generate(int count, TokenChooser chooser, int end, IntConsumer listener) {
        return new Generator(Draft.of(model.gpt2())).generate(ids, count, chooser, end, listener);
    }

    /** This passage and what the model wrote after it. */
    public Passage with(Generation generation) {
        int[] all = new int[generation.ids().size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = generation.ids().get(i);
        }
        return new Passage(model, all, typed);
    }

    /** This passage, written on greedily until it has that many tokens; nothing is done where it is long enough. */
    public Passage atLeast(int length) {
        // An end token is no reason to stop: a place was asked for, and the place is to be reached.
        return length <= ids.length
                ? this
                : with(generate(length - ids.length, TokenChooser.greedy(), -1, id -> {}));
    }

    /** The stream after the embeddings and after each layer: what a lens reads. */
    public Trace streams() {
        Recording recording = Recording.only(name -> name.site() == Site.RESID);
        model.gpt2().forward(ids, recording);
        return recording.trace();
    }

    /** The lens for this passage's model. */
    public LogitLens lens(Lens lens) {
        return new LogitLens(model.gpt2(), lens, model.tokenizer()::text);
    }

    /** What a lens does to this passage's model. */
    public String explanation(Lens lens) {
        return lens.explanation(model.gpt2());
    }
}
