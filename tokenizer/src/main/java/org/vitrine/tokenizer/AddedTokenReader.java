package org.vitrine.tokenizer;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads added tokens and makes sure that each agrees with the vocabulary and is like no other. */
final class AddedTokenReader {
    /** The id of a token that has none yet. */
    static final int NO_ID = -1;

    private static final int LONGEST = 1_000;
    private static final int LONGEST_TOGETHER = 1_000_000;

    private final String file;
    private final List<AddedToken> tokens = new ArrayList<>();

    /** @param file what to call the file in messages */
    AddedTokenReader(String file) {
        this.file = file;
    }

    /**
     * The object of one added token, {@code {"id": …, "content": …, "lstrip": …}}; options that are left out are false.
     *
     * @param id      the id if the object has none of its own, or {@link #NO_ID}
     * @param special whether it is special if the object does not say so
     */
    static AddedToken read(JsonInput json, int id, boolean special) {
        var values = new Object() {
            int ownId = id;
            String content;
            boolean singleWord;
            boolean lstrip;
            boolean rstrip;
            boolean normalized;
            boolean isSpecial = special;
        };
        json.object("an added token", key -> {
            switch (key) {
                case "id" -> values.ownId = json.id();
                case "content" -> values.content = json.string("the characters of an added token");
                case "single_word" -> values.singleWord = json.bool("single_word: true or false");
                case "lstrip" -> values.lstrip = json.bool("lstrip: true or false");
                case "rstrip" -> values.rstrip = json.bool("rstrip: true or false");
                case "normalized" -> values.normalized = json.bool("normalized: true or false");
                case "special" -> values.isSpecial = json.bool("special: true or false");
                default -> json.skip();
            }
        });
        if (values.content == null || values.content.isEmpty()) {
            throw json.error("expected an added token with its \"content\", found one without characters");
        }
        return new AddedToken(values.ownId, values.content, values.singleWord, values.lstrip, values.rstrip,
                values.normalized, values.isSpecial);
    }

    /** A token of which only the characters are known yet. */
    static AddedToken plain(String content, boolean normalized, boolean special) {
        return new AddedToken(NO_ID, content, false, false, false, normalized, special);
    }

    void add(AddedToken token) {
        tokens.add(token);
    }

    /** The same token with an id. */
    static AddedToken withId(AddedToken token, int id) {
        return new AddedToken(id, token.content(), token.singleWord(), token.lstrip(), token.rstrip(),
                token.normalized(), token.special());
    }

    /**
     * The tokens with their ids: that of the vocabulary or, for one that it does not have, the next free one.
     *
     * @throws TokenizerException if two say the same, or one says another id, or they are too long
     */
    List<AddedToken> resolve(Map<String, Integer> vocabulary) {
        Set<String> contents = new HashSet<>();
        BitSet taken = new BitSet();
        vocabulary.values().forEach(taken::set);
        List<AddedToken> resolved = new ArrayList<>();
        int next = vocabulary.size();
        int length = 0;
        for (AddedToken token : tokens) {
            length += token.content().length();
            if (token.content().length() > LONGEST || length > LONGEST_TOGETHER) {
                throw error(token, "is too long: at most " + LONGEST + " characters are taken for one, "
                        + LONGEST_TOGETHER + " for all together");
            }
            if (!contents.add(token.content())) {
                throw error(token, "comes twice; expected each once");
            }
            next = taken.nextClearBit(next);
            Integer known = vocabulary.get(token.content());
            int id = known != null ? known : next;
            if (token.id() >= 0 && token.id() != id) {
                throw error(token, "has the id " + token.id() + "; expected " + id + ", "
                        + (known != null ? "as the vocabulary says" : "the next one that no piece has"));
            }
            taken.set(id);
            resolved.add(withId(token, id));
        }
        return resolved;
    }

    private TokenizerException error(AddedToken token, String message) {
        return new TokenizerException(
                file + ": the added token " + JsonInput.quote(token.content()) + " " + message);
    }
}
