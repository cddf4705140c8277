package org.vitrine.ui.desktop;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.stage.Window;
import javafx.util.Duration;
import org.vitrine.ui.desktop.lessons.LessonPane;
import org.vitrine.ui.desktop.lessons.LessonsModel;
import org.vitrine.ui.desktop.saved.FileChoice;
import org.vitrine.ui.desktop.saved.FileKind;
import org.vitrine.ui.desktop.saved.FilePickers;
import org.vitrine.ui.desktop.saved.SavedSelection;
import org.vitrine.ui.desktop.saved.SavedSession;
import org.vitrine.ui.desktop.saved.SavedSession.Size;
import org.vitrine.ui.desktop.saved.ViewFiles;
import org.vitrine.ui.desktop.state.Look;
import org.vitrine.ui.desktop.state.Pass.Question;
import org.vitrine.ui.desktop.state.Session;
import org.vitrine.ui.desktop.state.WhatIf;
import org.vitrine.ui.desktop.top.Foot;
import org.vitrine.ui.desktop.top.Head;
import org.vitrine.ui.desktop.top.Keys;
import org.vitrine.ui.desktop.top.Messages;
import org.vitrine.ui.desktop.top.Shortcut;
import org.vitrine.ui.desktop.top.SideRegion;
import org.vitrine.ui.desktop.top.TokenPane;
import org.vitrine.ui.desktop.top.TopModel;
import org.vitrine.ui.desktop.top.TopPane;
import org.vitrine.ui.desktop.whatif.WhatIfPane;
import org.vitrine.ui.session.Texts;

/** All that the window holds: what is read on top, the views in tabs below, a panel at their side, messages at the foot. */
public final class ViewerWindow {
    /** Runs that are shorter do not dim what is on show: nothing flickers. */
    private static final Duration SOON = Duration.millis(250);
    private static final double DIMMED = 0.55;
    private static final double LETTERS = 14;
    private static final double GAP = 4;
    /** The title of the panel that lists the keys. */
    static final String KEYS = "Keyboard";
    /** The title of the panel in which people intervene. */
    static final String WHAT_IF = "What if";
    /** The title of the panel of lessons. */
    static final String LESSONS = "Lessons";

    private final Session session;
    private final WhatIf whatIf;
    private final List<View> views;
    private final BorderPane root = new BorderPane();
    private final Messages messages;
    private final TopModel model;
    private final TopPane top;
    private final TokenPane tokens;
    private final ViewTabs tabs;
    private final SideRegion side;
    private final ViewFiles files;
    private final WindowKeys keys;
    private final FullScreen fullScreen;
    private Size size = Size.USUAL;

    /** The window of a session, with all views. */
    public ViewerWindow(Session session) {
        this(session, Views.of(session), null);
    }

    /**
     * The window of a session.
     *
     * @param views in the order of their tabs
     * @param choice asks for files; null to ask with the operating system's own windows
     */
    public ViewerWindow(Session session, List<View> views, FileChoice choice) {
        this.session = session;
        this.whatIf = new WhatIf(session);
        this.views = List.copyOf(views);
        FileChoice asking = choice != null ? choice : new FilePickers(this::window);
        this.views.forEach(view -> view.ask(asking));
        this.messages = new Messages(session);
        this.model = new TopModel(session);
        this.files = new ViewFiles(session, asking, messages::done);
        this.keys = new WindowKeys(session, this);
        SessionMenu menu = new SessionMenu(this, asking);
        HBox toggles = new HBox(GAP);
        this.top = new TopPane(session, model, asking, toggles, menu.node());
        this.tokens = new TokenPane(session, keys.steps());
        this.tabs = new ViewTabs(this.views, this::save, this::toggleAlone);
        this.side = new SideRegion(tabs.node(), toggles);
        this.fullScreen = new FullScreen(root, tabs);
        put();
        listen();
    }

    private void put() {
        root.getStyleClass().add("viewer");
        root.getStylesheets().add(ViewerWindow.class.getResource("viewer.css").toExternalForm());
        root.setMinSize(0, 0);
        root.setTop(new Head(top, tokens));
        root.setCenter(side.node());
        root.setBottom(new Foot(session, messages));
        side(LESSONS, new LessonPane(new LessonsModel(session, this::present)).node());
        side(WHAT_IF, new WhatIfPane(session, whatIf).node());
        side(KEYS, keys.help());
    }

    /** Brings a view to the front with its controls as they are wanted; other controls stay as they are. */
    private void present(String id, Map<String, String> settings) {
        view(id).ifPresent(view -> view.restore(settings));
        show(id);
    }

