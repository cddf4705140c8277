package org.vitrine.tokenizer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the post_processor of type TemplateProcessing in BERT's tokenizer.json. */
final class BertTemplateReader {
    private static final int SEGMENTS = 2;

    /** The place of a text ("A" or "B") or of the special token of that name. */
    private record Written(String name, boolean special, int segment) {
    }

    private List<Written> single = List.of();
    private List<Written> pair = List.of();
    private final Map<String, Integer> ids = new HashMap<>();

    /** Takes a member of the object over. */
    void member(JsonInput json, String key) {
        switch (key) {
            case "single" -> single = slots(json);
            case "pair" -> pair = slots(json);
            case "special_tokens" -> json.object("an object of special tokens", name -> specialToken(json, name));
            default -> json.skip();
        }
    }

    private static List<Written> slots(JsonInput json) {
        List<Written> slots = new ArrayList<>();
        json.array("a list of special tokens and texts",
                () -> json.object("a special token or a text", kind -> slots.add(slot(json, kind))));
        return slots;
    }

    private static Written slot(JsonInput json, String kind) {
        if (!kind.equals("SpecialToken") && !kind.equals("Sequence")) {
            throw json.error("expected SpecialToken or Sequence in the template, found " + JsonInput.quote(kind));
        }
        String[] name = new String[1];
        int[] segment = new int[1];
        json.object("a special token or a text", key -> {
            switch (key) {
                case "id" -> name[0] = json.string("the name of a special token or text");
                case "type_id" -> segment[0] = segment(json);
                default -> json.skip();
            }
        });
        if (name[0] == null) {
            throw json.error("expected the \"id\" of a special token or text in the template, found none");
        }
        return new Written(name[0], kind.equals("SpecialToken"), segment[0]);
    }

    private static int segment(JsonInput json) {
        int segment = json.id();
        if (segment >= SEGMENTS) {
            throw json.wrong("the segment 0 or 1");
        }
        return segment;
    }

    private void specialToken(JsonInput json, String name) {
        json.object("a special token", key -> {
            if (!key.equals("ids")) {
                json.skip();
                return;
            }
            json.array("a list of one id", () -> {
                if (ids.put(name, json.id()) != null) {
                    throw json.error("the special token " + JsonInput.quote(name) + " has several ids; expected one");
                }
            });
        });
    }

    /**
     * The template.
     *
     * @param file what to call it in messages
     * @throws TokenizerException if a token of the template is not in the vocabulary or a text has no place in it
     */
    Template build(String file, Vocabulary vocabulary) {
        requireTexts(file, "single", single, "A");
        requireTexts(file, "pair", pair, "A", "B");
        return new Template(resolve(file, single, vocabulary), resolve(file, pair, vocabulary));
    }

    private static void requireTexts(String file, String which, List<Written> slots, String... texts) {
        List<String> found = slots.stream().filter(slot -> !slot.special()).map(Written::name).toList();
        if (!found.equals(List.of(texts))) {
            throw new TokenizerException(
                    file + ": expected the texts " + String.join(", ", texts) + " in the template \""
                            + which + "\" of the post_processor, found " + JsonInput.quote(String.join(", ", found)));
        }
    }

    private List<Template.Slot> resolve(String file, List<Written> slots, Vocabulary vocabulary) {
        List<Template.Slot> resolved = new ArrayList<>();
        for (Written slot : slots) {
            if (!slot.special()) {
                resolved.add(Template.Slot.of(slot.name().equals("A") ? 0 : 1, slot.segment()));
                continue;
            }
            Integer id = ids.get(slot.name());
            if (id == null || !vocabulary.contains(id)) {
                throw new TokenizerException(file + ": the template names the special token "
                        + JsonInput.quote(slot.name()) + (id == null
                                ? ", but the post_processor's special_tokens give no id for it"
                                : ", but the vocabulary has no token " + id));
            }
            resolved.add(new Template.Slot(Token.TEMPLATE, id, vocabulary.piece(id), slot.segment()));
        }
        return resolved;
    }
}
