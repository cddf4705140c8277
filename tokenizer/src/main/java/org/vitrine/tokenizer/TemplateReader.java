package org.vitrine.tokenizer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the post_processor of a tokenizer.json: the special tokens that go around a text or two, and whether spans are
 * trimmed. Its four types are those of BERT, GPT-2, RoBERTa with BART, and the general one, which spells its template
 * out. An id is taken only if the vocabulary says the same.
 *
 * @see <a href="https://github.com/huggingface/tokenizers/tree/v0.22.2/tokenizers/src/processors">the processors of the
 *      reference</a>
 */
final class TemplateReader {
    private static final String BYTE_LEVEL = "ByteLevel";
    private static final String ROBERTA = "RobertaProcessing";
    private static final String BERT = "BertProcessing";
    private static final String TEMPLATE = "TemplateProcessing";
    private static final List<String> TYPES = List.of(BYTE_LEVEL, ROBERTA, BERT, TEMPLATE);
    private static final int MOST_SLOTS = 100; // of one template; those of the models in use have at most six

    /** A special token as the file writes it. */
    private record Written(String piece, int id) {
    }

    /** One place of a template: that of the text "A" or "B", or that of the special token of a name. */
    private record Place(boolean isText, String name, int segment) {
    }

    private final String file;
    private final Map<String, Written> ends = new HashMap<>(); // "cls" and "sep"
    private final Map<String, List<Place>> templates = new HashMap<>(); // "single" and "pair"
    private final Map<String, List<Written>> named = new HashMap<>();
    private String type = ""; // stays so if there is no post_processor
    private boolean trimOffsets;
    private boolean addPrefixSpace;

    /** @param file what to call the file in messages */
    TemplateReader(String file) {
        this.file = file;
    }

    /**
     * Reads the value of "post_processor", which may be null.
     *
     * @throws TokenizerException if it is of another type or not as that type wants it
     */
    void read(JsonInput json) {
        if (json.isNull()) {
            return;
        }
        json.object("the post_processor as an object", key -> member(json, key));
        if (type.isEmpty()) {
            throw json.error("expected the type of the post_processor, found none" + supported());
        }
    }

    private static String supported() {
        return "; supported are " + String.join(", ", TYPES);
    }

    private void member(JsonInput json, String key) {
        switch (key) {
            case "type" -> {
                type = json.scalar();
                if (!TYPES.contains(type)) {
                    throw json.error("the post_processor is of type " + JsonInput.quote(type) + supported());
                }
            }
            case "cls", "sep" -> ends.put(key, end(json, key));
            case "trim_offsets" -> trimOffsets = json.bool("trim_offsets: true or false");
            case "add_prefix_space" -> addPrefixSpace = json.bool("add_prefix_space: true or false");
            case "single", "pair" -> templates.put(key, places(json, key));
            case "special_tokens" -> json.object("special_tokens as an object",
                    name -> named.put(name, tokens(json, name)));
            default -> json.skip();
        }
    }

    /** {@code ["</s>", 2]}. */
    private static Written end(JsonInput json, String key) {
        String expected = key + " as [\"characters\", id]";
        List<String> pieces = new ArrayList<>(1);
        List<Integer> ids = new ArrayList<>(1);
        json.array(expected, () -> {
            if (pieces.isEmpty()) {
                pieces.add(json.string(expected));
            } else if (ids.isEmpty()) {
                ids.add(json.id(key));
            } else {
                throw json.wrong(expected);
            }
        });
        if (ids.isEmpty()) {
            throw json.error("expected " + expected + ", found less");
        }
        return new Written(pieces.getFirst(), ids.getFirst());
    }

    /** {@code [{"SpecialToken": {"id": "<s>", "type_id": 0}}, {"Sequence": {"id": "A", "type_id": 0}}, …]}. */
    private static List<Place> places(JsonInput json, String key) {
        List<Place> places = new ArrayList<>();
        json.array(key + " as a list", () -> json.object("Sequence or SpecialToken as an object", kind -> {
            if (!kind.equals("Sequence") && !kind.equals("SpecialToken")) {
                throw json.error(
                        "expected Sequence or SpecialToken in " + key + ", found " + JsonInput.quote(kind));
            }
            places.add(place(json, kind));
        }));
        return places;
    }

    private static Place place(JsonInput json, String kind) {
        String[] name = new String[1];
        int[] segment = new int[1];
        json.object(kind + " as an object", key -> {
            switch (key) {
                case "id" -> name[0] = json.string("the id of a " + kind + " as text");
                case "type_id" -> {
                    segment[0] = json.id("type_id");
                    if (segment[0] > 1) {
                        throw json.wrong("type_id as 0 or 1, the two segments of BERT");
                    }
                }
                default -> json.skip();
            }
        });
        if (name[0] == null) {
            throw json.error("expected a " + kind + " with its \"id\", found none");
        }
        return new Place(kind.equals("Sequence"), name[0], segment[0]);
    }