    private void listen() {
        session.lookProperty().subscribe(this::apply);
        Keys pressed = keys.keys();
        root.sceneProperty().subscribe((before, now) -> {
            if (before != null) {
                pressed.ignore(before);
            }
            if (now != null) {
                pressed.listen(now);
            }
        });
        PauseTransition soon = new PauseTransition(SOON);
        soon.setOnFinished(event -> dim(session.running().busyProperty().get()));
        session.running().busyProperty().subscribe(busy -> {
            if (busy) {
                soon.playFromStart();
            } else {
                soon.stop();
                dim(false);
            }
        });
    }

    /** While something else is read, what is on show stands back. */
    private void dim(boolean dimmed) {
        tokens.setOpacity(dimmed ? DIMMED : 1);
        side.node().setOpacity(dimmed ? DIMMED : 1);
    }

    private void apply(Look look) {
        Application.setUserAgentStylesheet(
                look.dark() ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        root.setStyle("-fx-font-size: " + Math.round(LETTERS * look.fontScale()) + "px");
    }

    /** What to put into a scene. */
    public Parent root() {
        return root;
    }

    /** The operating system's window that holds it; null for none yet. */
    Window window() {
        return root.getScene() == null ? null : root.getScene().getWindow();
    }

    Session session() {
        return session;
    }

    /** What is done to the model. */
    public WhatIf whatIf() {
        return whatIf;
    }

    /** What is to be read. */
    public TopModel model() {
        return model;
    }

    /** What the window has to say. */
    public Messages messages() {
        return messages;
    }

    /** All that can be done with keys. */
    public List<Shortcut> shortcuts() {
        return keys.shortcuts();
    }

    /** Reads what was typed. */
    public void run() {
        top.run();
    }

    /** Puts the cursor into the text. */
    public void focusText() {
        top.text().requestFocus();
    }

    /** Lets the keys choose tokens. */
    public void focusTokens() {
        tokens.focus();
    }

    /** Brings a view to the front. */
    public void show(String id) {
        tabs.show(id);
    }

    /** Brings the view at a place to the front, counted from 0, if there is one. */
    public void show(int index) {
        tabs.show(index);
    }

    /** The view of that id. */
    public Optional<View> view(String id) {
        return views.stream().filter(view -> view.id().equals(id)).findFirst();
    }

    /** The view in front. */
    public Optional<View> front() {
        return tabs.front();
    }

    /** Adds a panel at the right side, with a button that opens and closes it; one is open at a time, none at first. */
    public void side(String title, Node node) {
        side.add(title, node);
    }

    /** Opens the panel of that title at the side, or closes it. */
    public void toggleSide(String title) {
        side.toggle(title);
    }

    /** Opens the panel of that title at the side; an empty title closes whichever is open. */
    public void showSide(String title) {
        side.openProperty().set(title);
    }

    /** Asks for a file and saves what the view in front shows. */
    public void save(FileKind kind) {
        front().ifPresent(view -> files.save(view, kind));
    }

    /** Gives the view in front the whole screen, or ends that. */
    public void toggleAlone() {
        fullScreen.toggleAlone(front().map(View::title).orElse(""));
    }

    /** Lets the window fill the screen, or ends that. */
    public void toggleFullScreen() {
        fullScreen.toggle();
    }

    /** Ends what there is to be ended: a run, or a full screen. */
    boolean escape() {
        if (session.running().busyProperty().get()) {
            session.cancel();
            return true;
        }
        return fullScreen.leave();
    }

    /** Notes the size of the window, to be found so again. */
    public void resized(Size now) {
        size = now;
    }

    /** How large the window is, or was when its session was saved. */
    public Size size() {
        return size;
    }

    /** All that is to be found so again. */
    public SavedSession capture() {
        Map<String, Map<String, String>> settings = new LinkedHashMap<>();
        views.forEach(view -> settings.put(view.id(), view.settings()));
        Question question = new Question(session.modelProperty().get(), session.backendProperty().get(),
                new Texts(session.textProperty().get(), session.pairProperty().get()));
        return new SavedSession(question, SavedSelection.of(session.selection()), front().map(View::id).orElse(""),
                settings, session.lookProperty().get(), size, model.recent());
    }

    /** Makes everything as it was, and reads the text again. */
    public void restore(SavedSession saved) {
        Question question = saved.question();
        session.lookProperty().set(saved.look());
        model.setRecent(saved.recent());
        session.modelProperty().set(question.model());
        session.backendProperty().set(question.backend());
        session.textProperty().set(question.texts().text());
        session.pairProperty().set(question.texts().pair());
        views.forEach(view -> view.restore(saved.views().getOrDefault(view.id(), Map.of())));
        show(saved.tab());
        size = saved.size();
        session.run(() -> saved.selection().choose(session.selection(), session.exhibitProperty().get()));
    }
}
