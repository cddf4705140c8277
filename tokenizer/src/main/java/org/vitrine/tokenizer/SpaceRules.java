package org.vitrine.tokenizer;

/**
 * What happens to spaces: whether text gets one before its first word, and whether spans leave out those around a
 * piece. GPT-2 does neither, BART the second.
 *
 * @param addPrefixSpace ordinary text that begins without a space gets one
 * @param trimSpans      the white space at both ends of a piece is not in its span ({@code trim_offsets})
 * @param keepFirstSpace the first token's one space is taken for an added one, which is in no span anyway
 *
 * @see <a href="https://github.com/huggingface/tokenizers/blob/v0.22.2/tokenizers/src/pre_tokenizers/byte_level.rs">
 *      process_offsets in the reference</a>
 */
record SpaceRules(boolean addPrefixSpace, boolean trimSpans, boolean keepFirstSpace) {
    private static final char SPACE_GLYPH = ByteAlphabet.glyph(' ');

    /**
     * A token of {@code text} as these rules show it.
     *
     * @param written the token's characters: glyphs, or the text itself for an added token
     * @param first   whether it is the first of the text
     */
    Token apply(Token token, String written, boolean first, String text) {
        if (!trimSpans) {
            return token;
        }
        int leading = 0;
        while (leading < written.length() && isSpace(written.charAt(leading))) {
            leading++;
        }
        int trailing = 0;
        while (trailing < written.length() && isSpace(written.charAt(written.length() - 1 - trailing))) {
            trailing++;
        }
        Span all = token.codePoints();
        if (leading == 1 && keepFirstSpace && (first || all.start() == 0)) {
            leading = 0;
        }
        int start = Math.min(all.start() + leading, all.end());
        int end = Math.max(all.end() - trailing, start);
        Span span = new Span(text.offsetByCodePoints(token.span().start(), start - all.start()),
                text.offsetByCodePoints(token.span().end(), end - all.end()));
        return new Token(token.id(), token.piece(), span, new Span(start, end), token.text(), token.segment());
    }

    private static boolean isSpace(char c) {
        return c == SPACE_GLYPH || CodePointSet.SPACE.contains(c);
    }
}
