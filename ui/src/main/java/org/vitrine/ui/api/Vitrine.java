package org.vitrine.ui.api;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.vitrine.transformer.config.ModelException;
import org.vitrine.transformer.ops.Accelerator.Patience;
import org.vitrine.transformer.ops.AcceleratorListener;
import org.vitrine.ui.answer.Choice;
import org.vitrine.ui.session.Backend;
import org.vitrine.ui.session.LoadedModel;
import org.vitrine.ui.session.ModelCache;
import org.vitrine.ui.session.ModelLookup;
import org.vitrine.ui.session.Texts;
import org.vitrine.weights.ModelFiles;

/**
 * A model that was loaded and reads texts. Any number of threads may use it at once; each gets the numbers that it would get
 * alone.
 *
 * <pre>{@code
 * Vitrine gpt2 = Vitrine.load("classroom-gpt2");
 * System.out.println(gpt2.run("The keys to the cabinet").rankings());
 * }</pre>
 */
public final class Vitrine {
    /** The classroom models never change, so each is read once on each back end. */
    private static final Map<Key, LoadedModel> CLASSROOM = new ConcurrentHashMap<>();

    private static final String VECTOR_API = "jdk.incubator.vector";

    private record Key(String name, Backend backend) {
    }

    private final LoadedModel model;
    private final Backend backend;

    private Vitrine(LoadedModel model, Backend backend) {
        this.model = model;
        this.backend = backend;
    }

    /**
     * Loads a model.
     *
     * <pre>{@code
     * Vitrine.load("classroom-bert")
     * Vitrine.load("distilgpt2")
     * }</pre>
     *
     * @param model as after {@code -m}: a classroom model ({@code classroom-gpt2}, {@code classroom-bert}, {@code
     *     classroom-bart}), the folder of a model, or the id of one in the local Hugging Face cache, perhaps with {@code @REVISION}
     * @throws org.vitrine.transformer.config.ModelException if there is none, or it is of another kind; says what to do
     * @throws org.vitrine.weights.WeightsException if a file is missing or broken; says which and why
     */
    public static Vitrine load(String model) {
        return load(model, Backend.VECTOR);
    }

    /**
     * Loads a model that computes in a certain way.
     *
     * @param backend {@code scalar}: plain loops; {@code vector}: the same numbers, faster; {@code gpu}: on a device that TornadoVM
     *     finds, for which Java must have been started with TornadoVM's options
     * @throws IllegalArgumentException if there is no such back end
     * @throws ModelException as for {@link #load(String)}, and on the class path if Java was started without the Vector API
     * @throws org.vitrine.transformer.ops.AcceleratorException if there is no device; says what is missing
     */
    public static Vitrine load(String model, String backend) {
        return load(model, Choice.of("backend", backend, Backend.values()));
    }

    private static Vitrine load(String model, Backend chosen) {
        ModelFiles files = ModelLookup.find(model);
        boolean shared = ModelFiles.classroomNames().contains(model);
        LoadedModel loaded = shared
                ? CLASSROOM.computeIfAbsent(new Key(model, chosen), key -> read(files, chosen))
                : read(files, chosen);
        return new Vitrine(loaded, chosen);
    }

    private static LoadedModel read(ModelFiles files, Backend backend) {
        if (backend != Backend.SCALAR && ModuleLayer.boot().findModule(VECTOR_API).isEmpty()) {
            throw new ModelException(
                    "Java was started without its Vector API; start it with --add-modules " + VECTOR_API
                            + ", or load the model with the back end \"scalar\", which computes the same, slowly");
        }
        int threads = Backend.usualThreads();
        return LoadedModel.load(files, backend.ops(threads, Patience.WAIT, AcceleratorListener.none()));
    }

    /**
     * The models that are here, as {@code vitrine models} lists them.
     *
     * <pre>{@code
     * Vitrine.models().names()
     * }</pre>
     */
    public static Models models() {
        return new Models(ModelCache.ofUser());
    }

    /** Lines to try in JShell. */
    public static Examples examples() {
        return Examples.read();
    }

    /**
     * The same model on another back end.
     *
     * <pre>{@code
     * Vitrine.load("classroom-gpt2").on("scalar")
     * }</pre>
     *
     * @param backend as for {@link #load(String, String)}
     */
    public Vitrine on(String backend) {
        return load(model.name(), backend);
    }

    /** What it was called when it was loaded. */
    public String name() {
        return model.name();
    }

    /**
     * Reads a text.
     *
     * <pre>{@code
     * Vitrine.load("classroom-gpt2").run("The keys to the cabinet")
     * }</pre>
     *
     * @param text a leading space counts: GPT-2 writes words with the space before them
     * @throws org.vitrine.transformer.config.ModelException if it is empty, or longer than the model can read
     */
    public Run run(String text) {
        return run(text, "");
    }

    /**
     * Reads a text and a second one: BERT both of them, BART's decoder the second.
     *
     * <pre>{@code
     * Vitrine.load("classroom-bert").run("The cat sat on the mat", "The cat lay on the rug")
     * }</pre>
     *
     * @throws org.vitrine.transformer.config.ModelException as for one text, and if the model reads one at a time
     */
    public Run run(String text, String pair) {
        return Run.of(model, new Texts(text, pair));
    }

    /**
     * A text's tokens and the steps that made them.
     *
     * <pre>{@code
     * Vitrine.load("classroom-gpt2").tokenize("Zorba Kalthin lived in a small house.")
     * }</pre>
     */
    public Tokens tokenize(String text) {
        return tokenize(text, "");
    }

    /**
     * The same of two texts.
     *
     * @throws org.vitrine.transformer.config.ModelException if the model reads one at a time
     */
    public Tokens tokenize(String text, String pair) {
        return Tokens.of(model.name(), model.tokenizer(), new Texts(text, pair));
    }

    /** What it is: {@code classroom-gpt2: GPT-2, …, on vector}. */
    @Override
    public String toString() {
        return model.name() + ": " + model.family().title() + ", on the back end " + backend
                + model.taskHead().map(head -> "; " + head).orElse("");
    }
}
