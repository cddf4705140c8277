package org.vitrine.ui.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.vitrine.ui.cli.PageNumbers.Word;
import org.vitrine.ui.session.ModelCache;

/**
 * The three models of the page that Vitrine began with, where the user's Hugging Face cache has them: {@code mvn
 * -Preal-models verify}. The numbers are those that Ecco's own notebooks show.
 */
@Tag("real-models")
class RealModelsTest {
    private static final String HEATHROW = " Heathrow airport is in the city of";

    /** The model under any of its ids; a test of one that is not there is skipped, saying so. */
    private static PageNumbers cached(String... ids) {
        ModelCache cache = ModelCache.ofUser();
        for (String id : ids) {
            if (cache.find(id).isPresent()) {
                return new PageNumbers(id);
            }
        }
        return Assumptions.abort(ids[0] + " is not in " + cache.folder() + ", so it is not tested; pull it first, with:"
                + " vitrine pull " + ids[0]);
    }

    private static PageNumbers distilgpt2() {
        return cached("distilgpt2", "distilbert/distilgpt2");
    }

    private static PageNumbers bert() {
        return cached("bert-base-uncased", "google-bert/bert-base-uncased");
    }

    @Test
    void distilgpt2FillsInTheCityAsOnThePage() {
        PageNumbers model = distilgpt2();
        model.requireIds(HEATHROW, 25846, 808, 9003, 318, 287, 262, 1748, 286);
        model.requirePredictions(HEATHROW, 8, 5, new Word(" London", .12731227), new Word(" Birmingham", .080451205),
                new Word(" Manchester", .04099104), new Word(" Belfast", .018735664),
                new Word(" Glasgow", .018269148), new Word(" Leeds", .015156696));
    }

    @Test
    void theRawLensIsAsSureOfItsInnerLayersAsOnThePage() {
        PageNumbers model = distilgpt2();
        Word[] best = {new Word(" the", .38011), new Word(" same", .91502), new Word(" same", .98376),
            new Word(" same", .83913), new Word("\"", .99696), new Word(" process", .21568)};
        for (int layer = 0; layer < best.length; layer++) {
            model.requirePredictions(HEATHROW, 6, layer, best[layer]);
        }
    }

    @Test
    void distilgpt2GoesOnCountingAsOnThePage() {
        distilgpt2().requirePredictions(" 1, 1, 1,", 6, 5, new Word(" 1", .59793174), new Word(" 2", .1766438),
                new Word(" 0", .047203474), new Word(" 3", .04305835));
    }

    @Test
    void bertReadsThePianoTextInAsManyTokensAsOnThePage() throws IOException {
        PageNumbers model = bert();
        String text = Files.readString(Path.of("src", "test", "resources", "piano.txt"));
        model.requireTokens(text, 363);
        model.requireFactors(text, 8, 363);
    }

    @Test
    void bartHasTheLayersAndHeadsOfThePage() {
        cached("facebook/bart-large-cnn").requireModelView(
                "The House Budget Committee voted Saturday to pass a $3.5 trillion spending bill",
                "The House Budget Committee passed a spending bill.", 12, 16);
    }
}
