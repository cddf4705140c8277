package org.vitrine.ui.tour.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.explain.attention.AttentionLink;
import org.vitrine.explain.attention.AttentionMap;
import org.vitrine.explain.attention.AttentionReader;
import org.vitrine.explain.attention.AttentionToken;
import org.vitrine.explain.attention.CopyHabit;
import org.vitrine.explain.attention.HeadHabit;
import org.vitrine.explain.attention.HeadSummary;
import org.vitrine.explain.attention.HeadWriter;
import org.vitrine.explain.attention.NeuronTerm;
import org.vitrine.explain.attention.NeuronView;
import org.vitrine.transformer.config.ModelException;
import org.vitrine.transformer.trace.Trace;
import org.vitrine.ui.session.LoadedModel;
import org.vitrine.ui.session.Reading;
import org.vitrine.ui.terminal.Chip;
import org.vitrine.ui.terminal.Figure;
import org.vitrine.ui.terminal.Percent;
import org.vitrine.ui.tour.Lesson;

/** Where heads look. */
final class HeadFindings {
    private static final int SHOWN = 3;

    private HeadFindings() {
    }

    private static AttentionReader reader(Reading reading) {
        Trace trace = reading.trace(name -> true);
        return new AttentionReader(trace, reading.tokens());
    }

    private static Reading reading(Lesson lesson, LoadedModel model) {
        return Reading.of(model, model.input(lesson.text(), lesson.pair(), true));
    }

    /** One head: where a token looks, and what it looks at on average. */
    static List<Finding> head(Lesson lesson, LoadedModel model) {
        AttentionKind kind = model.family().attentions().getFirst();
        int layer = LessonCheck.number(lesson, "layer");
        int head = LessonCheck.number(lesson, "head");
        require(lesson, model, kind);
        AttentionReader reader = reader(reading(lesson, model));
        AttentionMap map = reader.map(kind, layer);
        List<Finding> findings = new ArrayList<>();
        if (lesson.parameters().containsKey("position")) {
            int position = LessonCheck.number(lesson, "position");
            String at = "at " + token(map.queries().get(position)) + " to ";
            for (AttentionLink link : map.strongest(head, position, SHOWN, 0)) {
                findings.add(new Finding(at + token(link.key()), Percent.of(link.weight())));
            }
        }
        CopyHabit induction = CopyHabit.induction(map, head);
        if (induction.share() >= HeadHabit.CLEAR) {
            findings.add(new Finding("to the word that followed the last time, on average over " + induction.tokens()
                    + " tokens", Percent.of(induction.share())));
        }
        findings.add(habit(kind, map, reader.summary(kind, layer, head)));
        if (kind == AttentionKind.ENCODER) {
            for (HeadHabit habit : List.of(HeadHabit.PREVIOUS, HeadHabit.NEXT, HeadHabit.SPECIAL)) {
                findings.add(most(reader, kind, habit));
            }
        }
        return findings;
    }

    /** What a head looks at most, whatever the words are. */
    private static Finding habit(AttentionKind kind, AttentionMap map, HeadSummary summary) {
        Set<HeadHabit> among = HeadHabit.among(kind, map.keys());
        HeadHabit habit = among.contains(HeadHabit.PREVIOUS) ? HeadHabit.PREVIOUS
                : HeadHabit.strongest(summary, among);
        return new Finding("head " + summary.layer() + "." + summary.head() + " to " + habit.words() + ", on average",
                Percent.of(habit.share(summary)));
    }

    /** The head that has a habit most. */
    private static Finding most(AttentionReader reader, AttentionKind kind, HeadHabit habit) {
        HeadSummary most = reader.summaries(kind).stream().max(Comparator.comparingDouble(habit::share)).orElseThrow();
        return new Finding("most to " + habit.words() + ", on average: " + kind + " head " + most.layer() + "."
                + most.head(), Percent.of(habit.share(most)));
    }

    /** One head's arithmetic at one token. */
    static List<Finding> neurons(Lesson lesson, LoadedModel model) {
        AttentionKind kind = model.family().attentions().getFirst();
        int layer = LessonCheck.number(lesson, "layer");
        int position = LessonCheck.number(lesson, "position");
        require(lesson, model, kind);
        Reading reading = reading(lesson, model);
        HeadWriter writer = new HeadWriter(reading.ops(), reading.projection(kind, layer));
        NeuronView view = reader(reading).neurons(kind, layer, LessonCheck.number(lesson, "head"), writer);
        List<AttentionLink> links = view.strongest(position, 2, 0);
        List<Finding> findings = new ArrayList<>();
        for (AttentionLink link : links) {
            int key = link.key().position();
            findings.add(new Finding(token(view.queries().get(position)) + " and " + token(link.key())
                    + ", scaled product", Figure.of(view.scores().at(position, key))));
            findings.add(new Finding("weight", Percent.of(link.weight())));
        }
        List<NeuronTerm> terms = view.terms(position, links.getFirst().key().position());
        double sum = terms.stream().limit(SHOWN).mapToDouble(NeuronTerm::product).sum();
        findings.add(new Finding("neurons " + terms.stream().limit(SHOWN).map(term -> "" + term.neuron())
                .collect(Collectors.joining(", ")) + " add, of the product",
                Percent.of(sum / view.dot(position, links.getFirst().key().position()))));
        return findings;
    }

    /** All heads: who looks back, who ahead, and who looks across at the word that is being written. */
    static List<Finding> all(Lesson lesson, LoadedModel model) {
        Reading reading = reading(lesson, model);
        AttentionReader reader = reader(reading);
        List<Finding> findings = new ArrayList<>();
        for (AttentionKind kind : model.family().attentions()) {
            if (kind == AttentionKind.CROSS) {
                require(lesson, model, kind);
                int layer = LessonCheck.number(lesson, "layer");
                int head = LessonCheck.number(lesson, "head");
                CopyHabit copy = CopyHabit.across(reader.map(kind, layer), head);
                findings.add(new Finding(
                        "cross head " + layer + "." + head + " to the word that is being written, on average",
                        Percent.of(copy.share())));
                findings.add(new Finding("it is the first choice", copy.first() + " of " + copy.tokens() + " times"));
            } else {
                findings.add(most(reader, kind, HeadHabit.PREVIOUS));
            }
        }
        return findings;
    }

    private static void require(Lesson lesson, LoadedModel model, AttentionKind kind) {
        int layer = LessonCheck.number(lesson, "layer");
        int head = LessonCheck.number(lesson, "head");
        if (layer >= model.layers(kind) || head >= model.heads(kind)) {
            throw new ModelException("the lesson is about head " + layer + "." + head + ", which " + model.name()
                    + " does not have");
        }
    }

    private static String token(AttentionToken token) {
        return Chip.of(token.token()) + " (" + token.position() + ")";
    }
}
