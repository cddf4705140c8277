package org.vitrine.ui.lessons;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A link or a picture on a page.
 *
 * @param line the index of the line in the page
 * @param picture whether it is shown, not gone to
 * @param text the words in square brackets
 * @param target as it stands there, without what follows a {@code #}
 */
record PageLink(int line, boolean picture, String text, String target) {
    private static final Pattern FORM = Pattern.compile("(!?)\\[([^\\]]*)\\]\\(([^)#]*)(#[^)]*)?\\)", Pattern.DOTALL);

    /** All links of a page, those in blocks and in code left out. */
    static List<PageLink> all(Page page) {
        List<String> lines = new ArrayList<>(page.lines());
        for (Fence fence : Fence.all(page.lines())) {
            for (int i = fence.first(); i < fence.end(); i++) {
                lines.set(i, "");
            }
        }
        String text = String.join("\n", lines).replaceAll("`[^`\n]*`", "");
        List<PageLink> links = new ArrayList<>();
        Matcher link = FORM.matcher(text);
        while (link.find()) {
            int line = (int) text.chars().limit(link.start()).filter(c -> c == '\n').count();
            links.add(new PageLink(line, !link.group(1).isEmpty(), link.group(2), link.group(3)));
        }
        return links;
    }

    /** The pictures that a command makes: those in the course's folder of pictures. */
    static List<PageLink> pictures(Page page) {
        return all(page).stream().filter(link -> link.picture && link.target.contains("pictures/")
                && link.target.endsWith(".svg")).toList();
    }
}
