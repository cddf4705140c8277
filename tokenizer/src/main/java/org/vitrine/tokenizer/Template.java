package org.vitrine.tokenizer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The special tokens that a model wants around a text or two, such as {@code [CLS] A [SEP] B [SEP]}.
 *
 * @param single for one text
 * @param pair   for two; empty if the model reads one text only
 *
 * @see <a href="https://github.com/huggingface/tokenizers/blob/v0.22.2/tokenizers/src/processors/template.rs">
 *      TemplateProcessing in the reference</a>
 */
record Template(List<Slot> single, List<Slot> pair) {
    /** GPT-2's: nothing is added, and there is no second text. */
    static final Template NONE = new Template(List.of(Slot.of(0, 0)), List.of());

    /**
     * A special token, or the place of a text.
     *
     * @param text    0 or 1 for the place of that text, {@link Token#TEMPLATE} for a special token
     * @param id      of the special token
     * @param piece   of the special token; empty for a text
     * @param segment that its tokens get
     */
    record Slot(int text, int id, String piece, int segment) {
        /** The place of a text. */
        static Slot of(int text, int segment) {
            return new Slot(text, -1, "", segment);
        }

        /** A special token. */
        static Slot special(AddedToken token, int segment) {
            return new Slot(Token.TEMPLATE, token.id(), token.content(), segment);
        }
    }

    Template {
        single = List.copyOf(single);
        pair = List.copyOf(pair);
    }

    /** BERT's: {@code [CLS] A [SEP]}, {@code [CLS] A [SEP] B [SEP]}, the second text and what ends it in segment 1. */
    static Template bert(AddedToken cls, AddedToken sep) {
        return new Template(List.of(Slot.special(cls, 0), Slot.of(0, 0), Slot.special(sep, 0)),
                List.of(Slot.special(cls, 0), Slot.of(0, 0), Slot.special(sep, 0), Slot.of(1, 1),
                        Slot.special(sep, 1)));
    }

    /** RoBERTa's and BART's: {@code <s> A </s>}, {@code <s> A </s></s> B </s>}, all in segment 0. */
    static Template roberta(AddedToken cls, AddedToken sep) {
        return new Template(List.of(Slot.special(cls, 0), Slot.of(0, 0), Slot.special(sep, 0)), List.of(
                Slot.special(cls, 0), Slot.of(0, 0), Slot.special(sep, 0), Slot.special(sep, 0), Slot.of(1, 0),
                Slot.special(sep, 0)));
    }

    /** Whether there is a template for two texts. */
    boolean readsPairs() {
        return !pair.isEmpty();
    }

    /**
     * One text, or two, with the special tokens around them.
     *
     * @param second the second text; empty if there is none
     * @param split  makes a text's own tokens
     * @throws TokenizerException if there are two texts and the model reads one only
     */
    Encoding encode(String first, String second, Function<String, List<Token>> split) {
        if (second.isEmpty()) {
            return new Encoding(first, second, fill(single, List.of(split.apply(first))));
        }
        if (!readsPairs()) {
            throw new TokenizerException("this model reads one text at a time, but there are two");
        }
        return new Encoding(first, second, fill(pair, List.of(split.apply(first), split.apply(second))));
    }

    /** The tokens of the texts in their places. */
    private static List<Token> fill(List<Slot> slots, List<List<Token>> texts) {
        List<Token> tokens = new ArrayList<>();
        for (Slot slot : slots) {
            if (slot.text() == Token.TEMPLATE) {
                Span nowhere = new Span(0, 0);
                tokens.add(new Token(slot.id(), slot.piece(), nowhere, nowhere, Token.TEMPLATE, slot.segment()));
                continue;
            }
            for (Token token : texts.get(slot.text())) {
                tokens.add(new Token(token.id(), token.piece(), token.span(), token.codePoints(), slot.text(),
                        slot.segment()));
            }
        }
        return tokens;
    }
}
