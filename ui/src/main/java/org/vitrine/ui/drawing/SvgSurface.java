package org.vitrine.ui.drawing;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * Writes a picture as a document of its own: SVG 1.1, without scripts and without anything that would have to be fetched.
 * Each text says how long it is to be, so the layout holds in whichever monospaced face the reader has; hints are the titles
 * of rectangles that lie unseen above everything. Elements in a row that look the same share a group.
 */
public final class SvgSurface implements Surface {
    private static final String FACES = "ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, 'Liberation Mono', monospace";
    private static final String UNSEEN = "fill=\"none\" pointer-events=\"all\"";
    private static final char REPLACEMENT = '\uFFFD';
    private static final double HUNDREDTHS = 100;
    private static final int MOST_RECTANGLES = 2048;

    private final Visible visible;
    private final StringBuilder body = new StringBuilder();
    private final StringBuilder hints = new StringBuilder();
    private final List<String> group = new ArrayList<>();
    private String look = "";

    private SvgSurface(Picture picture) {
        this.visible = new Visible(picture.width(), picture.height());
    }

    /** The whole document. */
    public static String document(Picture picture) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + element(picture);
    }

    /** The document's only element, which can also stand inside an HTML page. */
    public static String element(Picture picture) {
        SvgSurface surface = new SvgSurface(picture);
        picture.paint(surface);
        surface.endGroup();
        String width = number(picture.width());
        String height = number(picture.height());
        StringBuilder document = new StringBuilder();
        document.append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\" role=\"img\" xml:space=\"preserve\" width=\"")
                .append(width).append("\" height=\"").append(height).append("\" viewBox=\"0 0 ").append(width)
                .append(' ')
                .append(height).append("\" font-family=\"").append(FACES).append("\">\n<title>")
                .append(escaped(picture.title())).append("</title>\n").append(surface.body);
        if (!surface.hints.isEmpty()) {
            document.append("<g ").append(UNSEEN).append(">\n").append(surface.hints).append("</g>\n");
        }
        return document.append("</svg>\n").toString();
    }

    @Override
    public void rectangle(Box box, Colour fill) {
        if (visible.rectangle(box, fill)) {
            add(paint("fill", fill), "rect", place(box), "");
        }
    }

    @Override
    public void outline(Box box, Colour colour, double width) {
        if (visible.outline(box, colour, width)) {
            add("fill=\"none\" " + stroke(colour, width), "rect", place(box), "");
        }
    }

    @Override
    public void line(Line line, Colour colour, double width) {
        if (visible.line(line, colour, width)) {
            add(stroke(colour, width), "line", attribute("x1", line.x1()) + attribute("y1", line.y1())
                    + attribute("x2", line.x2()) + attribute("y2", line.y2()), "");
        }
    }

    @Override
    public void text(String text, double x, double y, TextStyle style) {
        if (!visible.text(text, style.box(text, x, y), style.colour())) {
            return;
        }
        String anchor = switch (style.align()) {
            case LEFT -> "";
            case CENTRE -> " text-anchor=\"middle\"";
            case RIGHT -> " text-anchor=\"end\"";
        };
        double length = style.width(text);
        String stretch = length > 0 ? attribute("textLength", length) + " lengthAdjust=\"spacingAndGlyphs\"" : "";
        add(paint("fill", style.colour()) + attribute("font-size", style.size())
                + (style.bold() ? " font-weight=\"bold\"" : "") + anchor, "text",
                attribute("x", x) + attribute("y", y) + stretch, unbroken(escaped(text)));
    }

    @Override
    public void hint(Box box, String text) {
        if (visible.rectangle(box, Colour.BLACK)) {
            hints.append("<rect").append(place(box)).append("><title>").append(escaped(text))
                    .append("</title></rect>\n");
        }
    }

    /** Small ones as rectangles; large ones as an image inside the document, for otherwise nothing could open it. */
    @Override
    public void grid(Box box, ColourGrid grid) {
        if (grid.colours().length <= MOST_RECTANGLES) {
            grid.paintRectangles(this, box);
        } else if (visible.rectangle(box, Colour.BLACK)) {
            add("preserveAspectRatio=\"none\" style=\"image-rendering:pixelated\"", "image",
                    place(box) + " xmlns:xlink=\"http://www.w3.org/1999/xlink\" xlink:href=\"data:image/png;base64,"
                            + Base64.getEncoder().encodeToString(grid.png()) + "\"",
                    "");
        }
    }

    private void add(String looks, String element, String attributes, String content) {
        if (!looks.equals(look)) {
            endGroup();
            look = looks;
        }
        group.add(element + attributes + (content.isEmpty() ? "/>" : ">" + content + "</" + element + ">"));
    }

    /** Elements of one look get it from a group around them; a single one has it itself. */
    private void endGroup() {
        if (group.size() == 1) {
            String element = group.getFirst();
            int name = element.indexOf(' ');
            body.append('<').append(element, 0, name).append(' ').append(look).append(element.substring(name))
                    .append('\n');
        } else if (!group.isEmpty()) {
            body.append("<g ").append(look).append(">\n");
            group.forEach(element -> body.append('<').append(element).append('\n'));
            body.append("</g>\n");
        }
        group.clear();
    }

    private static String place(Box box) {
        return attribute("x", box.x()) + attribute("y", box.y()) + attribute("width", box.width())
                + attribute("height", box.height());
    }

    private static String stroke(Colour colour, double width) {
        return paint("stroke", colour) + attribute("stroke-width", width);
    }

    private static String paint(String property, Colour colour) {
        return property + "=\"" + colour.hex() + "\""
                + (colour.opacity() < 1 ? attribute(property + "-opacity", colour.opacity()) : "");
    }

    private static String attribute(String name, double value) {
        return " " + name + "=\"" + number(value) + "\"";
    }

    /** Two decimals, without zeros at the end. */
    private static String number(double value) {
        double rounded = Math.rint(value * HUNDREDTHS) / HUNDREDTHS;
        if (rounded == Math.rint(rounded)) {
            return Long.toString((long) rounded);
        }
        String text = String.format(Locale.ROOT, "%.2f", rounded);
        return text.endsWith("0") ? text.substring(0, text.length() - 1) : text;
    }

    /** Browsers run spaces together, and would then stretch the letters to fill the text's length. */
    private static String unbroken(String text) {
        return text.replace("  ", "\u00a0 ");
    }

    /** As XML has it; what no XML file may hold, control characters and halves of surrogate pairs, is replaced. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                default -> escaped.appendCodePoint(isAllowed(c) ? c : REPLACEMENT);
            }
        }
        return escaped.toString();
    }

    private static boolean isAllowed(int c) {
        return c >= ' ' && c != 0xFFFE && c != 0xFFFF && Character.getType(c) != Character.SURROGATE || c == '\n'
                || c == '\t';
    }
}
