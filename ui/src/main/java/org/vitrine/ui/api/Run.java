package org.vitrine.ui.api;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.explain.whatif.Change;
import org.vitrine.explain.whatif.HeadChange;
import org.vitrine.explain.whatif.Intervention;
import org.vitrine.explain.whatif.NeuronChange;
import org.vitrine.explain.whatif.Overflow;
import org.vitrine.transformer.trace.Recording;
import org.vitrine.transformer.trace.Trace;
import org.vitrine.ui.answer.Answer;
import org.vitrine.ui.answer.Choice;
import org.vitrine.ui.answer.Page;
import org.vitrine.ui.answer.Question;
import org.vitrine.ui.answer.ReadAnswer;
import org.vitrine.ui.answer.TensorAnswer;
import org.vitrine.ui.answer.TensorQuestion;
import org.vitrine.ui.answer.WritingAnswer;
import org.vitrine.ui.session.Interventions;
import org.vitrine.ui.session.LoadedModel;
import org.vitrine.ui.session.Reading;
import org.vitrine.ui.session.Texts;

/**
 * A text, or a pair of texts, that a model reads, and what can be asked about it. Each question has the settings and the defaults
 * of the command of that name.
 *
 * <pre>{@code
 * Run run = Vitrine.load("classroom-gpt2").run("The keys to the cabinet");
 * run.predictions().layer(5)
 * run.tensor("decoder.5.attn.pattern")
 * run.withoutHead(4, 1).changes()
 * }</pre>
 */
public final class Run {
    private final LoadedModel model;
    private final Texts texts;
    private final Reading reading;
    private final Run before;
    private Trace trace;

    /** @param before the same without interventions; null where there are none */
    private Run(LoadedModel model, Texts texts, Run before) {
        this.model = model;
        this.texts = texts;
        this.reading = Reading.of(model, model.input(texts.text(), texts.pair(), true));
        this.before = before;
    }

    static Run of(LoadedModel model, Texts texts) {
        return new Run(model, texts, null);
    }

    /** What is done while the model computes. */
    List<String> sentences() {
        return model.interventions().all().stream().map(Intervention::sentence).toList();
    }

    /** What comes of a question about the texts; of a text that is written, the text. */
    Found ask(Question<?> question) {
        JavaAsker asker = new JavaAsker();
        question.check(asker);
        Answer answer = question.open(model, asker).apply(texts);
        if (answer instanceof WritingAnswer writing) {
            answer = writing.written();
        }
        return found(answer, asker);
    }

    /** What a tensor of the pass looks like. */
    Found look(TensorQuestion question) {
        JavaAsker asker = new JavaAsker();
        TensorAnswer answer = question.answer(texts, reading, trace(), asker);
        return found(before == null ? answer : answer.after(), asker);
    }

    private Found found(Answer answer, JavaAsker asker) {
        List<String> notes = new ArrayList<>(asker.notes());
        notes.addAll(sentences());
        return new Found(answer, notes);
    }

    /**
     * What each layer would say at one place: Ecco's layer predictions. Like {@code vitrine predictions}.
     *
     * <pre>{@code
     * run.predictions()
     * run.predictions().position(7).layer(5).topk(20)
     * }</pre>
     */
    public Predictions predictions() {
        return new Predictions(this);
    }

    /**
     * How each layer ranks the tokens that the model writes: Ecco's rankings. Like {@code vitrine rankings}.
     *
     * <pre>{@code
     * run.rankings().generate(5)
     * }</pre>
     */
    public Rankings rankings() {
        return new Rankings(this);
    }

    /**
     * How each layer ranks some words at one place, and which of them is ahead: Ecco's rankings watch. Like {@code vitrine
     * rankings-watch}.
     *
     * <pre>{@code
     * run.rankingsWatch(" is", " are").position(5)
     * }</pre>
     *
     * @param words tokens, each with its leading space where the model writes one
     */
    public RankingsWatch rankingsWatch(String... words) {
        return new RankingsWatch(this, List.of(words));
    }

    /**
     * Groups of neurons that fire together, ten of them: Ecco's NMF. Like {@code vitrine activations}.
     *
     * <pre>{@code
     * run.activations()
     * }</pre>
     */
    public Activations activations() {
        return new Activations(this);
    }

    /**
     * Groups of neurons that fire together.
     *
     * <pre>{@code
     * run.activations(4).layers(0, 3).seed(1)
     * }</pre>
     *
     * @param components how many groups, at most one a token
     */
    public Activations activations(int components) {
        return activations().components(components);
    }

    /**
     * Where each token looks in one layer: BertViz' head view. Like {@code vitrine attention-head-view}.
     *
     * <pre>{@code
     * run.attentionHeadView().layer(5).heads(0, 3)
     * }</pre>
     */
    public HeadView attentionHeadView() {
        return new HeadView(this);
    }

    /**
     * One head's arithmetic for one token: BertViz' neuron view. Like {@code vitrine attention-neuron-view}.
     *
     * <pre>{@code
     * run.attentionNeuronView().layer(5).head(3).position(4)
     * }</pre>
     */
    public NeuronView attentionNeuronView() {
        return new NeuronView(this);
    }

    /**
     * What all heads of all layers look at: BertViz' model view. Like {@code vitrine attention-model-view}.
     *
     * <pre>{@code
     * run.attentionModelView()
     * }</pre>
     */
    public ModelView attentionModelView() {
        return new ModelView(this);
    }

