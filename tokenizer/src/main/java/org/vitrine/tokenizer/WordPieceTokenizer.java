package org.vitrine.tokenizer;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * BERT's tokenizer: cleaning, words, then greedy longest match of word pieces (Devlin et al. 2019, section 3; Wu et al.
 * 2016, section 4.1). Read {@link #tokens}, then {@code WordPieceMatcher}: that is all of it. Ids, spans and decoded
 * text are those of Hugging Face's Rust library, the one behind the "fast" tokenizers.
 *
 * <p>A token's span is what it came from in the original text: whole characters, accents that were stripped from it
 * left out. A text may have no tokens but those of the template, if nothing is left of it.
 *
 * @see <a href="https://github.com/google-research/bert/blob/master/tokenization.py">FullTokenizer in Google's
 *      tokenization.py</a>
 */
public final class WordPieceTokenizer implements Tokenizer {
    private final Vocabulary vocabulary;
    private final BertNormalizer normalizer;
    private final WordPieceMatcher matcher;
    private final WordPieceDecoder decoder;
    private final Template template;
    private final AddedTokenSplitter addedTokens;

    /** The vocabulary must have the matcher's pieces and the template's; {@link Tokenizers} makes sure of it. */
    WordPieceTokenizer(Vocabulary vocabulary, BertNormalizer normalizer, WordPieceMatcher matcher,
            WordPieceDecoder decoder, Template template) {
        this.vocabulary = vocabulary;
        this.normalizer = normalizer;
        this.matcher = matcher;
        this.decoder = decoder;
        this.template = template;
        addedTokens = new AddedTokenSplitter(vocabulary.addedTokens(), normalizer::normalize);
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
        for (AddedTokenSplitter.Part part : addedTokens.splitAsWritten(text)) {
            if (part.token() != null) {
                tokens.add(token(part.token().content(), part.span(), codePoints));
                continue;
            }
            AlignedText clean = clean(text, part.span(), EnumSet.noneOf(Step.Change.class));
            for (AddedTokenSplitter.Part inner : addedTokens.splitNormalized(clean.text())) {
                AlignedText stretch = clean.slice(inner.span());
                if (inner.token() != null) {
                    tokens.add(token(inner.token().content(), stretch.source(), codePoints));
                    continue;
                }
                for (Span span : BertPreTokenizer.split(stretch.text())) {
                    addPieces(stretch.slice(span), codePoints, tokens);
                }
            }
        }
        return tokens;
    }

    private AlignedText clean(String text, Span span, Set<Step.Change> changes) {
        return normalizer.normalize(AlignedText.of(text, span), changes);
    }

    private void addPieces(AlignedText word, CodePoints codePoints, List<Token> tokens) {
        Step.MatchedWord matched = matcher.match(word.text());
        if (matched.outcome() != Step.Outcome.PIECES) {
            tokens.add(token(matcher.unknown(), word.source(), codePoints));
            return;
        }
        for (Step.Match match : matched.matches()) {
            tokens.add(token(match.piece().orElseThrow(), word.slice(match.span()).source(), codePoints));
        }
    }

    private Token token(String piece, Span span, CodePoints codePoints) {
        return new Token(vocabulary.find(piece).orElseThrow(), piece, span, codePoints.of(span), 0, 0);
    }

    @Override
    public String decode(int[] ids) {
        List<String> pieces = new ArrayList<>(ids.length);
        for (int id : ids) {
            if (vocabulary.contains(id)) {
                pieces.add(vocabulary.piece(id));
            }
        }
        return decoder.decode(pieces);
    }

    /** The piece as stored: the prefix of {@code ##ing} shows that it goes on within a word. */
    @Override
    public String text(int id) {
        return vocabulary.contains(id) ? vocabulary.piece(id) : "[" + id + "]";
    }

    @Override
    public List<Step> steps(String text) {
        List<Step.Part> parts = new ArrayList<>();
        List<Step.CleanedText> cleaned = new ArrayList<>();
        List<AlignedText> words = new ArrayList<>();
        for (AddedTokenSplitter.Part part : addedTokens.splitAsWritten(text)) {
            if (part.token() != null) {
                parts.add(part(text, part.span(), part.token()));
                continue;
            }
            Set<Step.Change> changes = EnumSet.noneOf(Step.Change.class);
            AlignedText clean = clean(text, part.span(), changes);
            cleaned.add(new Step.CleanedText(part.span().of(text), part.span(), clean.text(), List.copyOf(changes)));
            List<AddedTokenSplitter.Part> inner = addedTokens.splitNormalized(clean.text());
            if (inner.size() <= 1 && inner.stream().allMatch(one -> one.token() == null)) {
                parts.add(part(text, part.span(), null)); // with what cleaning took away at its ends
            } else {
                inner.forEach(one -> parts.add(part(text, clean.slice(one.span()).source(), one.token())));
            }
            for (AddedTokenSplitter.Part one : inner) {
                if (one.token() == null) {
                    AlignedText stretch = clean.slice(one.span());
                    BertPreTokenizer.split(stretch.text()).forEach(span -> words.add(stretch.slice(span)));
                }
            }
        }
        return List.of(new Step.Parts(parts), new Step.Cleaned(cleaned),
                new Step.Words(words.stream().map(word -> new Step.Word(word.text(), word.source())).toList()),
                new Step.Matches(words.stream().map(word -> matcher.match(word.text())).toList()),
                new Step.Pieces(encode(text).tokens()));
    }

    private static Step.Part part(String text, Span span, AddedToken token) {
        OptionalInt id = token == null ? OptionalInt.empty() : OptionalInt.of(token.id());
        return new Step.Part(span.of(text), span, id);
    }

    @Override
    public Vocabulary vocabulary() {
        return vocabulary;
    }
}
