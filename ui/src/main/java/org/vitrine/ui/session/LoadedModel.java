package org.vitrine.ui.session;

import java.util.List;
import java.util.Optional;
import org.vitrine.explain.arithmetic.Arithmetic;
import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.tokenizer.Encoding;
import org.vitrine.tokenizer.Token;
import org.vitrine.tokenizer.Tokenizer;
import org.vitrine.tokenizer.Tokenizers;
import org.vitrine.transformer.config.ConfigFile;
import org.vitrine.transformer.config.ModelException;
import org.vitrine.transformer.config.TokenIds;
import org.vitrine.transformer.generate.Draft;
import org.vitrine.transformer.generate.GenerationSettings;
import org.vitrine.transformer.ops.Ops;
import org.vitrine.transformer.trace.Recorder;
import org.vitrine.transformer.trace.Trace;
import org.vitrine.weights.Checkpoint;
import org.vitrine.weights.ModelFiles;

/**
 * A model that was read once and answers many questions: configuration, weights, tokenizer. Any number of threads may ask at
 * once; each gets the numbers that it would get alone. A thread that is interrupted gets a {@link
 * org.vitrine.transformer.ops.CancelledException} from whatever computes.
 */
public final class LoadedModel {
    private final ModelFiles files;
    private final Network network;
    private final Optional<String> taskHead;
    private final Interventions interventions;
    private Tokenizer tokenizer;

    private LoadedModel(ModelFiles files, Network network, Optional<String> taskHead, Interventions interventions) {
        this.files = files;
        this.network = network;
        this.taskHead = taskHead;
        this.interventions = interventions;
    }

    /**
     * Reads configuration and weights; {@code config.json} says which kind of model it is. The tokenizer is read when
     * it is first needed, because a model that is given ids needs none.
     *
     * @throws ModelException if this kind of model is not supported, or the configuration makes no sense
     * @throws org.vitrine.weights.WeightsException if a file is missing, broken, or not this model's
     */
    public static LoadedModel load(ModelFiles files, Ops ops) {
        ConfigFile config = ConfigFile.of(files);
        Family family = Family.of(config);
        Family.checkStorage(config);
        try (Checkpoint checkpoint = Checkpoint.open(files)) {
            Network network = Network.load(family, checkpoint, config, ops);
            return new LoadedModel(files, network, TaskHead.sentence(family.inventory(checkpoint, config), config),
                    Interventions.NONE);
        }
    }

    /**
     * The same model, in which these interventions, and no others, are done in every pass; it shares weights and tokenizer. It
     * writes more slowly, for it reads a text anew for each token.
     */
    public LoadedModel with(Interventions others) {
        LoadedModel other = new LoadedModel(files, network, taskHead, others);
        other.tokenizer = tokenizer();
        return other;
    }

    /** What is done to the numbers whenever it computes, in that order; see {@link #with}. */
    public Interventions interventions() {
        return interventions;
    }

    /** What the user called the model. */
    public String name() {
        return files.name();
    }

    /** Which kind of model it is. */
    public Family family() {
        return network.family();
    }

    /** How many tokens the model can read at once. */
    public int context() {
        return network.limits().context();
    }

    /** How many tokens the model knows. */
    public int vocabulary() {
        return network.limits().vocabulary();
    }

    /** How many layers the stack has that speaks the vocabulary's language. */
    public int layers() {
        return network.layers();
    }

    /** How many layers have this attention. */
    public int layers(AttentionKind kind) {
        return network.layers(kind);
    }

    /** How many heads it has in each. */
    public int heads(AttentionKind kind) {
        return network.heads(kind);
    }

    /** The token that ends a text that the model writes, −1 if there is none. */
    public int end() {
        return network.end();
    }

    /** How this model is meant to write. */
    public GenerationSettings settings() {
        return GenerationSettings.of(files, vocabulary());
    }

