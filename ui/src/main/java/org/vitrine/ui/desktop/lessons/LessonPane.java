package org.vitrine.ui.desktop.lessons;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.vitrine.ui.tour.Lesson;
import org.vitrine.ui.tour.check.Finding;

/** The side panel of lessons: which one, what to look for, and a check that shows the measured figures. */
public final class LessonPane {
    private final LessonsModel model;
    private final VBox root = new VBox();
    private final GridPane findings = new GridPane();

    /** The pane of a model. */
    public LessonPane(LessonsModel model) {
        this.model = model;
        Label title = text("lesson-title");
        title.textProperty().bind(model.lessonProperty().map(Lesson::title));
        Label subject = text("lesson-subject");
        subject.textProperty().bind(model.lessonProperty().map(LessonPane::subject));
        Label words = text("lesson-words");
        words.textProperty().bind(model.lessonProperty().map(Lesson::whatToLookFor));
        findings.getStyleClass().add("findings");
        model.findings().subscribe(this::showFindings);
        VBox body = new VBox(title, subject, words, actions(), findings);
        body.getStyleClass().add("lesson-body");
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        root.getChildren().addAll(chooser(), scroll);
        root.getStyleClass().add("lessons");
        root.setId("lessons");
    }

    /** What to put into the window. */
    public Node node() {
        return root;
    }

    private HBox chooser() {
        ComboBox<Lesson> lessons = new ComboBox<>();
        lessons.getItems().setAll(model.lessons());
        lessons.setConverter(new Titles());
        lessons.valueProperty().bindBidirectional(model.lessonProperty());
        lessons.setAccessibleText("Lesson");
        lessons.setId("lesson");
        lessons.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(lessons, Priority.ALWAYS);
        Button previous = step("‹", "Previous lesson", -1);
        previous.disableProperty().bind(model.lessonProperty().map(lesson -> model.place() == 0));
        Button next = step("›", "Next lesson", 1);
        next.disableProperty()
                .bind(model.lessonProperty().map(lesson -> model.place() == model.lessons().size() - 1));
        HBox row = new HBox(previous, lessons, next);
        row.getStyleClass().add("controls");
        return row;
    }

    private Button step(String sign, String name, int steps) {
        Button button = new Button(sign);
        button.setAccessibleText(name);
        button.setOnAction(event -> model.go(steps));
        return button;
    }

    private HBox actions() {
        Button show = new Button("Show it");
        show.setId("lesson-show");
        show.getStyleClass().add("accent");
        show.setOnAction(event -> model.setUp());
        Button check = new Button("Check");
        check.setId("lesson-check");
        check.setAccessibleText("Check: measure what this lesson says");
        check.setOnAction(event -> model.check());
        check.disableProperty().bind(model.stagedProperty().not().or(model.checking().busyProperty()));
        ProgressIndicator busy = new ProgressIndicator();
        busy.getStyleClass().add("small-progress");
        busy.visibleProperty().bind(model.checking().busyProperty());
        HBox row = new HBox(show, check, busy);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("lesson-actions");
        return row;
    }

    private void showFindings() {
        findings.getChildren().clear();
        List<Finding> measured = model.findings();
        for (int i = 0; i < measured.size(); i++) {
            Label what = text("finding");
            what.setText(measured.get(i).what());
            Label figure = text("figure");
            figure.setText(measured.get(i).figure().strip());
            figure.setAccessibleText(what.getText() + ": " + figure.getText());
            VBox row = new VBox(what, figure);
            row.getStyleClass().add("finding-row");
            GridPane.setHgrow(row, Priority.ALWAYS);
            findings.add(row, 0, i + 1);
        }
        if (!measured.isEmpty()) {
            Label heading = text("finding-heading");
            heading.setText("Measured here and now:");
            findings.add(heading, 0, 0);
        }
    }

    private static Label text(String style) {
        Label label = new Label();
        label.setWrapText(true);
        label.setMaxWidth(Double.MAX_VALUE);
        label.getStyleClass().add(style);
        return label;
    }

    private static String subject(Lesson lesson) {
        String pair = lesson.pair().isEmpty() ? "" : "\n" + lesson.pair();
        return lesson.model() + ", " + new Scenery(lesson).view() + ":\n" + lesson.text().strip() + pair;
    }

    /** Lessons by what a class would call them. */
    private static final class Titles extends StringConverter<Lesson> {
        @Override
        public String toString(Lesson lesson) {
            return lesson == null ? "" : lesson.title();
        }

        @Override
        public Lesson fromString(String title) {
            throw new UnsupportedOperationException("lessons are chosen, not typed");
        }
    }
}