    /**
     * What the model writes after the text, or BART about it: as its {@code generation_config.json} has it, GPT-2 the likeliest
     * token each time, at most 20. Like {@code vitrine generate}.
     */
    public Written generate() {
        return new Written(this);
    }

    /**
     * The same with another number of tokens at most.
     *
     * <pre>{@code
     * run.generate(40).temperature(0.8).seed(1)
     * }</pre>
     *
     * @param tokens 1 or more
     */
    public Written generate(int tokens) {
        return generate().tokens(tokens);
    }

    /** The text's tokens, and the steps that made them; of BART the encoder's. Like {@code vitrine tokenize}. */
    public Tokens tokens() {
        return Tokens.of(model.name(), model.tokenizer(),
                new Texts(texts.text(), model.tokenizer().readsPairs() ? texts.pair() : ""));
    }

    /**
     * Every intermediate tensor of one pass over the text, in the order of computation, as {@code vitrine trace} writes them to a
     * file. BART's decoder reads the second text, or the text again, shifted. Computed once.
     *
     * @throws IllegalArgumentException if an intervention does not fit the model or the text; says what is possible
     */
    public synchronized Trace trace() {
        if (trace == null) {
            Recording recording = Recording.everything();
            model.forward(reading.input(), recording);
            Trace whole = recording.trace();
            model.fetch(whole);
            trace = whole;
        }
        return trace;
    }

    /**
     * One intermediate tensor of that pass, to be looked at: its numbers between the tokens, its statistics, a heat map.
     *
     * <pre>{@code
     * run.tensor("decoder.5.attn.pattern").head(3)         // of [H, T, S] one head's matrix: who looks, who is looked at
     * run.tensor("decoder.5.mlp.resid").numbers().rows(4)  // [1, d]: the stream at the fifth token
     * run.tensor("head.logits").svg(Path.of("logits.svg")) // [T, V]: the score of every vocabulary entry after each token
     * }</pre>
     *
     * @param name such as {@code encoder.0.attn.q} or {@code decoder.embed.resid}; {@code trace().names()} lists all
     */
    public TensorView tensor(String name) {
        return new TensorView(this, name);
    }

    /**
     * What if this head brought nothing back? Of the model's own attention; of BART's encoder.
     *
     * <pre>{@code
     * run.withoutHead(4, 1).changes()
     * run.withoutHead(4, 1).predictions()
     * }</pre>
     *
     * @return the same text, read without the head; all that was done before is done there, too
     * @throws IllegalArgumentException if the model has no such head; says which there are
     */
    public Run withoutHead(int layer, int head) {
        return withoutHead(model.family().attentions().getFirst().toString(), layer, head);
    }

    /**
     * The same in one of BART's attentions.
     *
     * @param attention {@code encoder}, {@code decoder} or {@code cross}
     */
    public Run withoutHead(String attention, int layer, int head) {
        AttentionKind kind = Choice.of("attention", attention, AttentionKind.values());
        return with(new HeadChange(kind, layer, head, Intervention.ALL, new Change.Zero()));
    }

    /**
     * What if this neuron never fired? Of the model's only stack; of BART's encoder.
     *
     * <pre>{@code
     * run.withoutNeuron(5, 17).changes()
     * }</pre>
     *
     * @param neuron its place in {@code mlp.act}, 0 to f − 1
     * @throws IllegalArgumentException if the model has no such neuron; says which there are
     */
    public Run withoutNeuron(int layer, int neuron) {
        return with(new NeuronChange(model.family().stacks().getFirst(), layer, neuron, Intervention.ALL,
                new Change.Zero()));
    }

    /**
     * What if something else were otherwise? Anything that the window's panel can do: weaken a head at one token, take away a
     * token's stream, take numbers from another text.
     *
     * <pre>{@code
     * run.with(new HeadChange(AttentionKind.DECODER, 5, 3, 4, new Change.Scale(0.5f)))
     * run.with(new StreamChange(Stack.DECODER, 2, 1, new Change.Mean()))
     * }</pre>
     *
     * @return the same text, read so; all that was done before is done there, too, and before it
     * @throws IllegalArgumentException if it does not fit the model or the text, or makes numbers grow beyond all bounds
     */
    public Run with(Intervention intervention) {
        Run first = before();
        Interventions all = model.interventions().and(intervention,
                text -> of(first.model, new Texts(text, texts.pair())).trace());
        intervention.objection(first.trace(), all.sources()).ifPresent(why -> {
            throw new IllegalArgumentException(why);
        });
        Run after = new Run(first.model.with(all), texts, first);
        Overflow.first(after.trace()).ifPresent(name -> {
            throw new IllegalArgumentException("with this the numbers grow beyond all bounds, from " + name
                    + " on; scale by less");
        });
        return after;
    }

    /** The same text, read as it is; this run where nothing is intervened in. */
    public Run before() {
        return before == null ? this : before;
    }

    /**
     * What the interventions changed of what each layer would say.
     *
     * <pre>{@code
     * run.withoutHead(4, 1).changes().topk(3)
     * }</pre>
     *
     * @throws IllegalStateException if there is none
     */
    public Changes changes() {
        if (before == null) {
            throw new IllegalStateException(
                    "nothing was changed; say what first, as in run.withoutHead(4, 1).changes()");
        }
        return new Changes(this, before.model);
    }

    /** What is read: the model, its tokens, and what is done to it. */
    @Override
    public String toString() {
        return Page.text(new ReadAnswer(texts, reading), sentences(), Explanation.columns(), false);
    }
}