    /** Which heads this checkpoint lacks, for the end of a message; empty if it has all that its kind of model can have. */
    public String absentHeads() {
        List<String> absent = network instanceof BertNetwork bert ? bert.absentHeads() : List.of();
        return absent.isEmpty() ? "" : "; this checkpoint has no " + String.join(" and no ", absent);
    }

    /** What the model's files ask for when it writes, and what is not followed here. */
    public List<String> leftOut() {
        return GenerationSettings.leftOut(files);
    }

    /** That a head for another task was left out, as {@code its … head (…) is left out; …}; nothing if there is none. */
    public Optional<String> taskHead() {
        return taskHead;
    }

    /**
     * Runs the model once, for what is recorded on the way.
     *
     * @throws IllegalArgumentException if this model has interventions, see {@link #with}, and one does not fit the model or the
     *     text; says what is possible
     */
    public void forward(ModelInput input, Recorder recorder) {
        interventions.forward(network, input, recorder);
    }

    /** The input's line, to be written on; see {@link Network#draft}. */
    Draft draft(ModelInput input) {
        boolean asItIs = interventions.none() || family() == Family.BERT; // which does not write, and says so
        return asItIs ? network.draft(input) : new RereadingDraft(this, input);
    }

    /** Brings all numbers of a pass of this model here, if a device holds them; only then has all been computed. */
    public void fetch(Trace trace) {
        network.fetch(trace.tensors());
    }

    /**
     * From text to ids and back.
     *
     * @throws org.vitrine.tokenizer.TokenizerException if the model's tokenizer files are missing or broken
     */
    public synchronized Tokenizer tokenizer() {
        if (tokenizer == null) {
            tokenizer = Tokenizers.load(files.name(), files::find);
        }
        return tokenizer;
    }

    /**
     * The equation behind every number that this model computed.
     *
     * @param trace all that it computed
     * @param input what it read
     */
    public Arithmetic arithmetic(Trace trace, ModelInput input) {
        return switch (network) {
            case Gpt2Network gpt2 -> Arithmetic.of(gpt2.model(), input.ids(), trace);
            case BertNetwork bert -> Arithmetic.of(bert.model(), input.ids(), input.segments(), trace);
            case BartNetwork bart -> Arithmetic.of(bart.model(), input.ids(), input.decoderIds(), trace);
        };
    }

    Network network() {
        return network;
    }

    /**
     * A text in this model's tokens, ready for predictions: BART's decoder stands before its first word, or where the
     * text's first mask is, having written what comes before it.
     *
     * @param pair BERT's second text, or what BART's decoder has written so far; empty for none
     * @throws ModelException if it is empty, longer than the model's context, or has a token that the model lacks
     */
    public Passage passage(String text, String pair) {
        if (!(network instanceof BartNetwork bart)) {
            return passage(network.input(encode(text, pair)));
        }
        Encoding encoding = encode(text, "");
        if (!pair.isEmpty()) {
            return passage(bart.input(encoding, encode(pair, "").ids(), true));
        }
        int[] ids = encoding.ids();
        int mask = indexOf(mask(), ids);
        return passage(bart.begun(ids, mask < 0 ? 1 : mask));
    }

    /**
     * A text to write after: BART's decoder has read nothing but its start token.
     *
     * @throws ModelException as for {@link #passage(String, String)}, and if this kind of model does not write
     */
    public Passage prompt(String text) {
        ModelInput input = switch (network) {
            case Gpt2Network gpt2 -> gpt2.input(encode(text, ""));
            case BertNetwork bert -> throw bert.doesNotWrite();
            case BartNetwork bart -> bart.begun(encode(text, "").ids(), 0);
        };
        return passage(input);
    }

