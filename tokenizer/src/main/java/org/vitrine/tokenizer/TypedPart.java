package org.vitrine.tokenizer;

import org.vitrine.tokenizer.JsonInput.Member;

/** One of tokenizer.json's places that hold an object of some type, or null: normalizer, pre_tokenizer, decoder. */
final class TypedPart {
    private TypedPart() {
    }

    /**
     * Reads a place that is null or of the one type that is supported.
     *
     * @param type      which that is
     * @param supported the end of a message about another type
     * @param options   reads the members but the type
     * @return whether it is of that type
     */
    static boolean read(JsonInput json, String name, String type, String supported, Member options) {
        if (json.isNull()) {
            return false;
        }
        boolean[] ofType = new boolean[1];
        json.object(name + " as an object", key -> {
            if (!key.equals("type")) {
                options.read(key);
            } else if (json.scalar().equals(type)) {
                ofType[0] = true;
            } else {
                throw json
                        .error("the " + name + " is of type " + JsonInput.shown(json.scalar()) + supported
                                + ", whose type is " + type);
            }
        });
        return ofType[0];
    }
}
