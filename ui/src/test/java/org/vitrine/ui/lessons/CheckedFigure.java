package org.vitrine.ui.lessons;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A figure or a word in the prose, in bold or as code, with a comment behind it that says where it comes from:
 * {@code **99.8 %**<!-- /layers/0/candidates/0/probability -->}. The comment may begin with {@code $2}: the page's second command.
 *
 * @param line the index of the line in the page
 * @param shown the text between the marks
 * @param command the number of the command, counted from 1; 0 for the nearest one above
 * @param source a {@link Expression}, {@code finding: …} or {@code lesson}
 */
record CheckedFigure(int line, String shown, int command, String source) {
    /** The first group is the mark, the second the text, the third the command, the fourth the source. */
    static final Pattern FORM = Pattern
            .compile("(\\*\\*|`)((?:(?!\\1).)+)\\1<!--\\s*(?:\\$(\\d+)\\s+)?(.+?)\\s*-->", Pattern.DOTALL);
    private static final Pattern HARMLESS = Pattern.compile(
            "<!--.*?-->|`[^`]*`|\\]\\([^)]*\\)|(?m:^\\s*\\d+\\.\\s)|(?m:^#.*$)|GPT-2|et\\s+al\\.\\s+\\d{4}|sections?\\s+\\d(\\.\\d)*",
            Pattern.DOTALL);
    private static final Pattern DIGITS = Pattern.compile("[0-9]+([.,][0-9]+)*( %)?");

    /** The figures of a part of a page, in order. */
    static List<CheckedFigure> all(Page.Section section) {
        String text = String.join("\n", section.lines());
        List<CheckedFigure> figures = new ArrayList<>();
        Matcher figure = FORM.matcher(text);
        while (figure.find()) {
            int command = figure.group(3) == null ? 0 : Integer.parseInt(figure.group(3));
            figures.add(new CheckedFigure(section.first() + lines(text, figure.start()),
                    figure.group(2).replace('\n', ' '), command, figure.group(4).replaceAll("\\s*\n\\s*", " ")));
        }
        return figures;
    }

    /** Digits that nothing vouches for: outside checked figures, code, links, headings, references, and the numbers of lists. */
    static List<Problem> unchecked(Page page, Page.Section section) {
        String text = blank(HARMLESS, blank(FORM, String.join("\n", section.lines())));
        List<Problem> problems = new ArrayList<>();
        Matcher digits = DIGITS.matcher(text);
        while (digits.find()) {
            problems.add(page.problem(section.first() + lines(text, digits.start()), "the figure '" + digits.group()
                    + "' is not checked: write it in bold and <!-- where it is in the document --> behind it"));
        }
        return problems;
    }

    /** What matches, as spaces; line breaks stay. */
    private static String blank(Pattern pattern, String text) {
        return pattern.matcher(text).replaceAll(found -> found.group().replaceAll("[^\n]", " "));
    }

    private static int lines(String text, int end) {
        return (int) text.chars().limit(end).filter(c -> c == '\n').count();
    }
}