    /**
     * A text as the model reads it by itself: BART's decoder is to write the encoder's text again.
     *
     * @param pair BERT's second text, or what BART's decoder reads; empty for none
     * @param shifted whether BART's decoder reads its text as when it writes it: behind the start token, without the
     *     last one
     * @throws ModelException as for {@link #passage(String, String)}
     */
    public ModelInput input(String text, String pair, boolean shifted) {
        if (network instanceof BartNetwork bart && !pair.isEmpty()) {
            return checked(bart.input(encode(text, ""), encode(pair, "").ids(), shifted));
        }
        return checked(network.input(encode(text, pair)));
    }

    /**
     * A text as a class looks at it: as by itself, but BART's decoder stands at the text's first mask where there is one and
     * nothing else for it to read.
     *
     * @throws ModelException as for {@link #passage(String, String)}
     */
    public ModelInput inputToShow(String text, String pair) {
        ModelInput input = input(text, pair, true);
        boolean fills = pair.isEmpty() && input.hasDecoder() && indexOf(mask(), input.ids()) >= 0;
        return fills ? passage(text, pair).input() : input;
    }

    /**
     * Ids as they are.
     *
     * @param segments for BERT; null for a single text
     * @param decoderIds for BART; null for the shifted ids
     * @throws ModelException if this model takes no such ids, there are none or too many, or one is not in the vocabulary
     */
    public ModelInput input(int[] ids, int[] segments, int[] decoderIds) {
        if (segments != null && network.family() != Family.BERT) {
            throw new ModelException("only BERT has segments; " + name() + " is " + family().title());
        }
        if (decoderIds != null && network.family() != Family.BART) {
            throw new ModelException("only BART has a decoder that reads a text of its own; " + name() + " is "
                    + family().title());
        }
        if (segments != null && segments.length != ids.length) {
            throw new ModelException("there are " + ids.length + " ids but " + segments.length
                    + " segments; each id has one, 0 or 1");
        }
        return checked(switch (network) {
            case Gpt2Network gpt2 -> ModelInput.text(ids);
            case BertNetwork bert -> ModelInput.segmented(ids, segments == null ? new int[ids.length] : segments);
            case BartNetwork bart -> ModelInput.twoStacks(ids,
                    decoderIds == null ? bart.model().config().shifted(ids) : decoderIds);
        });
    }

    /**
     * A line of tokens in which the model predicts, of which it wrote none.
     *
     * @throws ModelException if it is empty, longer than the model's context, or has a token that the model lacks
     */
    public Passage passage(ModelInput input) {
        return new Passage(this, checked(input), input.line().length);
    }

    /** The id of the token that stands for a missing word, −1 if there is none. */
    int mask() {
        return tokenizer().vocabulary().mask().map(token -> token.id()).orElse(-1);
    }

    private static int indexOf(int wanted, int[] ids) {
        for (int i = 0; i < ids.length; i++) {
            if (ids[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    private Encoding encode(String text, String pair) {
        if (!pair.isEmpty() && !tokenizer().readsPairs()) {
            throw new ModelException(name() + " is " + family().title() + ", which reads one text at a time; leave the "
                    + "second text out, or take a model that reads two, such as -m classroom-bert");
        }
        Encoding encoding = tokenizer().encode(text, pair);
        for (Token token : encoding.tokens()) {
            if (token.id() >= vocabulary()) {
                throw new ModelException(name() + ": the tokenizer makes token " + token.id() + " ('" + token.piece()
                        + "') of this text, but the model's vocabulary ends at " + (vocabulary() - 1)
                        + outOfReach(token));
            }
        }
        return encoding;
    }

    /** Some real models were trained without a token that their tokenizer has: bart-large-cnn without its mask. */
    private String outOfReach(Token token) {
        return token.id() == mask()
                ? "; this model was trained without a mask, so it cannot fill one"
                : "; tokenizer and weights do not belong together";
    }

    private ModelInput checked(ModelInput input) {
        TokenIds.check(input.ids(), "the text", 0, network.limits());
        if (input.hasDecoder() || family() == Family.BART) {
            TokenIds.check(input.decoderIds(), "the decoder's text", 0, network.limits());
        }
        return input;
    }
}
