package org.vitrine.ui.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.vitrine.explain.Lens;
import org.vitrine.explain.RankTable;
import org.vitrine.tokenizer.Token;
import org.vitrine.transformer.config.ModelException;
import org.vitrine.transformer.generate.Generator.Generation;
import org.vitrine.transformer.generate.Generator.Stop;
import org.vitrine.transformer.generate.TokenChooser;
import org.vitrine.ui.session.LoadedModel;
import org.vitrine.ui.session.Passage;
import org.vitrine.ui.session.Texts;

/**
 * Which of these words is ahead, layer by layer?
 *
 * @param words tokens to watch, as text, with their leading spaces
 * @param ids tokens to watch, as ids
 * @param position of the predicted token; null for the token after the text, or at the first mask
 * @param generate how many tokens are written first
 * @param lens how the layers are read
 */
public record RankingsWatchQuestion(List<String> words, List<Integer> ids, Integer position, int generate, Lens lens)
        implements
            Question<RankingsWatchAnswer> {
    public RankingsWatchQuestion {
        words = List.copyOf(words);
        ids = List.copyOf(ids);
    }

    @Override
    public void check(Asker asker) {
        if (words.isEmpty() && ids.isEmpty()) {
            throw asker
                    .usage("there is nothing to watch; name tokens, as in: " + asker.setting("watch", " is", " are"));
        }
        if (words.contains("")) {
            throw asker.usage(asker.setting("watch") + " takes a word, not an empty text");
        }
        if (generate < 0) {
            throw asker.usage(asker.setting("generate") + " takes the number of tokens to write, 0 or more, not "
                    + generate);
        }
    }

    @Override
    public Function<Texts, RankingsWatchAnswer> open(LoadedModel model, Asker asker) {
        List<WatchedToken> watched = watched(model, asker);
        int[] columns = watched.stream().mapToInt(WatchedToken::id).toArray();
        LensReader reader = new LensReader(asker);
        return texts -> {
            Passage given = reader.passage(model, texts);
            int place = reader.place(given, position);
            Passage passage = reader.reach(generate == 0 ? given : written(given, reader), place);
            RankTable table = Ranks.finite(passage.lens(lens).watch(passage.streams(), place, columns));
            return new RankingsWatchAnswer(texts, passage, place, watched, table);
        };
    }

    /** Goes on past an end token, as {@link LensReader#reach} does: places are asked for, not a text. */
    private Passage written(Passage typed, LensReader reader) {
        Generation generation = typed.generate(generate, TokenChooser.greedy(), -1, id -> {});
        if (generation.stop() == Stop.CONTEXT) {
            reader.noteStop(typed, generation, generate);
        }
        return typed.with(generation);
    }

    private List<WatchedToken> watched(LoadedModel model, Asker asker) {
        List<WatchedToken> watched = new ArrayList<>();
        for (String word : words) {
            List<Token> tokens = model.tokenizer().encode(word).content();
            if (tokens.isEmpty()) {
                throw asker.usage(asker.setting("watch") + " takes a word that is a token, and '" + word
                        + "' is none to this model");
            }
            List<String> pieces = tokens.stream().map(Token::piece).toList();
            if (tokens.size() > 1) {
                asker.note("'" + word + "' is " + tokens.size() + " tokens to this model (" + String.join(" ", pieces)
                        + "); the first is watched");
            }
            watched.add(new WatchedToken(word, tokens.getFirst().id(), pieces));
        }
        for (int id : ids) {
            boolean known = model.tokenizer().vocabulary().contains(id);
            watched.add(new WatchedToken(model.tokenizer().text(id), id,
                    known ? List.of(model.tokenizer().vocabulary().piece(id)) : List.of()));
        }
        requireKnown(watched, model);
        return watched;
    }

    private static void requireKnown(List<WatchedToken> watched, LoadedModel model) {
        int vocabulary = model.vocabulary();
        for (WatchedToken token : watched) {
            if (token.id() < 0 || token.id() >= vocabulary) {
                throw new ModelException("token id " + token.id() + " cannot be watched; the vocabulary of "
                        + model.name() + " goes from 0 to " + (vocabulary - 1));
            }
        }
    }
}
