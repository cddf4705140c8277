package org.vitrine.tokenizer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** The special and other added tokens of a folder without tokenizer.json, as transformers finds them. */
final class FolderTokens {
    private final String name;
    private final Function<String, Optional<byte[]>> files;
    private final TokenizerConfig config;
    private final Map<String, AddedToken> defaults;

    /**
     * The tokens of a folder.
     *
     * @param name   what the user called the model, for messages
     * @param files  the folder's files by name
     * @param config what tokenizer_config.json says
     * @param family whose special tokens count where no file says otherwise
     */
    FolderTokens(String name, Function<String, Optional<byte[]>> files, TokenizerConfig config,
            TokenizerFamily family) {
        this.name = name;
        this.files = files;
        this.config = config;
        defaults = family.specialTokens();
        if (config.addedTokens().isEmpty()) {
            Optional<byte[]> map = files.apply("special_tokens_map.json");
            map.ifPresent(bytes -> config.read(name + ": special_tokens_map.json", bytes));
        }
    }

    /** All of them by id: those that a file numbers, and the special ones. Pieces that are new get ids. */
    List<AddedToken> resolve(Map<String, Integer> pieces) {
        AddedTokenReader added = new AddedTokenReader(name);
        Set<String> contents = new HashSet<>();
        for (AddedToken token : numbered().values()) {
            contents.add(token.content());
            added.add(token);
        }
        for (AddedToken token : config.specialTokens(defaults)) {
            if (contents.add(token.content())) {
                added.add(token);
            }
        }
        List<AddedToken> tokens = new ArrayList<>(added.resolve(pieces));
        tokens.sort(Comparator.comparingInt(AddedToken::id));
        return tokens;
    }

    /** The added tokens with ids of their own: added_tokens_decoder or else, as it used to be, added_tokens.json. */
    private Map<Integer, AddedToken> numbered() {
        Optional<byte[]> file = files.apply("added_tokens.json");
        if (!config.addedTokens().isEmpty() || file.isEmpty()) {
            return config.addedTokens();
        }
        Map<Integer, AddedToken> tokens = new TreeMap<>();
        Set<String> special = new HashSet<>();
        for (AddedToken token : config.specialTokens(defaults)) {
            special.add(token.content());
        }
        Map<String, Integer> ids = JsonInput.readWhole(name + ": added_tokens.json", file.get(), PieceReader::read);
        for (Map.Entry<String, Integer> entry : ids.entrySet()) {
            boolean isSpecial = special.contains(entry.getKey());
            AddedToken token = AddedTokenReader.plain(entry.getKey(), !isSpecial, isSpecial);
            tokens.put(entry.getValue(), AddedTokenReader.withId(token, entry.getValue()));
        }
        return tokens;
    }

    /**
     * The token with a role such as {@code cls_token}, without its id.
     *
     * @throws TokenizerException if a file says that there is none
     */
    AddedToken require(String role) {
        AddedToken token = config.specialToken(role, defaults);
        if (token == null) {
            throw new TokenizerException(name + ": " + role + " is null in tokenizer_config.json or"
                    + " special_tokens_map.json; expected the token that this model cannot do without");
        }
        return token;
    }

    /** The same with its id. */
    AddedToken require(String role, Vocabulary vocabulary) {
        AddedToken token = require(role);
        return AddedTokenReader.withId(token, vocabulary.find(token.content()).orElseThrow());
    }
}
