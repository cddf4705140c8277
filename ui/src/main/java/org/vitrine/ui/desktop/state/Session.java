package org.vitrine.ui.desktop.state;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.transformer.ops.Accelerator;
import org.vitrine.transformer.ops.AcceleratorException;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.ui.desktop.work.Desk;
import org.vitrine.ui.desktop.work.Slot;
import org.vitrine.ui.session.Backend;
import org.vitrine.ui.session.Family;
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
    private final Device device;
    private final Reader reader;
    private Reader.Made shown;
    private Pass.Question asked;
    private int threads = Runtime.getRuntime().availableProcessors();

    /** A session in which nothing was read yet. */
    public Session(Desk desk, Look look) {
        this(desk, look, Accelerator::find);
    }

    /**
     * A session in which nothing was read yet.
     *
     * @param accelerator gives what the GPU back end computes with; asked in the background
     */
    public Session(Desk desk, Look look, Supplier<Optional<Accelerator>> accelerator) {
        this.desk = desk;
        this.slot = desk.slot();
        this.look = new SimpleObjectProperty<>(this, "look", look);
        this.device = new Device(slot, desk, accelerator, message::set, this::reread);
        this.reader = new Reader(accelerator, device::watch);
        desk.onFailure(message::set);
        backend.subscribe((before, now) -> {
            if (now == Backend.GPU) {
                device.ask(this::missing);
            }
        });
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

    /** The device that computes, if one does. */
    public Device device() {
        return device;
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

    /**
     * Reads the text with the model, in the background; both may be changed meanwhile. Where there is no device for the GPU back
     * end, what is on show stays.
     */
    public void run() {
        run(() -> {
        }, pass.get() == null);
    }

    /**
     * Reads the text with the model, in the background, and where there is no device for the GPU back end, with the vector back
     * end.
     *
     * @param then what to do when it was read, for example choose something in it
     */
    public void run(Runnable then) {
        run(then, true);
    }

    private void run(Runnable then, boolean anyhow) {
        Pass.Question question = new Pass.Question(model.get(), backend.get(), new Texts(text.get(), pair.get()));
        int most = threads;
        asked = question;
        message.set("");
        slot.start(progress -> reader.read(question, most, progress), made -> {
            note(made);
            selectFor(made.exhibit());
            exhibit.set(made.exhibit());
            then.run();
            device.shown(made.watch(), made.pass().onDevice(), false);
        }, e -> failed(e, then, anyhow));
    }

    private void note(Reader.Made made) {
        shown = made;
        pass.set(made.pass());
        read.set(made.exhibit());
    }

    private void failed(Throwable e, Runnable then, boolean anyhow) {
        if (!(e instanceof AcceleratorException)) {
            desk.failed(e);
        } else if (anyhow) {
            withoutDevice(e, Backend.VECTOR);
            String why = message.get();
            run(then);
            message.set(why); // to be read while the other back end computes
        } else {
            withoutDevice(e, kept());
        }
    }

    /** The back end that computed what is on show. */
    private Backend kept() {
        return pass.get() == null ? Backend.VECTOR : pass.get().question().backend();
    }

    /** A run that goes on finds out itself that there is no device; one that has already found out has said so. */
    private void missing(Throwable e) {
        boolean asking = slot.busyProperty().get() && asked.backend() == Backend.GPU;
        if (backend.get() == Backend.GPU && !asking) {
            withoutDevice(e, kept());
        }
    }

    /** The window must not claim a device that is not there. */
    private void withoutDevice(Throwable e, Backend other) {
        desk.failed(e);
        if (backend.get() == Backend.GPU) {
            backend.set(other);
            message.set(message.get() + " Back to " + other + ".");
        }
    }

    /** Reads once more what is on show, with the same model; what was chosen, typed and said stays. */
    private void reread() {
        Reader.Made before = shown;
        asked = before.pass().question();
        slot.start(progress -> Reader.again(before, progress), made -> {
            note(made);
            exhibit.set(made.exhibit());
            device.shown(made.watch(), made.pass().onDevice(), true);
        });
    }

    /** Ends the run that goes on. */
    public void cancel() {
        slot.cancel();
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
