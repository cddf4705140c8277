package org.vitrine.tokenizer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Cuts added tokens out of a text: leftmost first, the longest of those that begin there, with their options. The text
 * is gone through twice, as in the reference: first for tokens that are not normalised, then, between what was found,
 * for those that are. GPT-2's normalisation does nothing; BERT's comes between the two.
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
        final int depth;
        AddedToken token;

        Node(int depth) {
            this.depth = depth;
        }
    }

    private final Node asWritten = new Node(0);
    private final Node normalized = new Node(0);

    /** For text that is not normalised. */
    AddedTokenSplitter(List<AddedToken> tokens) {
        this(tokens, UnaryOperator.identity());
    }

    /** @param normalizer what is done to text between the two searches, and so to what the second one looks for */
    AddedTokenSplitter(List<AddedToken> tokens, UnaryOperator<String> normalizer) {
        for (AddedToken token : tokens) {
            if (token.normalized()) {
                add(token, normalizer.apply(token.content()), normalized);
            } else {
                add(token, token.content(), asWritten);
            }
        }
    }

    /** Of two tokens that read the same once they are normalised the first is found; one that vanishes never is. */
    private static void add(AddedToken token, String content, Node root) {
        Node node = root;
        for (char c : content.toCharArray()) {
            int depth = node.depth + 1;
            node = node.next.computeIfAbsent(c, _ -> new Node(depth));
        }
        if (node != root && node.token == null) {
            node.token = token;
        }
    }

    /** The parts of a text, none of them empty. They cover it in order. */
    List<Part> split(String text) {
        List<Part> parts = new ArrayList<>();
        for (Part part : splitAsWritten(text)) {
            if (part.token() == null) {
                parts.addAll(split(text, part.span(), normalized));
            } else {
                parts.add(part);
            }
        }
        return parts;
    }

    /** The same, but only tokens that are not normalised are looked for. */
    List<Part> splitAsWritten(String text) {
        return split(text, new Span(0, text.length()), asWritten);
    }

    /** The parts of a text that has been normalised, by the tokens that are. */
    List<Part> splitNormalized(String text) {
        return split(text, new Span(0, text.length()), normalized);
    }

    private static List<Part> split(String text, Span within, Node tokens) {
        List<Part> parts = new ArrayList<>();
        int done = within.start();
        int spaceEnd = 0; // where the white space that rstrip last looked at ends: it is scanned once only
        int at = within.start();
        while (at < within.end() && !tokens.next.isEmpty()) {
            Node found = longest(text, at, within.end(), tokens);
            if (found == null) {
                at++;
                continue;
            }
            AddedToken token = found.token;
            int start = at;
            int end = at + found.depth;
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

    /** The node of the longest token that begins at {@code start}, or null. */
    private static Node longest(String text, int start, int end, Node tokens) {
        Node longest = null;
        Node node = tokens;
        for (int i = start; i < end; i++) {
            node = node.next.get(text.charAt(i));
            if (node == null) {
                break;
            }
            if (node.token != null) {
                longest = node;
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
