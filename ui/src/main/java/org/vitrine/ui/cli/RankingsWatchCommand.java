package org.vitrine.ui.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.vitrine.explain.RankTable;
import org.vitrine.tokenizer.Token;
import org.vitrine.transformer.config.ModelException;
import org.vitrine.transformer.generate.Generator.Generation;
import org.vitrine.transformer.generate.Generator.Stop;
import org.vitrine.transformer.generate.TokenChooser;
import org.vitrine.ui.session.LoadedModel;
import org.vitrine.ui.session.Passage;
import org.vitrine.ui.session.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The ranks of some tokens at one position, layer by layer: Ecco's {@code rankings_watch}. */
@Command(name = "rankings-watch", header = "Which of these words is ahead, layer by layer?", sortOptions = false,
        description = "Shows how each layer ranks the watched tokens at one position, and which of them is ahead.",
        footer = {"", "Example:",
            "  vitrine rankings-watch \"The keys to the cabinet\" --watch \" is\" --watch \" are\"",
            "  vitrine rankings-watch \"The keys to the cabinet [MASK] old.\" --watch is --watch are"})
final class RankingsWatchCommand extends LensCommand {
    @Option(names = "--watch", paramLabel = "WORD",
            description = "A token to watch, as text, with its leading space; give it once for each token.")
    private List<String> words = List.of();

    @Option(names = "--watch-id", paramLabel = "ID", description = "A token to watch, as its id.")
    private List<Integer> ids = List.of();

    @Option(names = "--position", paramLabel = "N", description = "Place of the predicted token, counted from 0 "
            + "(default: the token after the text, or at the first mask).")
    private Integer position;

    @Option(names = "--generate", paramLabel = "N", defaultValue = "0",
            description = "Write N tokens first, so that --position can point at them (default: ${DEFAULT-VALUE}).")
    private int count;

    RankingsWatchCommand(Console console) {
        super(console);
    }

    @Override
    void checkOptions() {
        if (words.isEmpty() && ids.isEmpty()) {
            throw usage("there is nothing to watch; name tokens, as in: --watch \" is\" --watch \" are\"");
        }
        if (words.contains("")) {
            throw usage("--watch takes a word, not an empty text");
        }
        if (count < 0) {
            throw usage("--generate takes the number of tokens to write, 0 or more, not " + count);
        }
    }

    @Override
    Function<Texts, PicturedAnswer> openPictured(ModelOptions options) {
        LoadedModel model = options.load(console());
        List<WatchedToken> watched = watched(model);
        int[] columns = watched.stream().mapToInt(WatchedToken::id).toArray();
        return texts -> {
            Passage given = passage(model, texts);
            int place = place(given, position);
            Passage passage = reach(count == 0 ? given : written(given), place);
            RankTable table = Ranks.finite(passage.lens(lens()).watch(passage.streams(), place, columns));
            return new RankingsWatchAnswer(texts, passage, place, watched, table);
        };
    }

    /** Goes on past an end token, as {@link #reach} does: places are asked for, not a text. */
    private Passage written(Passage typed) {
        Generation generation = typed.generate(count, TokenChooser.greedy(), -1, id -> {});
        if (generation.stop() == Stop.CONTEXT) {
            noteStop(typed, generation, count);
        }
        return typed.with(generation);
    }

    private List<WatchedToken> watched(LoadedModel model) {
        List<WatchedToken> watched = new ArrayList<>();
        for (String word : words) {
            List<Token> tokens = model.tokenizer().encode(word).content();
            if (tokens.isEmpty()) {
                throw usage("--watch takes a word that is a token, and '" + word + "' is none to this model");
            }
            List<String> pieces = tokens.stream().map(Token::piece).toList();
            if (tokens.size() > 1) {
                note("'" + word + "' is " + tokens.size() + " tokens to this model (" + String.join(" ", pieces)
                        + "); the first is watched");
            }
            watched.add(new WatchedToken(word, tokens.getFirst().id(), pieces));
        }
        for (int id : ids) {
            boolean known = model.tokenizer().vocabulary().contains(id);
            watched.add(new WatchedToken(model.tokenizer().text(id), id,
                    known ? List.of(model.tokenizer().vocabulary().piece(id)) : List.of()));
        }
        int vocabulary = model.vocabulary();
        for (WatchedToken token : watched) {
            if (token.id() < 0 || token.id() >= vocabulary) {
                throw new ModelException("token id " + token.id() + " cannot be watched; the vocabulary of "
                        + model.name() + " goes from 0 to " + (vocabulary - 1));
            }
        }
        return watched;
    }
}
