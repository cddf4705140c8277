package org.vitrine.ui.session;

import org.vitrine.tokenizer.Encoding;
import org.vitrine.tokenizer.Token;
import org.vitrine.tokenizer.Tokenizer;
import org.vitrine.tokenizer.Tokenizers;
import org.vitrine.transformer.config.ConfigFile;
import org.vitrine.transformer.config.ModelException;
import org.vitrine.transformer.gpt2.Gpt2;
import org.vitrine.transformer.gpt2.Gpt2Config;
import org.vitrine.transformer.ops.Ops;
import org.vitrine.weights.ModelFiles;

/** A model that was read once and answers many questions: configuration, weights, tokenizer. */
public final class LoadedModel {
    private final ModelFiles files;
    private final Gpt2 gpt2;
    private Tokenizer tokenizer;

    private LoadedModel(ModelFiles files, Gpt2 gpt2) {
        this.files = files;
        this.gpt2 = gpt2;
    }

    /**
     * Reads configuration and weights; {@code config.json} says which kind of model it is. The tokenizer is read when
     * it is first needed, because a model that is given ids needs none.
     *
     * @throws ModelException if this kind of model is not supported, or the configuration makes no sense
     * @throws org.vitrine.weights.WeightsException if a file is missing, broken, or not this model's
     */
    public static LoadedModel load(ModelFiles files, Ops ops) {
        ConfigFile file = ConfigFile.of(files);
        requireSupported(file, files);
        return new LoadedModel(files, Gpt2.load(files, Gpt2Config.of(file), ops));
    }

    /** Whether models of this {@code model_type} can be run. */
    public static boolean supports(String modelType) {
        return modelType.equals("gpt2");
    }

    private static void requireSupported(ConfigFile file, ModelFiles files) {
        if (file.modelType().isEmpty()) {
            throw new ModelException(
                    files.name() + "/config.json does not say what kind of model this is: 'model_type' "
                            + "is missing; supported: gpt2");
        }
        if (!supports(file.modelType())) {
            throw new ModelException(files.name() + ": a model of type '" + file.modelType()
                    + "' is not supported yet; supported: gpt2");
        }
    }

    /** What the user called the model. */
    public String name() {
        return files.name();
    }

    /** The model itself. */
    public Gpt2 gpt2() {
        return gpt2;
    }

    /** How many tokens the model can read at once. */
    public int context() {
        return gpt2.config().context();
    }

    /**
     * From text to ids and back.
     *
     * @throws org.vitrine.tokenizer.TokenizerException if the model's tokenizer files are missing or broken
     */
    public Tokenizer tokenizer() {
        if (tokenizer == null) {
            tokenizer = Tokenizers.load(files.name(), files::find);
        }
        return tokenizer;
    }

    /**
     * A text in this model's tokens.
     *
     * @throws ModelException if it is empty, longer than the model's context, or has a token that the model lacks
     */
    public Passage passage(String text) {
        Encoding encoding = tokenizer().encode(text);
        int vocabulary = gpt2.config().vocabulary();
        for (Token token : encoding.tokens()) {
            if (token.id() >= vocabulary) {
                throw new ModelException(name() + ": the tokenizer makes token " + token.id() + " ('" + token.piece()
                        + "') of this text, but the model's vocabulary ends at " + (vocabulary - 1)
                        + "; tokenizer and weights do not belong together");
            }
        }
        return passage(encoding.ids());
    }

    /**
     * Ids as a passage.
     *
     * @throws ModelException if there is none, there are more than the model's context holds, or one is not in the
     *         vocabulary
     */
    public Passage passage(int[] ids) {
        if (ids.length == 0) {
            throw new ModelException("the text is empty; a model needs at least one token to read");
        }
        if (ids.length > context()) {
            throw new ModelException("the text is " + ids.length + " tokens long, but " + name() + " reads at most "
                    + context() + "; shorten the text");
        }
        for (int id : ids) {
            if (id < 0 || id >= gpt2.config().vocabulary()) {
                throw new ModelException("token id " + id + " is outside the vocabulary of " + name() + ", 0 to "
                        + (gpt2.config().vocabulary() - 1));
            }
        }
        return new Passage(this, ids, ids.length);
    }
}
