package org.vitrine.examples;

import java.io.PrintStream;
import java.util.List;
import org.vitrine.tokenizer.TokenizerException;
import org.vitrine.transformer.config.ModelException;
import org.vitrine.weights.WeightsException;

/** What all examples do alike: reading their argument, and saying in a line what went wrong. */
final class Example {
    private Example() {
    }

    /** Runs an example; what a user did wrong ends in a sentence on standard error and exit code 1. */
    static void run(Runnable example) {
        int status = status(example, System.err);
        if (status != 0) {
            System.exit(status);
        }
    }

    /** The exit code of an example: 0, or 1 after a sentence was printed. */
    static int status(Runnable example, PrintStream errors) {
        try {
            example.run();
            return 0;
        } catch (IllegalArgumentException | ModelException | TokenizerException | WeightsException e) {
            errors.println(e.getMessage());
            return 1;
        }
    }

    /** The one argument of an example, or what is usual when there is none. */
    static String argument(String[] args, String usual, String what) {
        if (args.length > 1) {
            throw new IllegalArgumentException("this takes one argument, " + what + ", but found " + args.length + ": "
                    + String.join(" | ", List.of(args)) + "; put what has spaces in quotes");
        }
        String argument = args.length == 0 ? usual : args[0];
        if (argument.isEmpty()) {
            throw new IllegalArgumentException("the argument is empty, expected " + what + "; leave it out for '"
                    + usual + "'");
        }
        return argument;
    }
}
