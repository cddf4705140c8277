package org.vitrine.tokenizer;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Generated text of many scripts, as it comes from chats, scans and broken files. */
final class WildTexts {
    private WildTexts() {
    }

    /** A text of up to some 100 characters; no half of a surrogate pair is in it. */
    static Arbitrary<String> texts() {
        return Arbitraries.frequencyOf(Tuple.of(3, words()), Tuple.of(2, scripts()), Tuple.of(2, joined()),
                Tuple.of(2, lookAlikes()), Tuple.of(1, controls()), Tuple.of(1, runs()), Tuple.of(1, stacked()),
                Tuple.of(1, anywhere())).list().ofMaxSize(12).map(parts -> String.join("", parts)).withoutEdgeCases();
    }

    private static Arbitrary<String> words() {
        return Arbitraries.of("the", "The", "THE", " river", "city", "don't", "we'll", "I'M", " ", " ", "  ", ", ",
                ". ", "3.14", "1,000", "x^2", "caf\u00e9", "na\u00efve", "stra\u00dfe", "\ufb01ne", "unaffable");
    }

    /** Cyrillic, Greek with a final sigma, Arabic, Hebrew, Devanagari, Thai, Korean, Japanese, Chinese, and others. */
    private static Arbitrary<String> scripts() {
        return Arbitraries.of("\u0439\u043e\u0436", "\u039f\u0394\u039f\u03a3", "\u0645\u0631\u062d\u0628\u0627",
                "\u05e9\u05dc\u05d5\u05dd", "\u0915\u094d\u0937\u093f", "\u0e19\u0e49\u0e33", "\ud55c\uad6d",
                "\u1112\u1161\u11ab", "\u304c\u30ac\u304b\u3099", "\u4f60\u597d", "\uf900", "\ud840\udc0b",
                "\u0130stanbul", "\u01c5", "\u1e9e", "\u0660\u0661", "\u2167", "\u00bd", "\u13a0", "\ud801\udc00",
                "\ud835\udd38", "\u3000", "\uff21\uff11", "\u202eabc\u202c");
    }

    /** Emoji that are several characters: families, skin tones, flags, key caps, hearts. */
    private static Arbitrary<String> joined() {
        return Arbitraries.of("\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67\u200d\ud83d\udc66",
                "\ud83d\udc4b\ud83c\udffd", "\ud83c\uddec\ud83c\uddea", "1\ufe0f\u20e3", "\u2764\ufe0f",
                "\ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc7f", "\ud83e\udd37\u200d\u2642\ufe0f", "\u200d");
    }

    /** Special tokens, and what only looks like one. */
    private static Arbitrary<String> lookAlikes() {
        return Arbitraries.of("<|endoftext|>", "<|endoftext", "|>", "<|ENDOFTEXT|>", "<s>", "</s>", "<mask>", " <mask>",
                "<mask", "< mask >", "<pad>", "<unk>", "[MASK]", "[mask]", "[ MASK ]", "[MASK", "[CLS]", "[SEP]",
                "[UNK]", "[PAD]", "[[SEP]]", "##", "##ing", "\u0120", "\u0120the", "\u010a");
    }

    private static Arbitrary<String> controls() {
        return Arbitraries.of("\u0000", "\u0007", "\b", "\u001b[0m", "\u007f", "\u0085", "\u00ad", "\u200b", "\u2028",
                "\u2060", "\ufeff", "\ufffd", "\ue000", "\uffff", "\r\n", "\n", "\t", "\u000b", "\f");
    }

    /** One thing many times: the words are long, but rarely longer than WordPiece looks at. */
    private static Arbitrary<String> runs() {
        Arbitrary<String> things = Arbitraries.of("a", "A", "ab", " ", "\n", ".", "-", "0", "\u0301", "\u4f60",
                "\ud83d\ude00", "\u00a0");
        return things.flatMap(thing -> Arbitraries.integers().between(2, 110).map(thing::repeat));
    }

    /** A letter under a heap of marks of several classes. */
    private static Arbitrary<String> stacked() {
        return Arbitraries.of("\u0301", "\u0323", "\u0334", "\u031b", "\u0345", "\u0489", "\u20dd", "\u3099", "\u093c")
                .list().ofMinSize(1).ofMaxSize(9).map(marks -> "o" + String.join("", marks));
    }

    private static Arbitrary<String> anywhere() {
        return Arbitraries.integers().between(0, Character.MAX_CODE_POINT)
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE).map(Character::toString);
    }
}
