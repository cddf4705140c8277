package org.vitrine.ui.desktop.top;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.ui.desktop.state.Look;
import org.vitrine.ui.desktop.state.Session;
import org.vitrine.ui.desktop.work.Desk;
import org.vitrine.ui.session.Backend;
import org.vitrine.ui.session.Family;
import org.vitrine.ui.session.ModelCache;

class TopModelTest {
    private static final String TINY = Path.of("src", "test", "resources", "models", "gpt2-tiny").toString();

    private final Session session = new Session(Desk.direct(), new Look(false, 1));
    private final TopModel model = new TopModel(session);

    private void read(String name, String text) {
        session.modelProperty().set(name);
        session.textProperty().set(text);
        session.run();
        assertThat(session.messageProperty().get()).isEmpty();
    }

    @Test
    void aRunIsDueUntilWhatIsTypedIsOnShow() {
        assertThat(model.dueProperty().get()).isTrue();
        read("classroom-gpt2", " a cat");
        assertThat(model.dueProperty().get()).isFalse();
        session.textProperty().set(" a cat ");
        assertThat(model.dueProperty().get()).isTrue();
        session.textProperty().set(" a cat");
        assertThat(model.dueProperty().get()).isFalse();
        session.backendProperty().set(Backend.SCALAR);
        assertThat(model.dueProperty().get()).isTrue();
        session.backendProperty().set(Backend.VECTOR);
        session.modelProperty().set("classroom-bert");
        assertThat(model.dueProperty().get()).isTrue();
    }

    @Test
    void aSecondTextCountsForFamiliesThatReadTwo() {
        read("classroom-gpt2", " a cat");
        session.pairProperty().set("another");
        assertThat(model.dueProperty().get()).isFalse();
        read("classroom-bert", "a cat");
        assertThat(session.exhibitProperty().get().texts().pair()).isEqualTo("another");
        session.pairProperty().set("a third");
        assertThat(model.dueProperty().get()).isTrue();
        read("classroom-gpt2", " a cat");
        assertThat(session.exhibitProperty().get().texts().pair()).isEmpty();
        assertThat(session.pairProperty().get()).isEqualTo("a third");
    }

    @Test
    void theFamilyIsKnownBeforeTheModelIsRead() {
        session.modelProperty().set("classroom-bart");
        assertThat(model.familyProperty().get()).isEqualTo(Family.BART);
        session.modelProperty().set(" " + TINY + " ");
        assertThat(model.familyProperty().get()).isEqualTo(Family.GPT2);
        session.modelProperty().set("no such model");
        assertThat(model.familyProperty().get()).isNull();
        assertThat(session.exhibitProperty().get()).isNull();
    }

    @Test
    void fieldsSayWhatTheyAreFor() {
        assertThat(TopModel.readsPair(Family.GPT2)).isFalse();
        assertThat(TopModel.pairPrompt(Family.GPT2)).contains("GPT-2 reads one");
        assertThat(TopModel.readsPair(Family.BERT)).isTrue();
        assertThat(TopModel.pairPrompt(Family.BERT)).contains("Second text");
        assertThat(TopModel.readsPair(Family.BART)).isTrue();
        assertThat(TopModel.pairPrompt(Family.BART)).contains("Decoder text");
        assertThat(TopModel.readsPair(null)).isFalse();
        assertThat(TopModel.textPrompt(null)).isNotEmpty();
    }

    @Test
    void foldersThatWereReadAreOfferedAgainTheLastOneFirst() {
        assertThat(session.models()).containsExactly("classroom-gpt2", "classroom-bert", "classroom-bart");
        model.setRecent(List.of("one", "two", "two", ""));
        read(TINY, "a");
        assertThat(model.recent()).containsExactly(TINY, "one", "two");
        assertThat(session.models()).containsExactly("classroom-gpt2", "classroom-bert", "classroom-bart", TINY, "one",
                "two");
        model.setRecent(List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "10"));
        assertThat(model.recent()).hasSize(TopModel.MOST_RECENT);
    }

    @Test
    void theCacheIsOfferedWithItsFamilies(@TempDir Path hub) throws Exception {
        Path folder = Files.createDirectories(hub.resolve("models--org--m/snapshots/abc"));
        Files.writeString(folder.resolve("config.json"), "{\"model_type\": \"bart\"}");
        Files.writeString(folder.resolve("model.safetensors"), "x");
        model.search(new ModelCache(hub));
        assertThat(session.models()).endsWith("org/m");
        assertThat(model.families()).containsEntry("classroom-bert", Family.BERT).containsEntry("org/m", Family.BART);
    }
}
