package org.vitrine.tokenizer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Cuts added tokens out of a text: leftmost first, the longest of those that begin there, with their options. The text
 * is gone through twice, as in the reference: first for tokens that are not normalised, then, between what was found,
 * for those that are (GPT-2's normalisation itself does nothing).
 *
 * @see <a href="https://github.com/huggingface/tokenizers/blob/v0.22.2/tokenizers/src/tokenizer/added_vocabulary.rs">
 *      AddedVocabulary in the reference</a>
 */
final class AddedTokenSplitter {
    /** A stretch of the text and the added token that it is, or null. */
    record Part(Span span, AddedToken token) {
    }

    /** A tree of characters: the path from the root spells a token. */
    private static final class Node {
        final Map<Character, Node> next = new HashMap<>();
        AddedToken token;
    }

    private final Node asWritten = new Node();
    private final Node normalized = new Node();

    AddedTokenSplitter(List<AddedToken> tokens) {
        for (AddedToken token : tokens) {
            Node node = token.normalized() ? normalized : asWritten;
            for (char c : token.content().toCharArray()) {
                node = node.next.computeIfAbsent(c, _ -> new Node());
            }
            node.token = token;
        }
    }

    /** The parts of a text, none of them empty. They cover it in order. */
    List<Part> split(String text) {
        List<Part> parts = new ArrayList<>();
        for (Part part : split(text, new Span(0, text.length()), asWritten)) {
            if (part.token() == null) {
                parts.addAll(split(text, part.span(), normalized));
            } else {
                parts.add(part);
            }
        }
        return parts;
    }

    private static List<Part> split(String text, Span within, Node tokens) {
        List<Part> parts = new ArrayList<>();
        int done = within.start();
        int spaceEnd = 0; // where the white space that rstrip last looked at ends: it is scanned once only
        int at = within.start();
        while (at < within.end() && !tokens.next.isEmpty()) {
            AddedToken token = longest(text, at, within.end(), tokens);
            if (token == null) {
                at++;
                continue;
            }
            int start = at;
            int end = at + token.content().length();
            at = end;
            if (token.singleWord() && touchesWord(text, start, end, within)) {
                continue;
            }
            if (token.lstrip()) {
                start = Math.max(done, startOfSpace(text, done, start)); // rstrip may have gone past it
                end = Math.max(start, end);
            }
            if (token.rstrip()) {
                spaceEnd = end < spaceEnd ? spaceEnd : endOfSpace(text, end, within.end());
                end = spaceEnd;
            }
            if (done < start) {
                parts.add(new Part(new Span(done, start), null));
            }
            parts.add(new Part(new Span(start, end), token));
            done = end;
        }
        if (done < within.end()) {
            parts.add(new Part(new Span(done, within.end()), null));
        }
        return parts;
    }

    private static AddedToken longest(String text, int start, int end, Node tokens) {
        AddedToken longest = null;
        Node node = tokens;
        for (int i = start; i < end; i++) {
            node = node.next.get(text.charAt(i));
            if (node == null) {
                break;
            }
            if (node.token != null) {
                longest = node.token;
            }
        }
        return longest;
    }

    private static boolean touchesWord(String text, int start, int end, Span within) {
        boolean left = start > within.start() && CodePointSet.WORD.contains(text.codePointBefore(start));
        boolean right = end < within.end() && CodePointSet.WORD.contains(text.codePointAt(end));
        return left || right;
    }

    private static int startOfSpace(String text, int from, int to) {
        int start = to;
        while (start > from && CodePointSet.SPACE.contains(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static int endOfSpace(String text, int from, int to) {
        int end = from;
        while (end < to && CodePointSet.SPACE.contains(text.charAt(end))) {
            end++;
        }
        return end;
    }
}
