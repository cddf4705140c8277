package org.vitrine.ui.desktop.inspector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.ui.answer.Documents;
import org.vitrine.ui.api.Run;
import org.vitrine.ui.api.TensorView;
import org.vitrine.ui.api.Vitrine;
import org.vitrine.ui.desktop.state.Session;
import org.vitrine.ui.desktop.steps.Sessions;
import org.vitrine.ui.drawing.SvgSurface;
import org.vitrine.ui.drawing.Theme;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** What leaves the inspector: tables and documents. */
class TensorFilesTest {
    @TempDir
    private Path folder;

    @Test
    void aTableReadAgainHasTheSameNumbersAndTheTokensAtItsEdges() throws IOException {
        Inspected shown = look("classroom-gpt2", "say \"hi\", the cat", "decoder.1.attn.scores");
        Path file = folder.resolve("scores.csv");
        TensorCsv.write(shown.map(), file);
        assertThat(Files.readString(file)).isEqualTo(TensorCsv.text(shown.map()));
        List<List<String>> table = parsed(Files.readString(file));
        assertThat(table.getFirst().getFirst()).isEqualTo("decoder.1.attn.scores, head 0");
        Tensor matrix = shown.map().matrix();
        assertThat(table).hasSize(1 + matrix.dim(0));
        for (int row = 0; row < matrix.dim(0); row++) {
            String label = row + " " + shown.exhibit().reading().tokens().decoder().get(row).token();
            assertThat(table.get(row + 1).getFirst()).isEqualTo(label);
            assertThat(table.getFirst().get(row + 1)).isEqualTo(label);
            for (int column = 0; column < matrix.dim(1); column++) {
                assertThat(Float.parseFloat(table.get(row + 1).get(column + 1))).isEqualTo(matrix.at(row, column));
            }
        }
        assertThat(table.get(1).get(2)).as("masked").isEqualTo("-Infinity");
    }

    @Test
    void aTableThatCannotBeWrittenSaysSo() {
        Inspected shown = look("classroom-gpt2", "the cat", "decoder.1.attn.scores");
        assertThatThrownBy(() -> TensorCsv.write(shown.map(), folder)).isInstanceOf(IOException.class)
                .hasMessageContaining("folder");
    }

    @Test
    void theDocumentHasNameShapeAxesStatisticsHistogramAndNumbers() {
        Inspected shown = look("classroom-bart", "the cat", "decoder.1.attn.scores");
        String json = Documents.of(shown.answer());
        assertThat(json).contains("\"name\":\"decoder.1.attn.scores\"", "\"shape\":[4,4,4]",
                "\"axes\":[\"H\",\"T\",\"S\"]", "\"formula\":\"q·kᵀ/√e", "\"standard_deviation\":", "\"counts\":[",
                "\"slice\":{\"axis\":0,\"index\":0,", "\"masked\":24", "\"masked\":6", ",null,null,null],",
                "\"tokens\":[\"</s>\"");
        assertThat(numbers(json)).as("all that are not masked")
                .contains((double) shown.map().matrix().at(0, 0), (double) shown.map().matrix().at(3, 3));
    }

    @Test
    void theDocumentAndThePictureAreThoseOfJava() {
        String text = "The keys to the cabinet";
        Run run = Vitrine.load("classroom-gpt2").run(text);
        for (String name : List.of("decoder.5.attn.scores", "decoder.0.mlp.act", "head.logits")) {
            same(look("classroom-gpt2", text, name), run.tensor(name));
        }
        same(look("classroom-bert", text, "head.pooled"),
                Vitrine.load("classroom-bert").run(text).tensor("head.pooled"));
        same(look("classroom-bart", text, "decoder.1.cross.pattern"),
                Vitrine.load("classroom-bart").run(text).tensor("decoder.1.cross.pattern"));
    }

    @Test
    void afterAnInterventionTheDocumentIsThatOfJavaToo() {
        Run run = Vitrine.load("classroom-gpt2").run("The keys to the cabinet");
        Run without = run.withoutHead(4, 1);
        Session session = Sessions.read("classroom-gpt2", "The keys to the cabinet", "");
        session.exhibitProperty().set(
                session.exhibitProperty().get().with(without.trace(), Optional.of(run.trace())));
        InspectorModel inspector = new InspectorModel(session);
        session.selection().tensor().set(TensorName.parse("decoder.5.attn.pattern"));
        session.selection().head().set(3);
        inspector.comparedProperty().set(Compared.AFTER);
        inspector.setVisible(true);
        assertThat(without.tensor("decoder.5.attn.pattern").head(3).json())
                .isEqualTo(Documents.of(inspector.inspectedProperty().get().answer()))
                .contains("\"compared\":\"after\"").isNotEqualTo(run.tensor("decoder.5.attn.pattern").head(3).json());
    }

    private static void same(Inspected shown, TensorView view) {
        assertThat(view.json()).isEqualTo(Documents.of(shown.answer()));
        assertThat(view.svg()).isEqualTo(SvgSurface.document(shown.answer().picture(Theme.LIGHT)));
    }

    @Test
    void numbersThatAreTooManyForADocumentAreCounted() {
        Inspected shown = look("classroom-gpt2", "the cat sat on the mat ".repeat(42), "head.logits");
        assertThat(shown.tensor().size()).isGreaterThan(1_000_000);
        assertThat(Documents.of(shown.answer())).hasSizeLessThan(200_000)
                .contains("\"numbers_left_out\":" + shown.tensor().size()).doesNotContain("\"numbers\":");
    }

    private static Inspected look(String model, String text, String name) {
        Session session = Sessions.read(model, text, "");
        InspectorModel inspector = new InspectorModel(session);
        session.selection().tensor().set(TensorName.parse(name));
        inspector.setVisible(true);
        return inspector.inspectedProperty().get();
    }

    private static List<Double> numbers(String json) {
        List<Double> numbers = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_NUMBER_FLOAT) {
                    numbers.add((double) Float.parseFloat(parser.getString()));
                }
            }
        }
        return numbers;
    }

    /** As RFC 4180 has it. */
    private static List<List<String>> parsed(String csv) {
        List<List<String>> table = new ArrayList<>(List.of(new ArrayList<>()));
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (quoted && c == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                field.append(csv.charAt(++i));
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\n')) {
                table.getLast().add(field.toString());
                field.setLength(0);
                if (c == '\n') {
                    table.add(new ArrayList<>());
                }
            } else {
                field.append(c);
            }
        }
        table.removeLast();
        return table;
    }
}
