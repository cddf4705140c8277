package org.vitrine.fuzz;

import java.util.Arrays;

/** What Jazzer calls: one target, or all of them, of which the input's first byte chooses one. */
public final class Fuzzer {
    /** Stands for all targets. */
    static final String ALL = "all";

    private static Target chosen;

    private Fuzzer() {
    }

    /** Takes the name of a target, or {@code all}. */
    public static void fuzzerInitialize(String[] args) {
        chosen = args[0].equals(ALL) ? null : Target.find(args[0]).orElseThrow();
    }

    /** Runs one input. */
    public static void fuzzerTestOneInput(byte[] input) {
        if (chosen != null) {
            chosen.run(input);
        } else if (input.length > 0) {
            Target target = Target.values()[Byte.toUnsignedInt(input[0]) % Target.values().length];
            target.run(Arrays.copyOfRange(input, 1, input.length));
        }
    }
}
