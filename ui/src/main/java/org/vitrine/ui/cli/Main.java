package org.vitrine.ui.cli;

/** The command line's entry point. */
public final class Main {
    private Main() {
    }

    /** Runs a command and exits: 0 done, 1 the work failed, 2 wrong usage. */
    public static void main(String[] args) {
        System.exit(CommandLines.run(Console.system(), args));
    }
}
