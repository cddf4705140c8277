package org.vitrine.ui.lessons;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vitrine.transformer.ops.VectorOps;
import org.vitrine.ui.session.LoadedModel;
import org.vitrine.ui.session.ModelLookup;
import org.vitrine.ui.tour.Lesson;
import org.vitrine.ui.tour.Lessons;
import org.vitrine.ui.tour.check.Finding;
import org.vitrine.ui.tour.check.LessonCheck;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Figures that the program's own lesson of the same name vouches for: {@code <!-- finding: on top -->} is what is measured of it,
 * {@code <!-- lesson -->} what its sentences say, for what no command can show.
 */
final class LessonFigures {
    private static final String FINDING = "finding:";
    private static final String SENTENCES = "lesson";
    private static final Pattern PERCENT = Pattern.compile("(\\d+(?:\\.\\d+)?) %");
    private static final Map<String, LoadedModel> MODELS = new HashMap<>();
    private static final Map<String, List<Finding>> FINDINGS = new HashMap<>();

    private final String id;

    LessonFigures(String id) {
        this.id = id;
    }

    boolean vouchesFor(CheckedFigure figure) {
        return figure.source().equals(SENTENCES) || figure.source().startsWith(FINDING);
    }

    /**
     * The figure as it should be, in the form that it has on the page.
     *
     * @throws IllegalArgumentException if there is no such lesson, or it does not say so
     */
    String shouldBe(CheckedFigure figure) {
        Lesson lesson = Lessons.all().get(id);
        if (lesson == null) {
            throw new IllegalArgumentException("the program has no lesson '" + id + "'");
        }
        if (figure.source().equals(SENTENCES)) {
            String figureAlone = "(?<![0-9.,])" + Pattern.quote(figure.shown()) + "(?![0-9]|[.,][0-9])";
            if (Pattern.compile(figureAlone).matcher(lesson.whatToLookFor()).find()) {
                return figure.shown();
            }
            throw new IllegalArgumentException("the lesson's sentences do not say it");
        }
        String what = figure.source().substring(FINDING.length()).strip();
        List<Finding> findings = findings(lesson);
        Finding found = findings.stream().filter(each -> each.what().equals(what)).findFirst()
                .or(() -> findings.stream().filter(each -> each.what().contains(what)).findFirst())
                .orElseThrow(() -> new IllegalArgumentException("no finding is called '" + what + "'; there are: "
                        + findings.stream().map(Finding::what).toList()));
        return FigureText.like(figure.shown(), values(found.figure()));
    }

    private static List<JsonNode> values(String figure) {
        List<JsonNode> values = new ArrayList<>();
        if (figure.matches("\\d+(, \\d+)*")) {
            for (String number : figure.split(", ")) {
                values.add(JsonNodeFactory.instance.numberNode(Integer.parseInt(number)));
            }
            return values;
        }
        Matcher percent = PERCENT.matcher(figure);
        return List.of(percent.matches()
                ? JsonNodeFactory.instance.numberNode(Double.parseDouble(percent.group(1)) / 100)
                : JsonNodeFactory.instance.stringNode(figure));
    }

    private static List<Finding> findings(Lesson lesson) {
        return FINDINGS.computeIfAbsent(lesson.id(),
                name -> LessonCheck.of(lesson, MODELS.computeIfAbsent(lesson.model(),
                        model -> LoadedModel.load(ModelLookup.find(model), new VectorOps(2)))));
    }
}
