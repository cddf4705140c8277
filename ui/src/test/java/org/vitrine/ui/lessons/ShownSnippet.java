package org.vitrine.ui.lessons;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of Java on a page, as it stands in the window of {@code vitrine jshell}, and what is shown below it.
 *
 * @param typed what stands behind the prompts, a line each
 */
record ShownSnippet(int line, String typed, int outputAt, List<String> output) implements Shown {
    static final String INFO = "jshell";
    static final String PROMPT = "vitrine> ";
    static final String GOES_ON = "    ...> ";

    ShownSnippet {
        output = List.copyOf(output);
    }

    /** The pieces of a block, or of a whole session; lines before the first prompt are left out. */
    static List<ShownSnippet> all(Fence fence) {
        List<ShownSnippet> snippets = new ArrayList<>();
        List<String> lines = fence.lines();
        int i = 0;
        while (i < lines.size()) {
            int start = i++;
            if (!lines.get(start).startsWith(PROMPT)) {
                continue;
            }
            StringBuilder typed = new StringBuilder(lines.get(start).substring(PROMPT.length()));
            while (i < lines.size() && lines.get(i).startsWith(GOES_ON)) {
                typed.append('\n').append(lines.get(i++).substring(GOES_ON.length()));
            }
            int output = i;
            while (i < lines.size() && !lines.get(i).startsWith(PROMPT)) {
                i++;
            }
            snippets.add(new ShownSnippet(fence.first() + start, typed.toString(), fence.first() + output,
                    lines.subList(output, i)));
        }
        return snippets;
    }
}
