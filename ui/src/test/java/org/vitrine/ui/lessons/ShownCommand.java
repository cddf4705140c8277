package org.vitrine.ui.lessons;

import java.util.ArrayList;
import java.util.List;

/**
 * A command on a page, and the output shown below it.
 *
 * @param line the index of its first line in the page
 * @param typed what stands behind the dollar sign, lines that end with a backslash joined
 * @param outputAt the index of the first line of its output
 * @param output what is shown of it; a line {@code …} stands for any number of lines
 */
record ShownCommand(int line, String typed, int outputAt, List<String> output) implements Shown {
    static final String INFO = "console";
    private static final String PROMPT = "$ ";
    private static final String LAUNCHER = "./vitrine";

    ShownCommand {
        output = List.copyOf(output);
    }

    /** The commands of a block. */
    static List<ShownCommand> all(Fence fence) {
        List<ShownCommand> commands = new ArrayList<>();
        List<String> lines = fence.lines();
        int i = 0;
        while (i < lines.size()) {
            int start = i;
            StringBuilder typed = new StringBuilder(
                    lines.get(i).startsWith(PROMPT) ? lines.get(i).substring(PROMPT.length()) : lines.get(i));
            while (typed.toString().endsWith("\\") && i + 1 < lines.size()) {
                typed.setLength(typed.length() - 1);
                typed.append(lines.get(++i));
            }
            int output = ++i;
            while (i < lines.size() && !lines.get(i).startsWith(PROMPT)) {
                i++;
            }
            commands.add(new ShownCommand(fence.first() + start, typed.toString(), fence.first() + output,
                    lines.subList(output, i)));
        }
        return commands;
    }

    /**
     * What to give to Vitrine.
     *
     * @throws IllegalArgumentException if it is no call of the launcher, or a shell would not take it literally
     */
    List<String> arguments() {
        List<String> words = ShellWords.split(typed);
        if (words.size() < 2 || !words.getFirst().equals(LAUNCHER)) {
            throw new IllegalArgumentException("expected '$ ./vitrine COMMAND …', found '" + typed + "'");
        }
        return words.subList(1, words.size());
    }
}
