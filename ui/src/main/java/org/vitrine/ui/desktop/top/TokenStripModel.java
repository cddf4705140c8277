package org.vitrine.ui.desktop.top;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.vitrine.explain.attention.AttentionToken;
import org.vitrine.explain.attention.AttentionTokens;
import org.vitrine.tokenizer.AddedToken;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.ui.desktop.state.Exhibit;
import org.vitrine.ui.desktop.top.TokenStripPicture.Group;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.Theme;

/** The tokens of an exhibit in groups: by stack, and by text where one stack reads two. */
public final class TokenStripModel {
    private TokenStripModel() {
    }

    /** The groups, in reading order; labelled if there are several. */
    public static List<Group> groups(AttentionTokens tokens) {
        List<Group> groups = new ArrayList<>();
        boolean both = !tokens.encoder().isEmpty() && !tokens.decoder().isEmpty();
        boolean pair = tokens.encoder().stream().anyMatch(token -> token.segment() == 1);
        if (pair) {
            groups.add(new Group(Stack.ENCODER, "first text", segment(tokens.encoder(), 0)));
            groups.add(new Group(Stack.ENCODER, "second text", segment(tokens.encoder(), 1)));
        } else if (!tokens.encoder().isEmpty()) {
            groups.add(new Group(Stack.ENCODER, both ? "encoder" : "", tokens.encoder()));
        }
        if (!tokens.decoder().isEmpty()) {
            groups.add(new Group(Stack.DECODER, both ? "decoder" : "", tokens.decoder()));
        }
        return List.copyOf(groups);
    }

    private static List<AttentionToken> segment(List<AttentionToken> tokens, int segment) {
        return tokens.stream().filter(token -> token.segment() == segment).toList();
    }

    /** Whether a token of an exhibit stands for something missing. */
    public static Predicate<AttentionToken> masks(Exhibit exhibit) {
        int mask = exhibit.model().tokenizer().vocabulary().mask().map(AddedToken::id).orElse(-1);
        return token -> token.id() == mask;
    }

    /** All of it. */
    public static Picture picture(Exhibit exhibit, Theme theme, double width) {
        return new TokenStripPicture(groups(exhibit.reading().tokens()), masks(exhibit), theme, width);
    }
}
