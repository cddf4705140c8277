package org.vitrine.ui.desktop.attention;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vitrine.explain.attention.AttentionMap;
import org.vitrine.explain.attention.AttentionReader;
import org.vitrine.explain.attention.HeadSummary;
import org.vitrine.ui.answer.Answer;
import org.vitrine.ui.answer.AttentionQuestion;
import org.vitrine.ui.answer.Documents;
import org.vitrine.ui.answer.ModelViewAnswer.Grid;
import org.vitrine.ui.answer.ModelViewAnswer;
import org.vitrine.ui.desktop.work.Progress;
import org.vitrine.ui.picture.ModelViewPicture.Cells;

/**
 * The numbers of a model view, found in the background.
 *
 * @param parts a layer each, in the order of the wish
 */
record ModelViewContent(ModelViewModel.Wish wish, List<AttentionPart> parts, Cells cells) {
    static ModelViewContent of(ModelViewModel.Wish wish, Progress progress) {
        List<AttentionPart> parts = wish.parts().stream()
                .flatMap(part -> part.layers().parallelStream().map(layer -> wish.exhibit().part(part.kind(), layer,
                        map -> wish.links().narrowed(map.only(part.heads())))))
                .toList();
        progress.at(-1);
        Cells cells = new Cells(AttentionPart.weights(parts), wish.links().threshold());
        progress.at(-1);
        return new ModelViewContent(wish, parts, cells);
    }

    /** The numbers, as the command line has them. */
    String document() {
        Answer after = answer(wish.exhibit().reader(), parts.stream().map(AttentionPart::map).toList());
        Optional<Answer> before = wish.exhibit().before().map(
                reader -> answer(reader, parts.stream().map(part -> part.before().orElseThrow()).toList()));
        return before.map(first -> Documents.of(after, first)).orElseGet(() -> Documents.of(after));
    }

    private Answer answer(AttentionReader reader, List<AttentionMap> maps) {
        AttentionQuestion question = new AttentionQuestion(wish.exhibit().exhibit().texts(),
                wish.exhibit().exhibit().reading(), wish.links().sentences(), wish.links().hideSpecial(),
                wish.links().threshold());
        List<Grid> grids = new ArrayList<>();
        int from = 0;
        for (ModelViewModel.Part part : wish.parts()) {
            List<HeadSummary> summaries = reader.summaries(part.kind()).stream()
                    .filter(head -> part.layers().contains(head.layer()) && part.heads().contains(head.head()))
                    .toList();
            grids.add(new Grid(part.kind(), maps.subList(from, from + part.layers().size()), summaries));
            from += part.layers().size();
        }
        return new ModelViewAnswer(question, grids);
    }
}
