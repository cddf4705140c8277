package org.vitrine.bench.viewer;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.explain.attention.AttentionMap;
import org.vitrine.explain.attention.AttentionToken;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.ui.desktop.canvas.PictureView;
import org.vitrine.ui.desktop.work.Desk;
import org.vitrine.ui.drawing.Box;
import org.vitrine.ui.drawing.Line;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.Sketch;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.picture.HeadViewPicture;
import org.vitrine.ui.picture.ModelViewPicture;
import org.vitrine.ui.picture.Subject;

/** The largest pictures that there are, alone in the window, with an overlay of many lines wherever the mouse points. */
record LargePictures(Desk desk, ViewerBench bench) {
    private static final int TOKENS = 363;
    private static final int LAYERS = 12;
    private static final int HEADS = 12;
    private static final int OVERLAID = 5000;

    void run() {
        List<AttentionMap> maps = IntStream.range(0, LAYERS).mapToObj(LargePictures::map).toList();
        picture("30,000 lines", HeadViewPicture.of(maps.getFirst(), HeadViewPicture.Show.EVERYTHING, Subject.SAID,
                Theme.LIGHT));
        picture("144 cells of 312 lines", ModelViewPicture.of(maps, 0, Subject.SAID, Theme.LIGHT));
    }

    private void picture(String name, Picture picture) {
        PictureView view = Frames.get(() -> new PictureView(desk));
        bench.showInstead(view);
        bench.settle();
        long start = System.nanoTime();
        Frames.run(() -> view.pictureProperty().set(picture));
        bench.settle();
        bench.picture(name, Timing.milliseconds(start), view);
        Frames.run(() -> overlay(view, picture));
        bench.picture(name + ", overlay of 5,000", Double.NaN, view);
    }

    /** Another overlay each time that the mouse moves. */
    private static void overlay(PictureView view, Picture picture) {
        view.fadedProperty().set(true);
        view.setOnMouseMoved(event -> {
            Sketch lines = new Sketch();
            lines.reserve(new Box(0, 0, picture.width() - 32, picture.height() - 32));
            for (int i = 0; i < OVERLAID; i++) {
                lines.line(new Line(100, event.getY(), 600, picture.height() * i / OVERLAID),
                        Theme.LIGHT.head(i).withOpacity(0.3), 1.5);
            }
            view.overlayProperty().set(lines.overlay("lines", Theme.LIGHT));
        });
    }

    /** Random attention, strong here and there. */
    private static AttentionMap map(int layer) {
        Random random = new Random(layer);
        float[] weights = new float[HEADS * TOKENS * TOKENS];
        for (int row = 0; row < HEADS * TOKENS; row++) {
            double sum = 0;
            for (int key = 0; key < TOKENS; key++) {
                weights[row * TOKENS + key] = (float) Math.exp(2 * random.nextGaussian());
                sum += weights[row * TOKENS + key];
            }
            for (int key = 0; key < TOKENS; key++) {
                weights[row * TOKENS + key] /= (float) sum;
            }
        }
        List<AttentionToken> tokens = IntStream.range(0, TOKENS)
                .mapToObj(i -> new AttentionToken(i, i, "w" + i, 0, false)).toList();
        List<Integer> heads = new ArrayList<>(IntStream.range(0, HEADS).boxed().toList());
        return new AttentionMap(AttentionKind.ENCODER, layer, heads, false, tokens, tokens,
                Tensor.of(weights, HEADS, TOKENS, TOKENS));
    }
}
