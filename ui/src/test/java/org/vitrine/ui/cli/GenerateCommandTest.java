package org.vitrine.ui.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.tokenizer.Tokenizer;
import org.vitrine.tokenizer.Tokenizers;
import org.vitrine.ui.answer.StreamedText;
import org.vitrine.weights.ModelFiles;
import tools.jackson.databind.JsonNode;

class GenerateCommandTest {
    private static final String TINY = Run.TINY.toString();
    private static final String NEWS = "The House Budget Committee voted Saturday to pass a $3.5 trillion spending bill";

    @TempDir
    private Path folder;

    @Test
    void theTextForPeopleIsTheTextOfTheDocument() {
        String[] args = {"generate", "Anna had a small dog.", "--max-new-tokens", "30"};
        Run run = Run.of(args);
        String[] asJson = {"generate", "Anna had a small dog.", "--max-new-tokens", "30", "--json"};
        assertThat(run.out().strip()).isEqualTo(Run.of(asJson).json().get("generated_text").stringValue());
        assertThat(run.err()).isEmpty();
    }

    @Test
    void theSameSeedDrawsTheSameTextAndAnotherSeedAnother() {
        String first = sample("1");
        assertThat(sample("1")).isEqualTo(first);
        assertThat(sample("2")).isNotEqualTo(first);
    }

    @Test
    void aSeedThatWasChosenHereIsSaidSoThatItCanBeUsedAgain() {
        Run run = Run.of("generate", "The day after", "--sample", "--temperature", "3");
        String said = run.err().lines().findFirst().orElseThrow(); // the second says so if an end token is drawn
        assertThat(said).contains("--seed ");
        String seed = said.replaceAll("\\D", "");
        assertThat(Run.of("generate", "The day after", "--sample", "--temperature", "3", "--seed", seed).out())
                .isEqualTo(run.out());
    }

    @Test
    void drawingFromTheOneLikeliestIsWritingGreedily() {
        assertThat(Run.of("generate", "Anna had", "--sample", "--top-k", "1", "--seed", "3").out())
                .isEqualTo(Run.of("generate", "Anna had").out());
    }

    @Test
    void anEndTokenEndsTheTextAndIsNotShown() {
        Run run = Run.of("generate", "Heathrow airport is in the city of London. The", "--sample", "--seed", "4",
                "--temperature", "1.2", "--max-new-tokens", "200");
        assertThat(run.out()).doesNotContain("<|endoftext|>");
        assertThat(run.complaint()).contains("it ended the text");
    }

    @Test
    void aCharacterIsHeldBackUntilAllItsBytesHaveCome() {
        Tokenizer tokenizer = Tokenizers.load("tiny", ModelFiles.folder(Run.TINY)::find);
        for (String text : List.of("a👩‍👩‍👧b", "Zürich, 東京", "plain")) {
            List<String> parts = new ArrayList<>();
            StreamedText stream = new StreamedText(tokenizer, parts::add);
            for (int id : tokenizer.encode(text).ids()) {
                stream.add(id);
            }
            assertThat(parts).noneMatch(part -> part.indexOf('\uFFFD') >= 0);
            stream.finish();
            assertThat(String.join("", parts)).isEqualTo(text);
        }
    }

    @Test
    void bytesThatNeverBecomeACharacterAreShownAtTheEnd() {
        Tokenizer tokenizer = Tokenizers.load("tiny", ModelFiles.folder(Run.TINY)::find);
        int[] ids = tokenizer.encode("é").ids();
        List<String> parts = new ArrayList<>();
        StreamedText stream = new StreamedText(tokenizer, parts::add);
        stream.add(ids[0]);
        assertThat(parts).isEmpty();
        stream.add(tokenizer.encode("x").ids()[0]);
        assertThat(String.join("", parts)).isEqualTo("\uFFFDx");
        stream.add(ids[0]);
        stream.finish();
        assertThat(String.join("", parts)).isEqualTo("\uFFFDx\uFFFD");
    }

    @Test
    void bartsAnswerStandsAloneAndItsRivalsAreShownOnRequest() {
        Run run = Run.of("generate", "-m", "classroom-bart", NEWS);
        assertThat(run.out().strip()).isEqualTo("The House Budget Committee passed a spending bill.");
        assertThat(run.err()).isEmpty();
        Run three = Run.of("generate", "-m", "classroom-bart", NEWS, "--beams", "3");
        assertThat(three.out()).startsWith(run.out()).contains("The texts of 3 beams", "length penalty, 1.");
        JsonNode hypotheses = Run.of("generate", "-m", "classroom-bart", NEWS, "--beams", "3", "--json").json()
                .get("hypotheses");
        assertThat(hypotheses.size()).isEqualTo(3);
        assertThat(hypotheses).extracting(one -> one.get("score").doubleValue())
                .isSortedAccordingTo(Comparator.reverseOrder());
        hypotheses.forEach(
                one -> assertThat(three.out().replaceAll("\\s+", " ")).contains(one.get("text").stringValue()));
    }

    @Test
    void lengthsAndRepetitionsFollowTheOptions() {
        JsonNode shortest = bart("--beams", "1");
        JsonNode longer = bart("--beams", "1", "--min-new-tokens", "25");
        assertThat(longer.get("written_ids").size()).isGreaterThanOrEqualTo(25)
                .isGreaterThan(shortest.get("written_ids").size());
        assertThat(bart("--max-new-tokens", "4").get("written_ids").size()).isEqualTo(4);
        assertThat(bart("--max-new-tokens", "4").get("stop").stringValue()).isEqualTo("end");
        JsonNode repeating = Run.of("generate", "The cat", "-m", TINY, "--json").json().get("ids");
        JsonNode changing = Run.of("generate", "The cat", "-m", TINY, "--no-repeat", "1", "--json").json().get("ids");
        assertThat(repeating.size()).isGreaterThan(Set.copyOf(repeating.valueStream().toList()).size());
        assertThat(changing).doesNotHaveDuplicates();
    }

    @Test
    void gpt2MayWriteWithBeams() {
        Run run = Run.of("generate", "The keys to the cabinet", "--beams", "4", "--json");
        assertThat(run.json().get("generated_text").stringValue()).startsWith("The keys to the cabinet ");
        assertThat(run.json().get("hypotheses").size()).isEqualTo(4);
        assertThat(run.json().get("written_ids").size()).isLessThanOrEqualTo(20);
    }

    @Test
    void whatAModelAsksForInVainIsSaid() throws IOException {
        try (Stream<Path> files = Files.list(Run.TINY)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        Files.writeString(folder.resolve("generation_config.json"), "{\"repetition_penalty\": 1.5}");
        assertThat(Run.of("generate", "The cat", "-m", folder.toString()).complaint())
                .contains("generation_config.json sets repetition_penalty, which is left out here");
    }

    private static JsonNode bart(String... options) {
        List<String> args = new ArrayList<>(List.of("generate", "-m", "classroom-bart", NEWS, "--json"));
        args.addAll(List.of(options));
        return Run.of(args.toArray(String[]::new)).json();
    }

    private static String sample(String seed) {
        return Run.of("generate", "The day after", "--sample", "--temperature", "2", "--seed", seed).out();
    }
}
