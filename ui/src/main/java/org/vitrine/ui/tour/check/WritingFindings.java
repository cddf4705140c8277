package org.vitrine.ui.tour.check;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.explain.Candidate;
import org.vitrine.explain.LayerPrediction;
import org.vitrine.explain.Lens;
import org.vitrine.transformer.generate.GenerationSettings;
import org.vitrine.transformer.generate.Hypothesis;
import org.vitrine.transformer.generate.TokenChooser;
import org.vitrine.ui.session.LoadedModel;
import org.vitrine.ui.session.Passage;
import org.vitrine.ui.terminal.Chip;
import org.vitrine.ui.terminal.Percent;
import org.vitrine.ui.tour.Lesson;

/** What a model writes. */
final class WritingFindings {
    private WritingFindings() {
    }

    static List<Finding> of(Lesson lesson, LoadedModel model) {
        List<Finding> findings = new ArrayList<>(List.of(new Finding("the model writes", written(lesson, model))));
        Passage standing = model.passage(lesson.text(), lesson.pair());
        if (standing.standsAtMask()) {
            LayerPrediction last = standing.lens(Lens.FINAL_NORM)
                    .predictions(standing.streams(), standing.usualPlace(), 2, layer -> layer == model.layers() - 1)
                    .layers().getFirst();
            for (Candidate candidate : last.candidates()) {
                findings.add(new Finding(Chip.of(candidate.token()) + " at the mask",
                        Percent.of(candidate.probability())));
            }
        }
        return findings;
    }

    private static String written(Lesson lesson, LoadedModel model) {
        Passage prompt = model.prompt(lesson.text());
        GenerationSettings settings = model.settings();
        Passage whole;
        if (lesson.parameters().get("max_new_tokens") instanceof Integer most) {
            whole = prompt.with(prompt.generate(settings.withMaxNew(most), TokenChooser.greedy(), id -> {}));
        } else {
            Hypothesis best = prompt.search(settings.withBeams(LessonCheck.number(lesson, "num_beams")), step -> {})
                    .getFirst();
            whole = prompt.with(best);
        }
        return model.tokenizer().decodeText(whole.ids()).strip();
    }
}
