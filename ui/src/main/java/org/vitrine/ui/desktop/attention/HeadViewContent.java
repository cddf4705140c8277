package org.vitrine.ui.desktop.attention;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.vitrine.explain.attention.AttentionMap;
import org.vitrine.explain.attention.AttentionReader;
import org.vitrine.explain.attention.HeadSummary;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.ui.answer.Answer;
import org.vitrine.ui.answer.AttentionQuestion;
import org.vitrine.ui.answer.Documents;
import org.vitrine.ui.answer.HeadViewAnswer;
import org.vitrine.ui.desktop.work.Progress;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.Spot;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.picture.HeadViewBoard;
import org.vitrine.ui.picture.HeadViewPicture.Show;
import org.vitrine.ui.picture.HeadViewPicture;
import org.vitrine.ui.picture.LinkWeights;
import org.vitrine.ui.picture.MatrixPicture;
import org.vitrine.ui.picture.Subject;
import org.vitrine.ui.picture.spot.QuerySpot;

/**
 * The numbers of a head view, found in the background.
 *
 * @param summaries what each of the layer's heads looks at, whether it is shown or not
 */
record HeadViewContent(HeadViewModel.Wish wish, AttentionPart part, LinkWeights weights, List<HeadSummary> summaries) {
    static HeadViewContent of(HeadViewModel.Wish wish, Progress progress) {
        AttentionPart part = wish.form().rollout() ? rolledOut(wish)
                : wish.exhibit().part(wish.kind(), wish.layer(), map -> {
                    AttentionMap wanted = wish.links().narrowed(map.only(wish.heads()));
                    return wish.form().averaged() ? wanted.average() : wanted;
                });
        progress.at(-1);
        AttentionReader reader = wish.exhibit().reader();
        List<HeadSummary> summaries = IntStream.range(0, wish.exhibit().heads(wish.kind())).parallel()
                .mapToObj(head -> reader.summary(wish.kind(), wish.layer(), head)).toList();
        progress.at(-1);
        return new HeadViewContent(wish, part, part.weights(), summaries);
    }

    private static AttentionPart rolledOut(HeadViewModel.Wish wish) {
        return new AttentionPart(wish.exhibit().before().map(reader -> rolledOut(wish, reader)),
                rolledOut(wish, wish.exhibit().reader()));
    }

    /** The rollout as a map, for it is looked at in the same way. */
    private static AttentionMap rolledOut(HeadViewModel.Wish wish, AttentionReader reader) {
        Tensor rolled = reader.rollout(wish.kind()).layers().get(wish.layer());         // [T, T]
        AttentionMap all = reader.map(wish.kind(), wish.layer());
        return wish.links().narrowed(new AttentionMap(wish.kind(), wish.layer(), all.heads(), true, all.queries(),
                all.keys(), rolled.reshape(1, rolled.dim(0), rolled.dim(1))));
    }

    /** With lines: what is drawn in the window. */
    Optional<HeadViewBoard> board(Theme theme) {
        return wish.form().matrix()
                ? Optional.empty()
                : Optional.of(new HeadViewBoard(weights, wish.links().threshold(), theme));
    }

    /** With matrices: what is drawn in the window or in a file. */
    Picture matrix(Subject subject, Theme theme) {
        return wish.form().rollout()
                ? MatrixPicture.ofRollout(weights, subject, theme)
                : MatrixPicture.of(weights, subject, theme);
    }

    /**
     * What is drawn in a file.
     *
     * @param pinned the token whose links alone are shown, if it looks; null for none
     */
    Picture whole(Spot pinned, Theme theme) {
        Subject subject = wish.exhibit().subject();
        if (wish.form().matrix()) {
            return matrix(subject, theme);
        }
        return HeadViewPicture.of(weights, new Show(wish.links().threshold(), place(pinned)), subject, theme);
    }

    private int place(Spot pinned) {
        return IntStream.range(0, part.map().queries().size())
                .filter(place -> new QuerySpot(wish.kind(), part.map().queries().get(place).position()).equals(pinned))
                .findFirst().orElse(Show.ALL);
    }

    /** The numbers, as the command line has them. */
    String document() {
        Answer after = answer(part.map(), wish.exhibit().reader());
        return part.before()
                .map(before -> Documents.of(after, answer(before, wish.exhibit().before().orElseThrow())))
                .orElseGet(() -> Documents.of(after));
    }

    private Answer answer(AttentionMap map, AttentionReader reader) {
        AttentionQuestion question = new AttentionQuestion(wish.exhibit().exhibit().texts(),
                wish.exhibit().exhibit().reading(), wish.links().sentences(), wish.links().hideSpecial(),
                wish.links().threshold());
        List<HeadSummary> shown = wish.form().rollout() ? List.of()
                : wish.heads().stream().map(head -> reader.summary(wish.kind(), wish.layer(), head)).toList();
        return new HeadViewAnswer(question, map, shown,
                new HeadViewAnswer.Form(wish.form().rollout(), HeadViewAnswer.Form.ALL, null));
    }
}
