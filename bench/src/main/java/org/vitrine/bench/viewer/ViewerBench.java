package org.vitrine.bench.viewer;

import static org.vitrine.bench.viewer.Timing.milliseconds;
import static org.vitrine.bench.viewer.Timing.row;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import javafx.stage.Stage;
import org.vitrine.bench.model.RandomBert;
import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.explain.whatif.Change;
import org.vitrine.explain.whatif.HeadChange;
import org.vitrine.explain.whatif.Intervention;
import org.vitrine.ui.desktop.ViewerWindow;
import org.vitrine.ui.desktop.canvas.PictureView;
import org.vitrine.ui.desktop.state.Look;
import org.vitrine.ui.desktop.state.Session;
import org.vitrine.ui.desktop.state.WhatIf.Comparison;
import org.vitrine.ui.desktop.work.Desk;

/**
 * Shows a page of text, read by a model as large as bert-base-uncased, in the viewer's real window: how long each view takes
 * until it is drawn, and its frames while people point at it and scroll it.
 */
public final class ViewerBench {
    private static final int TOKENS = 363;
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final int PASSES = 5;
    /** Views that show the difference an intervention makes. */
    private static final List<String> COMPARED = List.of("predictions", "head-view", "model-view", "inspector");

    private final Session session;
    private final ViewerWindow window;
    private final Stage stage;
    private final Frames frames;
    private final Hand hand;
    private final StackPane root;

    /** To be made where the window may be touched. */
    private ViewerBench(Session session) {
        Rectangle dot = Frames.dot();
        this.session = session;
        this.window = new ViewerWindow(session);
        this.root = new StackPane(window.root(), dot);
        this.frames = new Frames(dot);
        this.hand = new Hand(frames, this::settle);
        this.stage = new Stage();
        stage.setScene(new Scene(root, WIDTH, HEIGHT));
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    /** Takes the folder of the model. */
    public static void main(String[] args) throws IOException {
        Frames.start();
        ViewerBench bench = Frames.get(() -> new ViewerBench(new Session(Desk.ofWindow(), new Look(false, 1))));
        bench.read(Path.of(args[0]));
        Memory.rows("read");
        Table.head("view", "picture", "all", "again", "pointing", "95 %", "scrolling", "95 %");
        List<Tab> tabs = Frames.get(bench::tabs);
        for (Tab tab : tabs) {
            bench.view(tab);
        }
        Memory.rows("all views opened");
        bench.changes(tabs);
        new LargePictures(bench.session.desk(), bench).run();
        Frames.run(bench.stage::close);
        Platform.exit();
    }

    private void read(Path folder) {
        long start = System.nanoTime();
        Frames.run(() -> {
            session.modelProperty().set(folder.toString());
            session.textProperty().set(RandomBert.BASE_WITH_WORDS.text(TOKENS));
            session.run();
        });
        settle();
        if (Frames.get(() -> session.exhibitProperty().get()) == null) {
            throw new IllegalStateException(Frames.get(() -> session.messageProperty().get()));
        }
        row("viewer, load bert-base and read " + TOKENS + " tokens", milliseconds(start), "ms");
        double[] passes = new double[PASSES];
        for (int i = 0; i < PASSES; i++) {
            Frames.run(session::run);
            settle();
            passes[i] = Frames.get(() -> session.passProperty().get().milliseconds());
        }
        Arrays.sort(passes);
        row("viewer, read again, of it the forward pass", passes[PASSES / 2], "ms");
    }

    /** Waits until no work is left and all is drawn. */
    void settle() {
        frames.await(() -> session.desk().runningProperty().get() == 0);
    }

    private List<Tab> tabs() {
        return all(root).filter(TabPane.class::isInstance).map(TabPane.class::cast)
                .filter(pane -> pane.getTabs().stream().allMatch(tab -> tab.getId() != null)).findFirst()
                .map(pane -> List.copyOf(pane.getTabs())).orElse(List.of());
    }

    private static Stream<Node> all(Node node) {
        return node instanceof Parent parent
                ? Stream.concat(Stream.of(node), parent.getChildrenUnmodifiable().stream().flatMap(ViewerBench::all))
                : Stream.of(node);
    }

    private static List<PictureView> pictures(Tab tab) {
        return all(tab.getContent()).filter(PictureView.class::isInstance).map(PictureView.class::cast)
                .filter(view -> view.getWidth() > 0 && view.getHeight() > 0).toList();
    }

    private void view(Tab tab) {
        double[] first = open(tab);
        double[] again = open(tab);
        List<PictureView> pictures = Frames.get(() -> pictures(tab));
        if (pictures.isEmpty()) {
            Table.row(tab.getId(), Double.NaN, first[1], again[1]);
        }
        for (int i = 0; i < pictures.size(); i++) {
            double[] moves = hand.moves(pictures.get(i));
            if (i == 0) {
                Table.row(tab.getId(), first[0], first[1], again[1], moves[0], moves[1], moves[2], moves[3]);
            } else {
                picture(tab.getId() + " " + (i + 1), Double.NaN, moves);
            }
        }
    }

    /** Opens a view; gives the milliseconds until a picture was on show and until all was there. */
    private double[] open(Tab tab) {
        Frames.run(() -> {
            List<Tab> others = tab.getTabPane().getTabs().stream().filter(other -> other != tab).toList();
            if (!others.isEmpty()) {
                tab.getTabPane().getSelectionModel().select(others.getFirst());
            }
        });
        settle();
        long start = System.nanoTime();
        Frames.run(() -> tab.getTabPane().getSelectionModel().select(tab));
        frames.await(() -> session.desk().runningProperty().get() == 0
                || pictures(tab).stream().anyMatch(view -> view.prefWidth(-1) > 0));
        double picture = milliseconds(start);
        settle();
        return new double[]{picture, milliseconds(start)};
    }

    /** What people change while a view is open. */
    private void changes(List<Tab> tabs) {
        for (Tab tab : tabs) {
            if (tab.getId().equals("head-view")) {
                change(tab, "another layer", () -> session.selection().layer().set(7));
            }
            change(tab, "dark", () -> session.lookProperty().set(session.lookProperty().get().inverted()));
        }
        long start = System.nanoTime();
        Frames.run(() -> {
            window.whatIf().comparisonProperty().set(Comparison.DIFFERENCE);
            window.whatIf().add(new HeadChange(AttentionKind.ENCODER, 3, 5, Intervention.ALL, new Change.Zero()));
        });
        settle();
        Table.row("a head set to zero", Double.NaN, milliseconds(start));
        for (Tab tab : tabs) {
            if (COMPARED.contains(tab.getId())) {
                double[] first = open(tab);
                Table.row(tab.getId() + ", difference", first[0], first[1], open(tab)[1]);
            }
        }
    }

    private void change(Tab tab, String name, Runnable change) {
        open(tab);
        long start = System.nanoTime();
        Frames.run(change);
        settle();
        Table.row(tab.getId() + ", " + name, Double.NaN, milliseconds(start));
    }

    /** Points at a picture and scrolls it. */
    void picture(String name, double shown, PictureView view) {
        picture(name, shown, hand.moves(view));
    }

    private static void picture(String name, double shown, double[] moves) {
        Table.row(name, Double.NaN, shown, Double.NaN, moves[0], moves[1], moves[2], moves[3]);
    }

    /** Shows a node instead of the viewer's window. */
    void showInstead(Node node) {
        Frames.run(() -> root.getChildren().set(0, node));
    }
}
