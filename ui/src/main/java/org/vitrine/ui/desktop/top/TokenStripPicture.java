package org.vitrine.ui.desktop.top;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.vitrine.explain.attention.AttentionToken;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.ui.drawing.Box;
import org.vitrine.ui.drawing.Colour;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.Surface;
import org.vitrine.ui.drawing.TextStyle;
import org.vitrine.ui.drawing.TextStyle.Align;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.drawing.TokenChip;
import org.vitrine.ui.picture.spot.TokenSpot;
import org.vitrine.ui.terminal.Chip;

/**
 * All tokens that were read, as chips with their positions below, in lines: those of each stack and of each of BERT's
 * texts begin a line of their own. Pieces of a word are joined, masks are dark, tokens of the template faint.
 */
public final class TokenStripPicture implements Picture {
    private static final double MARGIN = 4;
    private static final double GAP = 4;
    private static final double SEAM = 1;
    /** The size of positions, in parts of that of labels. */
    private static final double TINY = 0.8;

    private final Theme theme;
    private final double width;
    private final Predicate<AttentionToken> masks;
    private final TextStyle tiny;
    private final List<Label> labels = new ArrayList<>();
    private final List<Placed> chips = new ArrayList<>();
    private double x;
    private double y;

    /**
     * Tokens that are shown below each other's.
     *
     * @param stack who reads them
     * @param label what to write before them; empty for nothing
     */
    public record Group(Stack stack, String label, List<AttentionToken> tokens) {
    }

    private record Label(String text, double y) {
    }

    private record Placed(Stack stack, AttentionToken token, Box box) {
    }

    /**
     * Lays the tokens out.
     *
     * @param masks which of them stand for something missing
     * @param width how long a line may be, in points
     */
    public TokenStripPicture(List<Group> groups, Predicate<AttentionToken> masks, Theme theme, double width) {
        this.theme = theme;
        this.width = width;
        this.masks = masks;
        this.tiny = new TextStyle(theme.small().size() * TINY, theme.faint(), false, Align.CENTRE);
        double indent = groups.stream().mapToDouble(group -> theme.small().width(group.label())).max().orElse(0);
        this.y = theme.length(MARGIN);
        for (Group group : groups) {
            labels.add(new Label(group.label(), y));
            place(group, theme.length(MARGIN) + (indent > 0 ? indent + theme.length(2 * GAP) : 0));
        }
    }

    private void place(Group group, double left) {
        boolean carrySpaces = group.tokens().stream().anyMatch(token -> token.token().startsWith(" "));
        x = left;
        AttentionToken before = null;
        for (AttentionToken token : group.tokens()) {
            double chip = chip(token).width();
            double room = Math.max(chip, tiny.width(Integer.toString(token.position())));
            boolean joined = before != null && !standsAlone(before) && !standsAlone(token)
                    && Chip.goesOn(token.token(), carrySpaces);
            double gap = before == null ? 0 : theme.length(joined ? SEAM : GAP);
            if (before != null && x + gap + room > width - theme.length(MARGIN)) {
                y += lineHeight(theme);
                gap = 0;
                x = left;
            }
            chips.add(new Placed(group.stack(), token, new Box(x + gap, y, room, chip(token).height())));
            x += gap + room;
            before = token;
        }
        y += lineHeight(theme);
    }

    private boolean standsAlone(AttentionToken token) {
        return token.special() || masks.test(token);
    }

    /** How far apart lines are. */
    static double lineHeight(Theme theme) {
        return new TokenChip("", theme.text()).height() + 1.3 * TINY * theme.small().size() + theme.length(GAP);
    }

    /** The height of that many lines, margins included. */
    static double height(int lines, Theme theme) {
        return lines * lineHeight(theme) + theme.length(2 * MARGIN);
    }

    private TokenChip chip(AttentionToken token) {
        return new TokenChip(token.token(), theme.text().aligned(Align.CENTRE));
    }

    @Override
    public String title() {
        return "tokens";
    }

    @Override
    public double width() {
        return width;
    }

    @Override
    public double height() {
        return y + theme.length(MARGIN);
    }

    @Override
    public void paint(Surface surface) {
        surface.rectangle(new Box(0, 0, width(), height()), theme.ground());
        for (Label label : labels) {
            double middle = label.y + new TokenChip("", theme.text()).height() / 2;
            surface.text(label.text, theme.length(MARGIN), theme.small().baseLine(middle), theme.small());
        }
        for (Placed placed : chips) {
            paint(placed, surface);
        }
    }

    private void paint(Placed placed, Surface surface) {
        AttentionToken token = placed.token;
        boolean mask = masks.test(token);
        Colour ground = mask ? theme.ink() : theme.faint().withOpacity(token.special() ? 0.06 : 0.18);
        Colour ink = mask ? theme.ground() : token.special() ? theme.faint() : theme.ink();
        Box box = placed.box;
        TextStyle style = chip(token).style().coloured(ink);
        new TokenChip(token.token(), style).paint(surface, box, ground);
        String position = Integer.toString(token.position());
        surface.text(position, box.centreX(), box.bottom() + 1.05 * tiny.size(), tiny);
        Box all = new Box(box.x(), box.y(), box.width(), box.height() + 1.3 * tiny.size());
        surface.hint(all, Chip.of(token.token()) + "\nposition " + position + ", id " + token.id()
                + (mask ? "\nstands for what is missing"
                        : token.special() ? "\nput there by the model's template" : ""));
        surface.spot(box, new TokenSpot(placed.stack, token.position()));
    }
}
