package org.vitrine.ui.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vitrine.tokenizer.Tokenizer;
import org.vitrine.tokenizer.Tokenizers;
import org.vitrine.weights.ModelFiles;

class GenerateCommandTest {
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
        assertThat(run.complaint()).contains("--seed ");
        String seed = run.complaint().replaceAll("\\D", "");
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

    private static String sample(String seed) {
        return Run.of("generate", "The day after", "--sample", "--temperature", "2", "--seed", seed).out();
    }
}
