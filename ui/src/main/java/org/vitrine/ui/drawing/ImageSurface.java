package org.vitrine.ui.drawing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** Draws a picture in pixels, without a screen. */
final class ImageSurface implements Surface {
    static {
        // Otherwise the first use of a font looks for a display, and fails where there is none.
        if (System.getProperty("java.awt.headless") == null) {
            System.setProperty("java.awt.headless", "true");
        }
    }

    private final Graphics2D graphics;
    private final LinePen pen;
    private final Visible visible;
    private final double scale;
    private final Font face;

    private ImageSurface(BufferedImage image, Graphics2D graphics, Picture picture, PixelArea area) {
        this.graphics = graphics;
        this.pen = new LinePen(image, area.x(), area.y());
        this.visible = new Visible(picture.width(), picture.height());
        this.scale = area.scale();
        this.face = face();
    }

    /**
     * The picture as an image.
     *
     * @param scale pixels a point
     * @throws PictureException if this machine has no fonts
     */
    static BufferedImage image(Picture picture, double scale) {
        PixelArea whole = PixelArea.whole(picture, scale);
        BufferedImage image = new BufferedImage(whole.width(), whole.height(), BufferedImage.TYPE_INT_RGB);
        paint(picture, whole, image);
        return image;
    }

    /**
     * Draws a part of the picture over what an image holds.
     *
     * @param image of type {@link BufferedImage#TYPE_INT_RGB} or {@link BufferedImage#TYPE_INT_ARGB_PRE}, as large as the part
     * @throws PictureException if this machine has no fonts
     */
    static void paint(Picture picture, PixelArea area, BufferedImage image) {
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.translate(-area.x(), -area.y());
        graphics.scale(area.scale(), area.scale());
        ImageSurface surface = new ImageSurface(image, graphics, picture, area);
        picture.paint(surface);
        surface.pen.flush();
        graphics.dispose();
    }

    /** The machine's monospaced face. A Java without fonts, or without its drawing library, says so in many ways. */
    private static Font face() {
        try {
            Font face = new Font(Font.MONOSPACED, Font.PLAIN, 1);
            face.getStringBounds("x", new FontRenderContext(null, true, true));
            return face;
        } catch (RuntimeException | Error e) {
            throw new PictureException(
                    "this machine has no fonts that Java can draw with, so there can be no PNG; install "
                            + "some, or write the picture with --svg, which needs none",
                    e);
        }
    }

    /** Edges lie between pixels, so that neighbours leave no seam; what is thinner than a pixel stays as it is. */
    @Override
    public void rectangle(Box box, Colour fill) {
        if (!visible.rectangle(box, fill)) {
            return;
        }
        pen.flush();
        graphics.setColor(colour(fill));
        double left = snapped(box.x());
        double top = snapped(box.y());
        double width = snapped(box.right()) - left;
        double height = snapped(box.bottom()) - top;
        graphics.fill(new Rectangle2D.Double(width > 0 ? left : box.x(), height > 0 ? top : box.y(),
                width > 0 ? width : box.width(), height > 0 ? height : box.height()));
    }

    /** Its outer edges lie between pixels; where its cells are smaller than pixels, some are left out. */
    @Override
    public void grid(Box box, ColourGrid grid) {
        if (!visible.rectangle(box, Colour.BLACK)) {
            return;
        }
        pen.flush();
        double left = snapped(box.x());
        double top = snapped(box.y());
        AffineTransform fit = AffineTransform.getTranslateInstance(left, top);
        fit.scale((snapped(box.right()) - left) / grid.columns(), (snapped(box.bottom()) - top) / grid.rows());
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION,
                RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        graphics.drawImage(grid.image(), fit, null);
    }

    private double snapped(double place) {
        return Math.rint(place * scale) / scale;
    }

    @Override
    public void outline(Box box, Colour colour, double width) {
        if (visible.outline(box, colour, width)) {
            pen.flush();
            graphics.setColor(colour(colour));
            graphics.setStroke(new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
            graphics.draw(new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height()));
        }
    }

    @Override
    public void line(Line line, Colour colour, double width) {
        if (visible.line(line, colour, width)) {
            pen.add(new Line(line.x1() * scale, line.y1() * scale, line.x2() * scale, line.y2() * scale), colour,
                    width * scale);
        }
    }

    /** In the room that the layout has for it: a face with wider letters is squeezed, a narrower one stands where it is aligned. */
    @Override
    public void text(String text, double x, double y, TextStyle style) {
        Box room = style.box(text, x, y);
        if (!visible.text(text, room, style.colour())) {
            return;
        }
        pen.flush();
        Font font = face.deriveFont(style.bold() ? Font.BOLD : Font.PLAIN, (float) style.size());
        double own = font.getStringBounds(text, graphics.getFontRenderContext()).getWidth();
        double squeeze = own > room.width() && room.width() > 0 ? room.width() / own : 1;
        AffineTransform before = graphics.getTransform();
        double spare = switch (style.align()) {
            case LEFT -> 0;
            case CENTRE -> 0.5;
            case RIGHT -> 1;
        };
        graphics.translate(room.x() + spare * (room.width() - own * squeeze), y);
        graphics.scale(squeeze, 1);
        graphics.setFont(font);
        graphics.setColor(colour(style.colour()));
        graphics.drawString(text, 0, 0);
        graphics.setTransform(before);
    }

    private static Color colour(Colour colour) {
        int alpha = (int) Math.round(255 * Math.clamp(colour.opacity(), 0, 1));
        return new Color(colour.red(), colour.green(), colour.blue(), alpha);
    }
}
