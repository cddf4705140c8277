package org.vitrine.ui.tour.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.vitrine.explain.attention.AttentionToken;
import org.vitrine.explain.factors.ActivationFactorizer;
import org.vitrine.explain.factors.ActivationFactors;
import org.vitrine.explain.factors.ActivationMatrix;
import org.vitrine.explain.factors.RandomStart;
import org.vitrine.transformer.trace.Part;
import org.vitrine.transformer.trace.Site;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.ui.session.LoadedModel;
import org.vitrine.ui.session.Reading;
import org.vitrine.ui.terminal.Percent;
import org.vitrine.ui.tour.Lesson;

/** Which groups of neurons belong to a kind of word. */
final class FactorFindings {
    private static final Set<String> NUMBERS = Set.of("two", "three", "four", "five", "six", "seven");
    private static final Set<String> PEOPLE = Set.of("dog", "anna", "tom", "she", "he", "him", "man", "you");
    private static final Map<String, Predicate<String>> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("'the'", "the"::equals);
        KINDS.put("the commas", ","::equals);
        KINDS.put("the full stops", Set.of(".", "?", "!")::contains);
        KINDS.put("the numbers", NUMBERS::contains);
        KINDS.put("the animal and the people", PEOPLE::contains);
    }

    private FactorFindings() {
    }

    static List<Finding> of(Lesson lesson, LoadedModel model) {
        Reading reading = Reading.of(model, model.input(lesson.text(), lesson.pair(), true));
        ActivationMatrix x = ActivationMatrix.of(
                reading.trace(name -> name.part() == Part.MLP && name.site() == Site.ACT), Stack.ENCODER,
                LessonCheck.number(lesson, "from_layer"), LessonCheck.number(lesson, "to_layer"));
        ActivationFactors factors = new ActivationFactorizer(reading.ops(), new RandomStart(0)).factors(x,
                LessonCheck.number(lesson, "n_components"), iteration -> {});
        List<AttentionToken> tokens = reading.tokens().encoder();
        List<Finding> findings = new ArrayList<>();
        KINDS.forEach((words, kind) -> {
            long count = tokens.stream().filter(token -> kind.test(token.token().strip())).count();
            if (count > 0) {
                findings.add(best(factors, tokens, words, kind));
            }
        });
        findings.add(new Finding("left unexplained by all factors", Percent.of(1 - factors.explained())));
        return findings;
    }

    /** The factor that gives most of its strength to a kind of word. */
    private static Finding best(ActivationFactors factors, List<AttentionToken> tokens, String words,
            Predicate<String> kind) {
        int best = 0;
        double most = -1;
        for (int factor = 0; factor < factors.components(); factor++) {
            double share = factors.share(factor, position -> kind.test(tokens.get(position).token().strip()));
            if (share > most) {
                most = share;
                best = factor;
            }
        }
        long count = tokens.stream().filter(token -> kind.test(token.token().strip())).count();
        return new Finding("factor " + best + " to " + words + ", which are "
                + Percent.of((double) count / tokens.size()).strip() + " of the tokens", Percent.of(most));
    }
}
