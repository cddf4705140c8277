package org.vitrine.ui.tour.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.vitrine.explain.Candidate;
import org.vitrine.explain.LayerPredictions;
import org.vitrine.explain.Lens;
import org.vitrine.explain.RankTable;
import org.vitrine.transformer.generate.TokenChooser;
import org.vitrine.transformer.trace.Trace;
import org.vitrine.ui.session.LoadedModel;
import org.vitrine.ui.session.Passage;
import org.vitrine.ui.terminal.Chip;
import org.vitrine.ui.terminal.Percent;
import org.vitrine.ui.tour.Lesson;

/** What the layers say and how they rank it. */
final class LensFindings {
    private LensFindings() {
    }

    /** The likeliest token at the end, and how it got there. */
    static List<Finding> predictions(Lesson lesson, LoadedModel model) {
        Passage given = model.passage(lesson.text(), lesson.pair());
        int position = LessonCheck.number(lesson, "position");
        Passage passage = given.predictsNext() ? given.atLeast(position) : given;
        Trace trace = passage.streams();
        LayerPredictions top = passage.lens(Lens.FINAL_NORM).predictions(trace, position, 2, layer -> true);
        List<Candidate> last = top.layers().getLast().candidates();
        Candidate answer = last.getFirst();
        RankTable ranks = passage.lens(Lens.FINAL_NORM).watch(trace, position, answer.id());
        List<Finding> findings = new ArrayList<>(List.of(
                new Finding(Chip.of(answer.token()) + " at the end", Percent.of(answer.probability())),
                new Finding("second: " + Chip.of(last.get(1).token()), Percent.of(last.get(1).probability())),
                new Finding("its ranks, embeddings first", ranks(ranks, 0)),
                new Finding("on top", from(ranks, row -> ranks.rows().get(row).cells().getFirst().rank() == 1))));
        String before = top.layers().stream().map(layer -> layer.candidates().getFirst())
                .takeWhile(candidate -> candidate.id() != answer.id()).map(candidate -> Chip.of(candidate.token()))
                .collect(Collectors.joining(" "));
        if (!before.isEmpty()) {
            findings.add(new Finding("on top before that, embeddings first", before));
        }
        return findings;
    }

    /** What the model writes, and how each layer ranks it. */
    static List<Finding> rankings(Lesson lesson, LoadedModel model) {
        Passage given = model.passage(lesson.text(), lesson.pair());
        Passage passage = given.with(given.generate(LessonCheck.number(lesson, "generate"), TokenChooser.greedy(),
                model.end(), id -> {}));
        int[] positions = IntStream.range(given.size(), passage.size()).toArray();
        RankTable table = passage.lens(Lens.FINAL_NORM).ranks(passage.streams(), positions,
                IntStream.of(positions).map(passage::id).toArray());
        List<Finding> findings = new ArrayList<>();
        for (int column = 0; column < positions.length; column++) {
            String token = Chip.of(table.columns().get(column).token());
            findings.add(new Finding(token + " at the end",
                    Percent.of(table.rows().getLast().cells().get(column).probability())));
            findings.add(new Finding("ranks of " + token + ", embeddings first", ranks(table, column)));
        }
        return findings;
    }

    /** Who of the watched tokens is ahead, layer by layer. */
    static List<Finding> watched(Lesson lesson, LoadedModel model) {
        int position = LessonCheck.number(lesson, "position");
        Passage passage = model.passage(lesson.text(), lesson.pair()).atLeast(position);
        List<?> words = (List<?>) lesson.parameters().get("watch");
        int[] ids = words.stream()
                .mapToInt(word -> model.tokenizer().encode(word.toString()).content().getFirst().id()).toArray();
        RankTable table = passage.lens(Lens.FINAL_NORM).watch(passage.streams(), position, ids);
        List<Finding> findings = new ArrayList<>();
        for (int column = 0; column < ids.length; column++) {
            String token = Chip.of(table.columns().get(column).token());
            findings.add(new Finding("ranks of " + token + ", embeddings first", ranks(table, column)));
            findings.add(new Finding(token + " at the end",
                    Percent.of(table.rows().getLast().cells().get(column).probability())));
        }
        int leader = table.rows().getLast().leader();
        findings.add(new Finding(Chip.of(table.columns().get(leader).token()) + " is ahead",
                from(table, row -> table.rows().get(row).leader() == leader)));
        return findings;
    }

    private static String ranks(RankTable table, int column) {
        return table.rows().stream().map(row -> Integer.toString(row.cells().get(column).rank()))
                .collect(Collectors.joining(", "));
    }

    /** From which layer on something holds to the end. */
    private static String from(RankTable table, IntPredicate holds) {
        int row = table.rows().size();
        while (row > 0 && holds.test(row - 1)) {
            row--;
        }
        if (row == table.rows().size()) {
            return "not even at the end";
        }
        int layer = table.rows().get(row).layer();
        return layer < 0 ? "from the embeddings on" : "from layer " + layer + " on";
    }
}
