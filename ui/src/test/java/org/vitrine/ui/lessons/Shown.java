package org.vitrine.ui.lessons;

import java.util.List;

/** Something that a page asks, and what it shows of the answer; a line {@code …} stands for any number of lines. */
sealed interface Shown permits ShownCommand, ShownSnippet {
    /** The index of its first line on the page. */
    int line();

    /** What stands behind the prompt. */
    String typed();

    /** The index of the first line of what is shown of the answer. */
    int outputAt();

    /** What is shown of the answer. */
    List<String> output();

    /** Those of a block; none where it is of another kind. */
    static List<Shown> all(Fence fence) {
        return switch (fence.info()) {
            case ShownCommand.INFO -> List.copyOf(ShownCommand.all(fence));
            case ShownSnippet.INFO -> List.copyOf(ShownSnippet.all(fence));
            default -> List.of();
        };
    }
}
