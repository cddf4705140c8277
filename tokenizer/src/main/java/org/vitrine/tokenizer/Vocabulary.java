package org.vitrine.tokenizer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pieces and their ids, both ways. The pieces are stored as in the file: {@code Ġcity}, not " city". */
public final class Vocabulary {
    /** Ids go from 0 to one less than this: four times what the largest vocabularies in use need. */
    static final int MAX_IDS = 1 << 20;

    private final Map<String, Integer> ids;
    private final String[] pieces;
    private final Map<Integer, AddedToken> added = new HashMap<>();
    private final List<AddedToken> addedInOrder;

    /**
     * A vocabulary whose ids are unique and below {@link #MAX_IDS}; its readers make sure of that. The added tokens are
     * part of it, whether {@code base} has them or not.
     */
    Vocabulary(Map<String, Integer> base, List<AddedToken> addedTokens) {
        ids = base;
        addedInOrder = List.copyOf(addedTokens);
        for (AddedToken token : addedTokens) {
            ids.put(token.content(), token.id());
            added.put(token.id(), token);
        }
        String[] byId = new String[16];
        for (Map.Entry<String, Integer> entry : ids.entrySet()) {
            int id = entry.getValue();
            if (id >= byId.length) {
                byId = Arrays.copyOf(byId, Math.max(id + 1, 2 * byId.length));
            }
            byId[id] = entry.getKey();
        }
        pieces = byId;
    }

    /** How many pieces there are, added tokens included. A model may have more embedding rows than that. */
    public int size() {
        return ids.size();
    }

    /** Whether an id has a piece. */
    public boolean contains(int id) {
        return id >= 0 && id < pieces.length && pieces[id] != null;
    }

    /**
     * The piece of an id.
     *
     * @throws TokenizerException if the vocabulary has no such id
     */
    public String piece(int id) {
        if (!contains(id)) {
            throw new TokenizerException("the vocabulary has no token " + id + ": its " + size()
                    + " ids go up to " + lastId());
        }
        return pieces[id];
    }

    /** The id of a piece as stored, if it is one. */
    public Optional<Integer> find(String piece) {
        return Optional.ofNullable(ids.get(piece));
    }

    /** Whether an id is that of a special token, such as {@code <|endoftext|>}. */
    public boolean isSpecial(int id) {
        AddedToken token = added.get(id);
        return token != null && token.special();
    }

    /** The token that stands for a missing word, {@code [MASK]} or {@code <mask>}, if the model has one. */
    public Optional<AddedToken> mask() {
        return addedInOrder.stream().filter(AddedToken::special)
                .filter(token -> token.content().equals("[MASK]") || token.content().equals("<mask>")).findFirst();
    }

    /** The special tokens, in the order of the file. */
    public List<AddedToken> specialTokens() {
        List<AddedToken> special = new ArrayList<>();
        for (AddedToken token : addedInOrder) {
            if (token.special()) {
                special.add(token);
            }
        }
        return special;
    }

    /** The tokens that are recognised in the text itself, special or not, in the order of the file. */
    public List<AddedToken> addedTokens() {
        return addedInOrder;
    }

    private int lastId() {
        int last = pieces.length - 1;
        while (last >= 0 && pieces[last] == null) {
            last--;
        }
        return last;
    }
}
