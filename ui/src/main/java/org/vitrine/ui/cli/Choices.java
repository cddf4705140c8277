package org.vitrine.ui.cli;

import org.vitrine.explain.Lens;
import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.explain.attention.SentenceFilter;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.ui.answer.Choice;
import org.vitrine.ui.answer.StartChoice;
import org.vitrine.ui.session.Backend;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Options that take one of a few words. */
final class Choices {
    private Choices() {
    }

    /** Which lens. */
    static final class OfLens implements ITypeConverter<Lens> {
        @Override
        public Lens convert(String word) {
            return choose(word, Lens.values());
        }
    }

    /** Which tower of layers. */
    static final class OfStack implements ITypeConverter<Stack> {
        @Override
        public Stack convert(String word) {
            return choose(word, new Stack[]{Stack.ENCODER, Stack.DECODER});
        }
    }

    /** Who looks at whom. */
    static final class OfAttention implements ITypeConverter<AttentionKind> {
        @Override
        public AttentionKind convert(String word) {
            return choose(word, AttentionKind.values());
        }
    }

    /** Which of a pair's texts looks at which. */
    static final class OfFilter implements ITypeConverter<SentenceFilter> {
        @Override
        public SentenceFilter convert(String word) {
            return choose(word, SentenceFilter.values());
        }
    }

    /** Where the search for factors begins. */
    static final class OfStart implements ITypeConverter<StartChoice> {
        @Override
        public StartChoice convert(String word) {
            return choose(word, StartChoice.values());
        }
    }

    /** When to use colour. */
    static final class OfColour implements ITypeConverter<ColourChoice> {
        @Override
        public ColourChoice convert(String word) {
            return choose(word, ColourChoice.values());
        }
    }

    /** What pictures look like. */
    static final class OfTheme implements ITypeConverter<ThemeChoice> {
        @Override
        public ThemeChoice convert(String word) {
            return choose(word, ThemeChoice.values());
        }
    }

    /** Which back end. */
    static final class OfBackend implements ITypeConverter<Backend> {
        @Override
        public Backend convert(String word) {
            return choose(word, Backend.values());
        }
    }

    private static <E extends Enum<E>> E choose(String word, E[] values) {
        try {
            return Choice.of(word, values);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
