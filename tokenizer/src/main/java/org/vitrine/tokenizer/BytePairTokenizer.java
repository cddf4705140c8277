package org.vitrine.tokenizer;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The tokenizer of GPT-2 and, with special tokens around the text, of BART and RoBERTa: byte-level byte pair encoding
 * (Sennrich et al. 2016, section 3.2; Radford et al. 2019, section 2.2). Read {@link #tokens}, then {@link #merge}:
 * that is all of it. Ids, spans and decoded text are those of Hugging Face's Rust library, the one behind the "fast"
 * tokenizers.
 *
 * @see <a href="https://github.com/huggingface/tokenizers/blob/v0.22.2/tokenizers/src/models/bpe/word.rs">
 *      Word::merge_all in the reference</a>
 */
public final class BytePairTokenizer implements Tokenizer {
    private static final int CACHED_WORDS = 10_000;
    private static final int LONGEST_CACHED = 64;

    private final Vocabulary vocabulary;
    private final Merges merges;
    private final SpaceRules spaces;
    private final Template template;
    private final AddedTokenSplitter addedTokens;
    private final int[] glyphIds = new int[ByteAlphabet.SIZE]; // by byte
    private final Map<String, int[]> cache = new ConcurrentHashMap<>();

    /** The vocabulary must have all 256 glyphs, and all the ids of the merges; {@link Tokenizers} makes sure of it. */
    BytePairTokenizer(Vocabulary vocabulary, Merges merges, SpaceRules spaces, Template template) {
        this.vocabulary = vocabulary;
        this.merges = merges;
        this.spaces = spaces;
        this.template = template;
        addedTokens = new AddedTokenSplitter(vocabulary.addedTokens());
        for (int value = 0; value < ByteAlphabet.SIZE; value++) {
            glyphIds[value] = vocabulary.find(String.valueOf(ByteAlphabet.glyph(value))).orElseThrow();
        }
    }

    @Override
    public Encoding encode(String text, String pair) {
        return template.encode(text, pair, this::tokens);
    }

    @Override
    public boolean readsPairs() {
        return template.readsPairs();
    }

    /** The tokens of one text by itself. */
    private List<Token> tokens(String text) {
        CodePoints codePoints = new CodePoints(text);
        List<Token> tokens = new ArrayList<>();
        for (AddedTokenSplitter.Part part : addedTokens.split(text)) {
            if (part.token() != null) {
                Token token = token(part.token().id(), part.span(), codePoints);
                tokens.add(spaces.apply(token, part.span().of(text), tokens.isEmpty(), text));
                continue;
            }
            Segment segment = Segment.of(text, part.span(), spaces.addPrefixSpace());
            for (Span span : WordSplitter.split(segment.padded())) {
                GlyphWord word = new GlyphWord(segment, span);
                int from = 0;
                for (int id : idsOf(word.glyphs())) {
                    int to = from + vocabulary.piece(id).length(); // a piece is as long as its bytes are many
                    Token token = token(id, word.span(from, to), codePoints);
                    tokens.add(spaces.apply(token, token.piece(), tokens.isEmpty(), text));
                    from = to;
                }
            }
        }
        return tokens;
    }

    /** The ids of a word. The same words come again and again, so short ones are remembered. */
    private int[] idsOf(String glyphs) {
        int[] ids = cache.get(glyphs);
        if (ids == null) {
            ids = merge(glyphs, new ArrayList<>());
            if (glyphs.length() <= LONGEST_CACHED && cache.size() < CACHED_WORDS) {
                cache.put(glyphs, ids);
            }
        }
        return ids;
    }

    /** A rule that fits the symbol at {@code at} and the one on its right; first by rank, then from left to right. */
    private record Candidate(Merges.Rule rule, int at) implements Comparable<Candidate> {
        @Override
        public int compareTo(Candidate other) {
            int byRank = Integer.compare(rule.rank(), other.rule.rank());
            return byRank != 0 ? byRank : Integer.compare(at, other.at);
        }
    }

    /**
     * The algorithm: a word begins as single glyphs; of all rules that fit two neighbours the one of lowest rank joins
     * them, leftmost first, until none fits.
     *
     * @param done gets every rule that was applied, with its place, in order
     */
    private int[] merge(String glyphs, List<Candidate> done) {
        Symbols symbols = new Symbols(idsOfGlyphs(glyphs));
        PriorityQueue<Candidate> candidates = new PriorityQueue<>();
        for (int at = 0; at < glyphs.length() - 1; at++) {
            offer(symbols, at, candidates);
        }
        while (!candidates.isEmpty()) {
            Candidate best = candidates.poll();
            int at = best.at();
            Merges.Rule rule = best.rule();
            if (symbols.id(at) != rule.left() || symbols.id(symbols.right(at)) != rule.right()) {
                continue; // out of date: one of the two has been joined to something else
            }
            symbols.join(at, rule.result());
            done.add(best);
            offer(symbols, symbols.left(at), candidates);
            offer(symbols, at, candidates);
        }
        return symbols.ids();
    }

    private void offer(Symbols symbols, int at, PriorityQueue<Candidate> candidates) {
        if (at == Symbols.NONE || symbols.right(at) == Symbols.NONE) {
            return;
        }
        Merges.Rule rule = merges.find(symbols.id(at), symbols.id(symbols.right(at)));
        if (rule != null) {
            candidates.add(new Candidate(rule, at));
        }
    }

    private int[] idsOfGlyphs(String glyphs) {
        int[] ids = new int[glyphs.length()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = glyphIds[ByteAlphabet.value(glyphs.charAt(i))];
        }
        return ids;
    }

    private Token token(int id, Span span, CodePoints codePoints) {
        return new Token(id, vocabulary.piece(id), span, codePoints.of(span), 0, 0);
    }

    @Override
    public String decode(int[] ids) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int id : ids) {
            if (vocabulary.contains(id)) {
                ByteAlphabet.writeBytes(vocabulary.piece(id), bytes);
            }
        }
        return Utf8.decode(bytes.toByteArray());
    }

    @Override
    public String text(int id) {
        return vocabulary.contains(id) ? decode(new int[]{id}) : "[" + id + "]";
    }

    @Override
    public List<Step> steps(String text) {
        List<Step.Part> parts = new ArrayList<>();
        List<Step.Word> words = new ArrayList<>();
        List<Step.GlyphWord> glyphs = new ArrayList<>();
        List<Step.MergedWord> merged = new ArrayList<>();
        for (AddedTokenSplitter.Part part : addedTokens.split(text)) {
            boolean added = part.token() != null;
            OptionalInt id = added ? OptionalInt.of(part.token().id()) : OptionalInt.empty();
            parts.add(new Step.Part(part.span().of(text), part.span(), id));
            if (added) {
                continue;
            }
            Segment segment = Segment.of(text, part.span(), spaces.addPrefixSpace());
            for (Span span : WordSplitter.split(segment.padded())) {
                GlyphWord word = new GlyphWord(segment, span);
                words.add(new Step.Word(word.text(), word.span()));
                glyphs.add(new Step.GlyphWord(word.glyphs(), word.bytes()));
                merged.add(new Step.MergedWord(word.glyphs(), mergesOf(word.glyphs())));
            }
        }
        return List.of(new Step.Parts(parts), new Step.Words(words), new Step.Glyphs(glyphs),
                new Step.Merges(merged), new Step.Pieces(encode(text).tokens()));
    }

    private List<Step.Merge> mergesOf(String glyphs) {
        List<Candidate> done = new ArrayList<>();
        merge(glyphs, done);
        List<Step.Merge> shown = new ArrayList<>(done.size());
        for (Candidate candidate : done) {
            Merges.Rule rule = candidate.rule();
            shown.add(new Step.Merge(rule.rank(), vocabulary.piece(rule.left()), vocabulary.piece(rule.right()),
                    vocabulary.piece(rule.result()), candidate.at()));
        }
        return shown;
    }

    @Override
    public Vocabulary vocabulary() {
        return vocabulary;
    }
}
