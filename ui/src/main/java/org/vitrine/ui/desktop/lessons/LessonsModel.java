package org.vitrine.ui.desktop.lessons;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.vitrine.ui.desktop.state.Exhibit;
import org.vitrine.ui.desktop.state.Session;
import org.vitrine.ui.desktop.work.Slot;
import org.vitrine.ui.tour.Lesson;
import org.vitrine.ui.tour.Lessons;
import org.vitrine.ui.tour.check.Finding;
import org.vitrine.ui.tour.check.LessonCheck;

/** Which lesson is on, and what was measured for it. A model without widgets. */
public final class LessonsModel {
    private final Session session;
    private final Presenter presenter;
    private final Slot checking;
    private final List<Lesson> lessons = List.copyOf(Lessons.all().values());
    private final ObjectProperty<Lesson> lesson = new SimpleObjectProperty<>(this, "lesson");
    private final ReadOnlyBooleanWrapper staged = new ReadOnlyBooleanWrapper(this, "staged");
    private final ObservableList<Finding> findings = FXCollections.observableArrayList();

    /** The first lesson is chosen, nothing is set up for it. */
    public LessonsModel(Session session, Presenter presenter) {
        this.session = session;
        this.presenter = presenter;
        this.checking = session.desk().slot();
        lesson.subscribe(chosen -> {
            checking.cancel();
            findings.clear();
            restage();
        });
        lesson.set(lessons.getFirst());
        session.readProperty().subscribe(read -> restage());
    }

    /** All lessons, in their order. */
    public List<Lesson> lessons() {
        return lessons;
    }

    /** The lesson that is on; choosing one sets nothing up. */
    public ObjectProperty<Lesson> lessonProperty() {
        return lesson;
    }

    /** Whether the window shows the lesson's model and text. */
    public ReadOnlyBooleanProperty stagedProperty() {
        return staged.getReadOnlyProperty();
    }

    /** What was measured for this lesson; empty until {@link #check}. */
    public ObservableList<Finding> findings() {
        return findings;
    }

    /** The measuring that goes on, if it does. */
    public Slot checking() {
        return checking;
    }

    /** Where the lesson stands among all, from 0. */
    public int place() {
        return lessons.indexOf(lesson.get());
    }

    /** Goes on by so many lessons, not beyond the ends. */
    public void go(int steps) {
        lesson.set(lessons.get(Math.clamp(place() + steps, 0, lessons.size() - 1)));
    }

    /** Lets the lesson's model read its text, shows its view and chooses what it is about. */
    public void setUp() {
        Lesson now = lesson.get();
        Scenery scenery = new Scenery(now);
        session.modelProperty().set(now.model());
        session.textProperty().set(now.text());
        session.pairProperty().set(now.pair());
        session.run(() -> {
            scenery.choose(session.selection(), session.readProperty().get());
            presenter.show(scenery.view(), scenery.settings());
        });
    }

    /** Measures what the lesson says to look for, in the background; needs the lesson to be set up. */
    public void check() {
        Exhibit exhibit = session.readProperty().get();
        Lesson now = lesson.get();
        if (staged.get()) {
            checking.start(progress -> LessonCheck.of(now, exhibit.model()), findings::setAll);
        }
    }

    private void restage() {
        Exhibit exhibit = session.readProperty().get();
        Lesson now = lesson.get();
        staged.set(exhibit != null && now != null && exhibit.model().name().equals(now.model())
                && exhibit.texts().text().equals(now.text()) && exhibit.texts().pair().equals(now.pair()));
    }
}
