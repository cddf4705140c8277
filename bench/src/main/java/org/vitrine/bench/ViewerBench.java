package org.vitrine.bench;

import static org.vitrine.bench.Timing.row;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.StackPane;
import javafx.scene.robot.Robot;
import javafx.scene.shape.Rectangle;
import javafx.stage.Stage;
import org.vitrine.ui.desktop.ViewerWindow;
import org.vitrine.ui.desktop.canvas.PictureView;
import org.vitrine.ui.desktop.state.Look;
import org.vitrine.ui.desktop.state.Session;
import org.vitrine.ui.desktop.work.Desk;

/**
 * Shows a page of text, read by a model as large as bert-base-uncased, in the viewer's real window: how long each view takes
 * until it is drawn, and its frames while people point at it and scroll it.
 */
final class ViewerBench {
    private static final int TOKENS = 363;
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final int STEPS = 50;
    /** Steps down before as many up again, so that most pictures are long enough to move at each. */
    private static final int TURN = 5;

    private final Session session;
    private final Stage stage;
    private final Robot robot;
    private final Frames frames;
    private final StackPane root;

    /** To be made where the window may be touched. */
    private ViewerBench(Session session) {
        Rectangle dot = Frames.dot();
        this.session = session;
        this.root = new StackPane(new ViewerWindow(session).root(), dot);
        this.frames = new Frames(dot);
        this.robot = new Robot();
        this.stage = new Stage();
        stage.setScene(new Scene(root, WIDTH, HEIGHT));
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    static void run(Path folder) throws IOException {
        RandomBert.BASE.write(folder);
        RandomBert.BASE.writeVocabulary(folder);
        Frames.start();
        ViewerBench bench = Frames.get(() -> new ViewerBench(new Session(Desk.ofWindow(), new Look(false, 1))));
        bench.read(folder);
        print("view", "shown", "pointing", "95 %", "scrolling", "95 %");
        for (Tab tab : Frames.get(bench::tabs)) {
            bench.view(tab);
        }
        bench.memory();
        new LargePictures(bench.session.desk(), bench).run();
        Frames.run(bench.stage::close);
        Platform.exit();
    }

    private void read(Path folder) {
        long start = System.nanoTime();
        Frames.run(() -> {
            session.modelProperty().set(folder.toString());
            session.textProperty().set(RandomBert.BASE.text(TOKENS));
            session.run();
        });
        settle();
        if (Frames.get(() -> session.exhibitProperty().get()) == null) {
            throw new IllegalStateException(Frames.get(() -> session.messageProperty().get()));
        }
        row("viewer, load bert-base and read " + TOKENS + " tokens", Timing.milliseconds(start), "ms");
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

    private void view(Tab tab) {
        Frames.run(() -> {
            List<Tab> others = tab.getTabPane().getTabs().stream().filter(other -> other != tab).toList();
            if (!others.isEmpty()) {
                tab.getTabPane().getSelectionModel().select(others.getFirst());
            }
        });
        settle();
        long start = System.nanoTime();
        Frames.run(() -> tab.getTabPane().getSelectionModel().select(tab));
        settle();
        double shown = Timing.milliseconds(start);
        List<PictureView> pictures = Frames.get(() -> all(tab.getContent()).filter(PictureView.class::isInstance)
                .map(PictureView.class::cast).filter(view -> view.getWidth() > 0 && view.getHeight() > 0).toList());
        if (pictures.isEmpty()) {
            print(tab.getId(), number(shown), "-", "-", "-", "-");
        }
        for (int i = 0; i < pictures.size(); i++) {
            picture(tab.getId() + (i == 0 ? "" : " " + (i + 1)), i == 0 ? shown : Double.NaN, pictures.get(i));
        }
    }

    /** Points at a picture and scrolls it. */
    void picture(String name, double shown, PictureView view) {
        double[] pointing = pointing(view);
        double[] scrolling = scrolling(view);
        print(name, number(shown), number(share(pointing, 0.5)), number(share(pointing, 0.95)),
                number(share(scrolling, 0.5)), number(share(scrolling, 0.95)));
    }

    /** Places all over what is seen of the view. */
    private double[] pointing(PictureView view) {
        double[] times = new double[STEPS];
        for (int i = 0; i < STEPS; i++) {
            double across = 0.03 + 0.94 * (i * 7 % STEPS) / STEPS;
            double down = 0.03 + 0.94 * i / STEPS;
            times[i] = frames.time(() -> robot.mouseMove(at(view, across, down)));
            settle();
        }
        return times;
    }

    private double[] scrolling(PictureView view) {
        Frames.run(() -> robot.mouseMove(at(view, 0.5, 0.5)));
        settle();
        double[] times = new double[STEPS];
        for (int i = 0; i < STEPS; i++) {
            int turned = i / TURN % 2 == 0 ? 3 : -3;
            times[i] = frames.time(() -> robot.mouseWheel(turned));
        }
        settle();
        return times;
    }

    private static Point2D at(PictureView view, double across, double down) {
        return view.localToScreen(across * view.getWidth(), down * view.getHeight());
    }

    /** Shows a node instead of the viewer's window. */
    void showInstead(Node node) {
        Frames.run(() -> root.getChildren().set(0, node));
    }

    private void memory() throws IOException {
        row("viewer, held on the heap", Bench.heldBytes() / 1e9, "GB");
        Path status = Path.of("/proc/self/status");
        if (Files.exists(status)) {
            for (String line : Files.readAllLines(status)) {
                if (line.startsWith("VmRSS")) {
                    row("viewer, resident memory", Long.parseLong(line.replaceAll("\\D", "")) / 1e6, "GB");
                }
            }
        }
    }

    private static double share(double[] times, double share) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    }

    private static String number(double milliseconds) {
        return Double.isNaN(milliseconds) ? "" : String.format(Locale.ROOT, "%.1f", milliseconds);
    }

    private static void print(String name, String... columns) {
        List<Object> cells = new ArrayList<>(List.of(name));
        cells.addAll(List.of(columns));
        System.out.println(String.format(Locale.ROOT, "%-32s %9s %9s %9s %9s %9s", cells.toArray()));
    }
}