    /** {@code {"id": "<s>", "ids": [0], "tokens": ["<s>"]}}: a name may stand for several tokens. */
    private static List<Written> tokens(JsonInput json, String name) {
        List<Integer> ids = new ArrayList<>();
        List<String> pieces = new ArrayList<>();
        json.object("a special token as an object", key -> {
            switch (key) {
                case "ids" -> json.array("ids as a list", () -> ids.add(json.id(name)));
                case "tokens" -> json.array("tokens as a list", () -> pieces.add(json.string("a token as text")));
                default -> json.skip();
            }
        });
        if (ids.size() != pieces.size()) {
            throw json.error("the special token " + JsonInput.quote(name) + " has " + ids.size() + " ids and "
                    + pieces.size() + " tokens; expected as many of both");
        }
        List<Written> tokens = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            tokens.add(new Written(pieces.get(i), ids.get(i)));
        }
        return tokens;
    }

    /** Whether there was a post_processor. */
    boolean found() {
        return !type.isEmpty();
    }

    /**
     * The template that was read; {@link Template#NONE} if there is no post_processor or one without special tokens.
     *
     * @throws TokenizerException if it names a token that the vocabulary does not have or that has another id there, or
     *                            does not have each text once
     */
    Template template(Vocabulary vocabulary) {
        return switch (type) {
            case ROBERTA -> Template.roberta(end("cls", vocabulary), end("sep", vocabulary));
            case BERT -> Template.bert(end("cls", vocabulary), end("sep", vocabulary));
            case TEMPLATE -> new Template(slots("single", List.of("A"), vocabulary),
                    slots("pair", List.of("A", "B"), vocabulary));
            default -> Template.NONE;
        };
    }

    private AddedToken end(String key, Vocabulary vocabulary) {
        Written end = ends.get(key);
        if (end == null) {
            throw error("is a " + type + " without \"" + key + "\"; expected [\"characters\", id]");
        }
        return known(end, vocabulary);
    }

    private AddedToken known(Written token, Vocabulary vocabulary) {
        Optional<Integer> id = vocabulary.find(token.piece());
        if (id.isEmpty() || id.get() != token.id()) {
            throw error("puts the token " + JsonInput.quote(token.piece()) + " with the id " + token.id()
                    + " around texts, but the vocabulary "
                    + (id.isEmpty() ? "does not have it" : "gives it the id " + id.get())
                    + "; the two do not belong together");
        }
        return AddedTokenReader.withId(AddedTokenReader.plain(token.piece(), false, true), token.id());
    }

    private List<Template.Slot> slots(String key, List<String> texts, Vocabulary vocabulary) {
        List<Place> places = templates.getOrDefault(key, List.of());
        List<String> found = places.stream().filter(Place::isText).map(Place::name).sorted().toList();
        if (!found.equals(texts)) {
            throw error("has the texts " + found + " in its template \"" + key + "\"; expected "
                    + String.join(" and ", texts) + ", each once");
        }
        List<Template.Slot> slots = new ArrayList<>();
        for (Place place : places) {
            if (place.isText()) {
                slots.add(Template.Slot.of(texts.indexOf(place.name()), place.segment()));
                continue;
            }
            for (Written token : tokens(place.name())) {
                slots.add(Template.Slot.special(known(token, vocabulary), place.segment()));
            }
            if (slots.size() > MOST_SLOTS) {
                throw error("has a template of more than " + MOST_SLOTS + " tokens; expected a few");
            }
        }
        return slots;
    }

    private List<Written> tokens(String name) {
        List<Written> tokens = named.get(name);
        if (tokens == null) {
            throw error("names " + JsonInput.quote(name) + " in a template; expected it in its special_tokens too");
        }
        return tokens;
    }

    /**
     * The rules for spaces. As in transformers, tokenizer_config.json has the last word about RoBERTa's and BART's.
     *
     * @param spaced what the pre_tokenizer says about a space before the first word
     */
    SpaceRules spaces(boolean spaced, TokenizerConfig config) {
        boolean adds = config.addPrefixSpace(spaced);
        return switch (type) {
            case BYTE_LEVEL -> new SpaceRules(adds, trimOffsets, addPrefixSpace);
            case ROBERTA ->
                new SpaceRules(adds, config.trimOffsets(trimOffsets), config.addPrefixSpace(addPrefixSpace));
            default -> new SpaceRules(adds, false, false);
        };
    }

    private TokenizerException error(String message) {
        return new TokenizerException(file + ": the post_processor " + message);
    }
}
