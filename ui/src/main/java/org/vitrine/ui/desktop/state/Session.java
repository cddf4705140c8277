package org.vitrine.ui.desktop.state;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.transformer.ops.Accelerator.Patience;
import org.vitrine.transformer.ops.AcceleratorListener;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.ui.desktop.work.Desk;
import org.vitrine.ui.desktop.work.Progress;
import org.vitrine.ui.desktop.work.Slot;
import org.vitrine.ui.session.Backend;
import org.vitrine.ui.session.Family;
import org.vitrine.ui.session.LoadedModel;
import org.vitrine.ui.session.ModelLookup;
import org.vitrine.ui.session.Passage;
import org.vitrine.ui.session.Texts;
import org.vitrine.weights.ModelFiles;

/**
 * What the window is about: which model reads which text, what came of it, and what of that was chosen. A model without widgets,
 * to be used in the desk's foreground only.
 */
public final class Session {
    private final Desk desk;
    private final Slot slot;
    private final Selection selection = new Selection();
    private final ObservableList<String> models = FXCollections.observableArrayList(ModelFiles.classroomNames());
    private final StringProperty model = new SimpleStringProperty(this, "model", ModelLookup.DEFAULT);
    private final ObjectProperty<Backend> backend = new SimpleObjectProperty<>(this, "backend", Backend.VECTOR);
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final StringProperty pair = new SimpleStringProperty(this, "pair", "");
    private final StringProperty message = new SimpleStringProperty(this, "message", "");
    private final ObjectProperty<Look> look;
    private final ReadOnlyObjectWrapper<Pass> pass = new ReadOnlyObjectWrapper<>(this, "pass");
    private final ReadOnlyObjectWrapper<Exhibit> read = new ReadOnlyObjectWrapper<>(this, "read");
    private final ObjectProperty<Exhibit> exhibit = new SimpleObjectProperty<>(this, "exhibit");
    private int threads = Runtime.getRuntime().availableProcessors();
    private volatile Loaded loaded;

    /** The model that was read last: it stays, for most texts are read by the same one. */
    private record Loaded(String name, Backend backend, LoadedModel model) {
    }

    /** A session in which nothing was read yet. */
    public Session(Desk desk, Look look) {
        this.desk = desk;
        this.slot = desk.slot();
        this.look = new SimpleObjectProperty<>(this, "look", look);
        desk.onFailure(message::set);
    }

    /** Where work is done. */
    public Desk desk() {
        return desk;
    }

    /** What was chosen. */
    public Selection selection() {
        return selection;
    }

    /** Which models may be chosen: names of classroom models, and folders. */
    public ObservableList<String> models() {
        return models;
    }

    /** The model to read with: a name or a folder. */
    public StringProperty modelProperty() {
        return model;
    }

    /** How the numbers are to be computed. */
    public ObjectProperty<Backend> backendProperty() {
        return backend;
    }

    /** The text to read. */
    public StringProperty textProperty() {
        return text;
    }

    /** The second text, for families that read two; empty for none. */
    public StringProperty pairProperty() {
        return pair;
    }

    /** What went wrong last, in plain words; empty if nothing did. */
    public StringProperty messageProperty() {
        return message;
    }

    /** How the window looks. */
    public ObjectProperty<Look> lookProperty() {
        return look;
    }

    /** How many threads may compute at once, from the next model on that is loaded. */
    public void setThreads(int count) {
        threads = count;
    }

    /** What was asked for when that was read which is on show, and how long it took; null before the first run. */
    public ReadOnlyObjectProperty<Pass> passProperty() {
        return pass.getReadOnlyProperty();
    }

    /** What came of the last run, without any intervention; null before the first. */
    public ReadOnlyObjectProperty<Exhibit> readProperty() {
        return read.getReadOnlyProperty();
    }

    /** Whether an exhibit is of this session's text, but with something done to the model. */
    public boolean intervened(Exhibit exhibit) {
        return exhibit.before().isPresent() || read.get() != null && read.get().trace() != exhibit.trace();
    }

    /** What all views show: what was read, or what became of it after an intervention; null before the first run. */
    public ObjectProperty<Exhibit> exhibitProperty() {
        return exhibit;
    }

    /** The run that goes on, if one does: whether it is busy, and its progress. */
    public Slot running() {
        return slot;
    }

    /** Reads the text with the model, in the background; both may be changed meanwhile. */
    public void run() {
        run(() -> {
        });
    }

    /**
     * Reads the text with the model, in the background.
     *
     * @param then what to do when it was read, for example choose something in it
     */
    public void run(Runnable then) {
        String name = model.get();
        Backend computing = backend.get();
        int most = threads;
        Texts texts = new Texts(text.get(), pair.get());
        message.set("");
        slot.start(progress -> pass(load(name, computing, most), new Pass.Question(name, computing, texts), progress),
                made -> {
                    pass.set(made.pass);
                    read.set(made.exhibit);
                    selectFor(made.exhibit);
                    exhibit.set(made.exhibit);
                    then.run();
                });
    }

    /** What came of a run. */
    private record Made(Exhibit exhibit, Pass pass) {
    }

    /** A second text is for those who read two: what another model was given may stay where it was typed. */
    private static Made pass(LoadedModel model, Pass.Question question, Progress progress) {
        progress.at(0);
        Texts typed = question.texts();
        Texts texts = model.family() == Family.GPT2 ? new Texts(typed.text(), "") : typed;
        long start = System.nanoTime();
        Exhibit made = ForwardPass.run(model, texts, progress);
        return new Made(made, new Pass(question, (System.nanoTime() - start) / 1e6));
    }

    /** Ends the run that goes on. */
    public void cancel() {
        slot.cancel();
    }

    private LoadedModel load(String name, Backend computing, int most) {
        Loaded last = loaded;
        if (last == null || !last.name.equals(name) || last.backend != computing) {
            loaded = null; // two large models at once may be too much
            last = new Loaded(name, computing, LoadedModel.load(ModelLookup.find(name),
                    computing.ops(most, Patience.ANSWER_MEANWHILE, AcceleratorListener.none())));
            loaded = last;
        }
        return last.model;
    }

    /** Chooses the place where the model predicts, and drops what another model or a shorter text does not have. */
    private void selectFor(Exhibit made) {
        Family family = made.model().family();
        List<AttentionKind> kinds = family.attentions();
        if (selection.attention().get() == null || !kinds.contains(selection.attention().get())) {
            selection.attention().set(kinds.getFirst());
        }
        AttentionKind kind = selection.attention().get();
        int layers = Math.min(made.model().layers(kind), made.model().layers());
        selection.layer().set(Math.min(selection.layer().get(), layers - 1));
        if (selection.head().get() >= made.model().heads(kind)) {
            selection.head().set(Selection.NONE);
        }
        selection.neuron().set(null);
        selection.cell().set(null);
        if (selection.tensor().get() != null && made.trace().find(selection.tensor().get()).isEmpty()) {
            selection.tensor().set(null);
        }
        Passage passage = made.passage();
        int place = passage.predictsNext() ? passage.size() - 1 : passage.masks().stream().findFirst().orElse(0);
        selection.position(Stack.ENCODER).set(family == Family.BERT ? place : Selection.NONE);
        selection.position(Stack.DECODER).set(family == Family.BERT ? Selection.NONE : place);
    }
}
