package org.vitrine.fuzz;

import org.vitrine.tokenizer.Encoding;
import org.vitrine.tokenizer.Token;
import org.vitrine.tokenizer.Tokenizer;
import org.vitrine.tokenizer.Tokenizers;
import org.vitrine.weights.ModelFiles;

/** Reads a tokenizer, and a few texts with it. */
final class TokenizerTarget {
    private static final String TEXT = " The cats' café, Ünïted 東京\ud83d\ude42 [MASK]<mask><s>\ud800 \n 12.5!";

    private TokenizerTarget() {
    }

    /** Takes the input for the files of a model. */
    static void run(byte[] input) {
        ModelFiles files = new Bundle(input);
        Expected.refusal(() -> use(Tokenizers.load(files.name(), files::find), TEXT, ""));
    }

    /** Does with a text all that a tokenizer can do. */
    static void use(Tokenizer tokenizer, String text, String pair) {
        Encoding encoding = tokenizer.readsPairs() ? tokenizer.encode(text, pair) : tokenizer.encode(text);
        for (Token token : encoding.tokens()) {
            String of = token.text() == 1 ? encoding.pair() : encoding.text();
            Expected.that(token.span().end() <= of.length(), "spans inside the text, not " + token);
            Expected.that(token.codePoints().end() <= of.codePointCount(0, of.length()), "code points of the text");
            Expected.that(tokenizer.vocabulary().contains(token.id()), "an id of the vocabulary, not " + token.id());
            tokenizer.text(token.id());
        }
        tokenizer.decode(encoding.ids());
        tokenizer.decodeText(encoding.ids());
        Expected.that(!tokenizer.steps(text).isEmpty(), "steps from text to tokens");
        tokenizer.text(-1);
        tokenizer.decode(new int[]{Integer.MAX_VALUE, 0, -1});
    }
}
