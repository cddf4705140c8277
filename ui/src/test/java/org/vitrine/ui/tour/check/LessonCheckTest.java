package org.vitrine.ui.tour.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vitrine.transformer.config.ModelException;
import org.vitrine.transformer.ops.VectorOps;
import org.vitrine.ui.session.LoadedModel;
import org.vitrine.ui.session.ModelLookup;
import org.vitrine.ui.tour.Lesson;
import org.vitrine.ui.tour.Lessons;

/** What a lesson says is what is measured. */
class LessonCheckTest {
    private static final Pattern SHARE = Pattern.compile("(\\d+(?:\\.\\d)?) %");
    private static final Pattern MEASURED = Pattern.compile("(\\d+\\.?\\d*) %");
    private static final Pattern RANKS = Pattern.compile("\\d+(?:, \\d+){6}");
    /** Shares that are of another text, of another start of the factors, or of a model that was changed. */
    private static final Map<String, Set<String>> OF_ANOTHER = Map.of(
            "head-induction", Set.of("93"), "head-previous-token", Set.of("66", "1"),
            "activations-classroom", Set.of("81", "76", "91", "63"), "activations-strange-qualities", Set.of("36"),
            "neuron-view-cat-mat-rug", Set.of("32", "96"));
    private static final Map<String, LoadedModel> MODELS = new HashMap<>();

    static Iterable<Lesson> lessons() {
        return Lessons.all().values();
    }

    private static List<Finding> check(Lesson lesson) {
        return LessonCheck.of(lesson, MODELS.computeIfAbsent(lesson.model(),
                name -> LoadedModel.load(ModelLookup.find(name), new VectorOps(2))));
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void everyShareAndRankThatALessonNamesIsMeasured(Lesson lesson) {
        List<Finding> findings = check(lesson);
        assertThat(findings).isNotEmpty();
        String measured = findings.stream().map(finding -> finding.what() + ": " + finding.figure())
                .collect(Collectors.joining("\n"));
        List<Double> shares = new ArrayList<>();
        Matcher found = MEASURED.matcher(measured);
        while (found.find()) {
            shares.add(Double.valueOf(found.group(1)));
        }
        Matcher named = SHARE.matcher(lesson.whatToLookFor().replaceAll("(under|over) [0-9.]+ %", ""));
        while (named.find()) {
            String share = named.group(1);
            if (!OF_ANOTHER.getOrDefault(lesson.id(), Set.of()).contains(share)) {
                String format = share.contains(".") ? "%.1f" : "%.0f";
                assertThat(shares.stream().map(each -> String.format(Locale.ROOT, format, each)))
                        .as("%s %% of lesson %s in:%n%s", share, lesson.id(), measured).contains(share);
            }
        }
        Matcher ranks = RANKS.matcher(lesson.whatToLookFor());
        while (ranks.find()) {
            assertThat(measured).contains(ranks.group());
        }
    }

    @Test
    void whatIsWrittenIsTheLessonsText() {
        Finding finding = check(Lessons.all().get("generate-summary")).getFirst();
        assertThat(finding.figure()).isEqualTo("The House Budget Committee passed a spending bill.");
        assertThat(check(Lessons.all().get("infill-capital-spain")).getFirst().figure())
                .isEqualTo("The capital of Spain is Madrid.");
    }

    @Test
    void inductionIsMeasuredWhereTwoTokensComeAgain() {
        assertThat(check(Lessons.all().get("head-induction"))).contains(new Finding(
                "to the word that followed the last time, on average over 4 tokens", "68.24 %"));
    }

    @Test
    void aLessonAboutAHeadThatIsNotThereSaysSo() {
        Lesson lesson = new Lesson("odd", "Odd", "classroom-gpt2", "The cat", "", "attention_head",
                Map.of("layer", 99, "head", 0), "");
        assertThatThrownBy(() -> check(lesson)).isInstanceOf(ModelException.class)
                .hasMessageContaining("head 99.0").hasMessageContaining("classroom-gpt2");
    }
}
