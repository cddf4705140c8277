package org.vitrine.ui.api;

import java.util.List;
import org.vitrine.transformer.ops.CancelledException;
import org.vitrine.ui.answer.Documents;
import org.vitrine.ui.answer.Page;
import org.vitrine.ui.session.Failures;
import org.vitrine.ui.terminal.Wrap;

/**
 * Something to look at: as a text, as a JSON document, most also as a picture. It is computed when somebody first looks, and once
 * only. All that takes a look throws an {@link IllegalArgumentException} where settings do not fit each other, the model or the text, and a {@link
 * org.vitrine.transformer.config.ModelException} where the model cannot answer; both say what to do.
 */
public abstract sealed class Explanation permits Drawn, Written, Tokens, Models {
    private static final String COLUMNS = "vitrine.columns";
    private static final int USUAL_COLUMNS = 80;
    private static final int LEAST_COLUMNS = 20;

    private Found found;

    Explanation() {
    }

    /** Computes the answer. */
    abstract Found find();

    /** The answer, computed at the first call. */
    final synchronized Found found() {
        if (found == null) {
            found = find();
        }
        return found;
    }

    /**
     * What the command prints in a terminal, without colours, then what it would say on standard error.
     *
     * @param columns how wide a line may be, 20 or more
     */
    public final String text(int columns) {
        return text(columns, false);
    }

    /** The same with the colours of a terminal. */
    public final String colours(int columns) {
        return text(columns, true);
    }

    private String text(int columns, boolean colour) {
        if (columns < LEAST_COLUMNS) {
            throw new IllegalArgumentException("text takes the width of a line, " + LEAST_COLUMNS
                    + " columns or more, not " + columns);
        }
        return Page.text(found().answer(), found().notes(), columns, colour);
    }

    /** What else there is to say: which token is meant of several, that the model wrote on … Sentences without full stops. */
    public final List<String> notes() {
        return found().notes();
    }

    /**
     * The document that the command writes with {@code --json}, as the schemas in {@code docs/schema} say, or of a tensor the one
     * that the window saves: one JSON object.
     */
    public final String json() {
        return Documents.of(found().answer());
    }

    /** How wide lines are where nobody says so. */
    static int columns() {
        return Math.max(LEAST_COLUMNS, Integer.getInteger(COLUMNS, USUAL_COLUMNS));
    }

    /**
     * What the command prints, as wide as the system property {@code vitrine.columns} says, else 80 columns; where there is no
     * answer, the reason in a sentence. It does not fail, for JShell and debuggers show nothing of what fails.
     */
    @Override
    public final String toString() {
        try {
            return text(columns());
        } catch (IllegalArgumentException e) {
            return sentence(e.getMessage());
        } catch (CancelledException e) {
            throw e;
        } catch (RuntimeException e) {
            return sentence(Failures.explanation(e));
        }
    }

    private static String sentence(String words) {
        return String.join(System.lineSeparator(), Wrap.words(words, columns()));
    }
}
