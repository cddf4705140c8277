package org.vitrine.ui.desktop.lens;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.explain.NextToken;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.ui.cli.Run;
import org.vitrine.ui.desktop.lens.GenerationModel.Way;
import org.vitrine.ui.desktop.lens.Written.Beams;
import org.vitrine.ui.desktop.lens.Written.OneText;
import org.vitrine.ui.desktop.state.Session;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.picture.spot.TokenSpot;
import tools.jackson.databind.JsonNode;

class GenerationModelTest {
    private static Written written(GenerationModel model) {
        model.write();
        return model.writtenProperty().get();
    }

    /** Everything that the command line says is in the document, too. */
    private static void requireAll(JsonNode document, JsonNode expected) {
        expected.propertyNames()
                .forEach(name -> assertThat(document.get(name)).as(name).isEqualTo(expected.get(name)));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"',
            value = {"gpt2, \" Heathrow airport is in the city of\"", "bart, The capital of Spain is<mask>."})
    void theDocumentIsThatOfTheCommandLineAndHasTheSteps(String family, String text) {
        Session session = Sessions.of(family, text, "");
        GenerationModel model = new GenerationModel(session);
        model.countProperty().set(6);
        JsonNode greedy = Run.parse(written(model).document());
        requireAll(greedy,
                Run.of("generate", text, "-m", "classroom-" + family, "--max-new-tokens", "6", "--beams", "1",
                        "--json").json());
        assertThat(greedy.get("steps")).hasSize(greedy.get("written_ids").size());
        model.wayProperty().set(Way.BEAMS);
        model.beamsProperty().set(3);
        JsonNode beams = Run.parse(written(model).document());
        requireAll(beams, Run.of("generate", text, "-m", "classroom-" + family, "--max-new-tokens", "6", "--beams", "3",
                "--json").json());
        model.wayProperty().set(Way.SAMPLE);
        model.temperatureProperty().set(1.5);
        model.topKProperty().set(50);
        model.topPProperty().set(0.9);
        model.seedProperty().set(7);
        requireAll(Run.parse(written(model).document()), Run.of("generate", text, "-m", "classroom-" + family,
                "--max-new-tokens", "6", "--sample", "--temperature", "1.5", "--top-k", "50", "--top-p", "0.9",
                "--seed",
                "7", "--json").json());
    }

    @Test
    void everyStepHasItsTextItsCandidatesAndItsCache() {
        Session session = Sessions.of("gpt2", Sessions.HEATHROW, "");
        GenerationModel model = new GenerationModel(session);
        Written written = written(model);
        OneText one = (OneText) written.outcome();
        assertThat(written.ending()).isEqualTo("The model wrote 10 tokens: it ended the text.");
        for (int step = 0; step < one.steps(); step++) {
            NextToken next = one.tokens().get(step);
            assertThat(next.candidates()).hasSize(10).first().isEqualTo(next.chosen());
            assertThat(written.tokens(step)).hasSize(8 + step).last().isEqualTo(next.chosen().token());
            assertThat(written.inWindow(step, Theme.DARK).height()).isPositive();
        }
        assertThat(written.cache().floats(7)).isEqualTo(2L * 6 * 4 * 7 * 32);
        assertThat(written.cache().source()).isZero();
    }

    @Test
    void stepsStayAmongThoseThatThereAre() {
        GenerationModel model = new GenerationModel(Sessions.of("gpt2", Sessions.HEATHROW, ""));
        model.go(3);
        assertThat(model.stepProperty().get()).isZero();
        model.countProperty().set(3);
        written(model);
        model.go(99);
        assertThat(model.stepProperty().get()).isEqualTo(2);
        assertThat(model.goesOn()).isFalse();
        model.go(-1);
        assertThat(model.stepProperty().get()).isZero();
        assertThat(model.goesOn()).isTrue();
    }

    @Test
    void beamsSayWhereEachTextComesFromAndWhatBecameOfIt() {
        GenerationModel model = new GenerationModel(Sessions.of("bart", Sessions.SPAIN, ""));
        model.wayProperty().set(Way.BEAMS);
        Written written = written(model);
        Beams beams = (Beams) written.outcome();
        BeamRows rows = new BeamRows(written, beams);
        for (int step = 0; step < beams.steps(); step++) {
            assertThat(rows.rows(step)).hasSize(beams.all().get(step).candidates().size());
            assertThat(rows.rows(step).stream().filter(row -> row.kept()))
                    .hasSize(beams.all().get(step).beams().size());
            assertThat(rows.rows(step)).extracting(row -> row.fate()).allMatch(
                    fate -> List.of("pruned", "ended", "cut", "ended, too unlikely").contains(fate)
                            || fate.startsWith("beam "));
        }
        assertThat(rows.rows(2)).extracting(row -> row.fate()).contains("beam 0", "pruned");
        assertThat(rows.ended(beams.steps() - 1)).isNotEmpty();
        assertThat(written.text()).contains("Madrid");
        assertThat(written.cache().source()).isEqualTo(9);
    }

    @Test
    void bertDoesNotWriteAndSaysSo() {
        Session session = Sessions.of("bert", Sessions.MASKED, "");
        GenerationModel model = new GenerationModel(session);
        model.begin();
        model.write();
        assertThat(model.writtenProperty().get()).isNull();
        assertThat(GenerationModel.absence(session.exhibitProperty().get())).hasValueSatisfying(
                sentence -> assertThat(sentence).contains("fills masks", "does not write"));
        assertThat(session.messageProperty().get()).isEmpty();
    }

    @Test
    void itWritesByItselfOnceForEachTextAndForgetsWithTheText() {
        Session session = Sessions.of("gpt2", Sessions.HEATHROW, "");
        GenerationModel model = new GenerationModel(session);
        model.begin();
        Written first = model.writtenProperty().get();
        assertThat(first).isNotNull();
        model.begin();
        assertThat(model.writtenProperty().get()).isSameAs(first);
        session.exhibitProperty().set(Sessions.withoutHeads(session.exhibitProperty().get()));
        assertThat(model.writtenProperty().get()).as("an intervention leaves it").isSameAs(first);
        model.read();
        assertThat(session.textProperty().get()).isEqualTo(first.text());
        assertThat(session.exhibitProperty().get().passage().size()).isGreaterThan(7);
        assertThat(model.writtenProperty().get()).isNull();
    }

    @Test
    void tokensThatTheWindowsTextDoesNotHaveAreNotSelected() {
        Session session = Sessions.of("gpt2", Sessions.HEATHROW, "");
        GenerationModel model = new GenerationModel(session);
        model.choose(new TokenSpot(Stack.DECODER, 2));
        model.choose(new TokenSpot(Stack.DECODER, 12));
        assertThat(session.selection().position(Stack.DECODER).get()).isEqualTo(2);
    }
}
