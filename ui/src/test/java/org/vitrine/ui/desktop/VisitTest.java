package org.vitrine.ui.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.ui.desktop.saved.SavedSession;
import org.vitrine.ui.desktop.saved.SessionFile;
import org.vitrine.ui.desktop.state.Look;
import org.vitrine.ui.desktop.state.Session;
import org.vitrine.ui.desktop.work.Desk;
import org.vitrine.ui.session.Backend;
import org.vitrine.ui.session.ModelCache;

class VisitTest {
    @TempDir
    private Path folder;

    private record Opened(Stage stage, Session session, ViewerWindow window) {
        void close() {
            Fx.run(stage::close);
        }
    }

    private SessionFile file() {
        return new SessionFile(folder.resolve("vitrine/session.json"));
    }

    private Opened open(ViewerOptions options) throws InterruptedException {
        Opened opened = Fx.get(() -> {
            Session session = new Session(Desk.ofWindow(), new Look(false, 1));
            ViewerWindow window = new ViewerWindow(session,
                    List.of(new SampleView(session, "one"), new SampleView(session, "two")), null);
            Stage stage = new Stage();
            new Visit(stage, window, file()).open(options, new ModelCache(folder));
            return new Opened(stage, session, window);
        });
        for (int quiet = 0; quiet < 3;) {
            quiet = Fx.get(() -> opened.session.desk().runningProperty().get() == 0) ? quiet + 1 : 0;
            Thread.sleep(20);
        }
        return opened;
    }

    @Test
    void theFirstScreenShowsAResultAtOnceAndIsKept() throws Exception {
        Opened first = open(ViewerOptions.NONE);
        assertThat(first.session.exhibitProperty().get().texts().text())
                .isEqualTo(" Heathrow airport is in the city of");
        assertThat(Files.readString(file().path())).contains("Heathrow");
        first.close();
        assertThat(file().load().problem()).isEmpty();
    }

    @Test
    void aSessionOpensWhereItWasLeft() throws Exception {
        Opened first = open(ViewerOptions.NONE);
        Fx.run(() -> {
            first.session.textProperty().set("not read yet");
            first.session.selection().position(Stack.DECODER).set(2);
            first.session.selection().layer().set(3);
            first.session.selection().head().set(1);
            first.session.lookProperty().set(new Look(true, 1.25));
            ((SampleView) first.window.view("two").orElseThrow()).field.setText("changed");
            first.window.show("two");
            first.stage.setWidth(900);
            first.stage.setHeight(700);
        });
        while (Fx.get(() -> first.stage.getScene().getWidth()) != 900) {
            Thread.sleep(20); // the screen's windows have threads of their own
        }
        first.close();
        Opened second = open(ViewerOptions.NONE);
        assertThat(second.session.exhibitProperty().get().texts().text()).isEqualTo("not read yet");
        assertThat(second.session.selection().position(Stack.DECODER).get()).isEqualTo(2);
        assertThat(second.session.selection().layer().get()).isEqualTo(3);
        assertThat(second.session.selection().head().get()).isEqualTo(1);
        assertThat(second.session.lookProperty().get()).isEqualTo(new Look(true, 1.25));
        assertThat(second.window.front().orElseThrow().id()).isEqualTo("two");
        assertThat(((SampleView) second.window.view("two").orElseThrow()).field.getText()).isEqualTo("changed");
        assertThat(Fx.get(() -> second.stage.getScene().getWidth())).isEqualTo(900);
        second.close();
    }

    @Test
    void aBrokenFileIsPassedOverWithASentence() throws Exception {
        Files.createDirectories(file().path().getParent());
        Files.writeString(file().path(), "{broken");
        Opened opened = open(ViewerOptions.NONE);
        assertThat(opened.window.messages().textProperty().get()).contains("session.json", "no session");
        assertThat(opened.session.exhibitProperty().get()).isNotNull();
        opened.close();
    }

    @Test
    void whatIsAskedForComesBeforeWhatWasLeft() throws Exception {
        open(ViewerOptions.NONE).close();
        ViewerOptions options = new ViewerOptions(Optional.of("classroom-bert"), Optional.of("a [MASK]"),
                Optional.of("a dog"), Optional.of(Backend.SCALAR), OptionalInt.of(1));
        Opened opened = open(options);
        assertThat(opened.session.exhibitProperty().get().model().name()).isEqualTo("classroom-bert");
        assertThat(opened.session.exhibitProperty().get().texts().joined()).isEqualTo("a [MASK] | a dog");
        assertThat(opened.session.backendProperty().get()).isEqualTo(Backend.SCALAR);
        opened.close();
    }

    @Test
    void aTextAloneIsReadByAModelThatCan() {
        ViewerOptions mask = ViewerOptions.of(Map.of("text", "a [MASK]"));
        assertThat(mask.over(SavedSession.FIRST).question().model()).isEqualTo("classroom-bert");
        ViewerOptions plain = ViewerOptions.of(Map.of("text", "a"));
        assertThat(plain.over(mask.over(SavedSession.FIRST)).question().model()).isEqualTo("classroom-bert");
        assertThat(ViewerOptions.NONE.over(SavedSession.FIRST)).isEqualTo(SavedSession.FIRST);
    }

    @Test
    void optionsSurviveBeingArguments() {
        ViewerOptions options = new ViewerOptions(Optional.of("m"), Optional.of("--a=b\nc"), Optional.of(""),
                Optional.of(Backend.SCALAR), OptionalInt.of(3));
        assertThat(options.arguments()).contains("--text=--a=b\nc", "--threads=3");
        assertThat(ViewerOptions.of(Map.of("model", "m", "text", "--a=b\nc", "pair", "", "backend", "SCALAR",
                "threads", "3"))).isEqualTo(options);
    }
}
