package org.vitrine.ui.desktop.top;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;
import org.vitrine.transformer.config.ModelException;
import org.vitrine.ui.desktop.state.Pass;
import org.vitrine.ui.desktop.state.Pass.Question;
import org.vitrine.ui.desktop.state.Session;
import org.vitrine.ui.desktop.work.Slot;
import org.vitrine.ui.session.Family;
import org.vitrine.ui.session.ModelCache;
import org.vitrine.ui.session.ModelFacts;
import org.vitrine.ui.session.Texts;
import org.vitrine.weights.ModelFiles;
import org.vitrine.weights.WeightsException;

/** What is to be read, without widgets: which models there are, which fields are of use, and whether a run is due. */
public final class TopModel {
    /** How many folders are remembered. */
    public static final int MOST_RECENT = 8;

    private final Session session;
    private final Slot looking;
    private final Slot searching;
    private final ReadOnlyObjectWrapper<Family> family = new ReadOnlyObjectWrapper<>(this, "family");
    private final ObservableMap<String, Family> families = FXCollections.observableHashMap();
    private final ObservableList<String> recent = FXCollections.observableArrayList();
    private final BooleanBinding due;
    private List<String> cached = List.of();

    /** What a session is to read. */
    public TopModel(Session session) {
        this.session = session;
        this.looking = session.desk().slot();
        this.searching = session.desk().slot();
        this.due = Bindings.createBooleanBinding(this::isDue, session.modelProperty(), session.textProperty(),
                session.pairProperty(), session.backendProperty(), session.passProperty(), family);
        session.modelProperty().subscribe(name -> look(name.strip()));
        session.passProperty().subscribe(this::remember);
        recent.subscribe(this::list);
    }

    /** Learns of which family a model is; it need not be there. */
    private void look(String name) {
        looking.start(progress -> facts(name, ModelCache.ofUser()).map(ModelFacts::family), found -> {
            found.ifPresent(known -> families.put(name, known));
            family.set(found.orElse(null));
        });
    }

    private static Optional<ModelFacts> facts(String name, ModelCache cache) {
        try {
            return Optional.of(ModelFacts.of(name, cache));
        } catch (ModelException | WeightsException e) {
            return Optional.empty(); // the run will say what is wrong
        }
    }

    /** Looks for models, in the background: of which families those are that are known, and what else the cache has. */
    public void search(ModelCache cache) {
        List<String> known = List.copyOf(session.models());
        searching.start(progress -> {
            Map<String, Family> found = new LinkedHashMap<>();
            for (String name : Stream.concat(known.stream(), cache.models().stream().map(ModelFiles::name)).toList()) {
                progress.at(Slot.UNKNOWN);
                facts(name, cache).ifPresent(facts -> found.put(name, facts.family()));
            }
            return found;
        }, found -> {
            families.putAll(found);
            cached = found.keySet().stream().filter(name -> !known.contains(name)).toList();
            list();
        });
    }

    /** A folder that was read is offered again. */
    private void remember(Pass pass) {
        if (pass == null) {
            return;
        }
        String name = pass.question().model();
        boolean offered = ModelFiles.classroomNames().contains(name) || cached.contains(name);
        if (!offered && !(recent.size() > 0 && recent.getFirst().equals(name))) {
            recent.remove(name);
            recent.addFirst(name);
            setRecent(List.copyOf(recent));
        }
    }

    /** The folders and ids that were read last, the last one first. */
    public List<String> recent() {
        return List.copyOf(recent);
    }

    /** Offers these again. */
    public void setRecent(List<String> names) {
        recent.setAll(names.stream().filter(name -> !name.isBlank()).distinct().limit(MOST_RECENT).toList());
    }

    /** Classroom models, then what was read last, then what the cache has. */
    private void list() {
        List<String> all = Stream.of(ModelFiles.classroomNames(), recent, cached).flatMap(List::stream).distinct()
                .toList();
        if (!session.models().equals(all)) {
            session.models().setAll(all);
        }
    }

    /** Takes the model in a folder. */
    public void choose(Path folder) {
        session.modelProperty().set(folder.toString());
    }

    /** The family of the model that is to read; null if there is no such model, or nobody knows yet. */
    public ReadOnlyObjectProperty<Family> familyProperty() {
        return family.getReadOnlyProperty();
    }

    /** The families of the models that are offered, as far as they are known. */
    public ObservableMap<String, Family> families() {
        return families;
    }

    /** Whether something else was typed or chosen than what is on show. */
    public BooleanBinding dueProperty() {
        return due;
    }

    private boolean isDue() {
        Pass pass = session.passProperty().get();
        if (pass == null) {
            return true;
        }
        Question shown = pass.question();
        Texts typed = new Texts(session.textProperty().get(), session.pairProperty().get());
        boolean same = shown.texts().text().equals(typed.text())
                && (!readsPair(family.get()) || shown.texts().pair().equals(typed.pair()));
        return !same || !shown.model().equals(session.modelProperty().get().strip())
                || shown.backend() != session.backendProperty().get();
    }

    /** Whether a family has a use for a second text. */
    public static boolean readsPair(Family family) {
        return family == Family.BERT || family == Family.BART;
    }

    /** What to say in the empty field of the text. */
    public static String textPrompt(Family family) {
        return switch (family) {
            case null -> "Text to read";
            case GPT2 -> "Text to read and to write on from";
            case BERT -> "Text to read; [MASK] stands for a missing word";
            case BART -> "Text for the encoder; <mask> stands for missing words";
        };
    }

    /** What to say in the empty field of the second text; why it is of no use, where it is not. */
    public static String pairPrompt(Family family) {
        return switch (family) {
            case null -> "Second text, if the model reads two";
            case GPT2 -> "No second text: GPT-2 reads one";
            case BERT -> "Second text, may be empty";
            case BART -> "Decoder text; if empty, the encoder's";
        };
    }
}
