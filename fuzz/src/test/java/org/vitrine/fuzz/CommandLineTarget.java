package org.vitrine.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.vitrine.ui.cli.InProcess;

/** Gives arguments, or a file of texts, to the command line in this process. */
final class CommandLineTarget {
    /** Commands that open a window, use the network or take long: their arguments are read, then refused. */
    private static final Set<String> NOT_RUN = Set.of("view", "tour", "check", "pull", "devices");
    /** Commands that read a model, and would take a larger one if none were named. */
    private static final List<String> WITH_MODEL = List.of("predictions", "rankings", "rankings-watch", "activations",
            "neurons", "attention-head-view", "attention-neuron-view", "attention-model-view", "generate", "tokenize",
            "trace");
    private static final byte[] STANDARD_INPUT = "{\"text\": \"abc\"}\n{\"text\": \"b\"}\n"
            .getBytes(StandardCharsets.UTF_8);
    private static final int LONGEST_MESSAGE = 4000;
    private static final int CLEAN_EVERY = 500;

    private static int runs;

    static {
        Scratch.prepare();
    }

    private CommandLineTarget() {
    }

    /** Takes the input for a file of texts. */
    static void batch(byte[] input) {
        InProcess run = InProcess.batch(input);
        Expected.that(run.code() == 0 || !run.err().isBlank() && run.err().length() <= LONGEST_MESSAGE,
                "a message that can be read, not " + run);
    }

    /** Takes each line of the input for an argument. */
    static void run(byte[] input) {
        List<String> args = arguments(new String(input, StandardCharsets.UTF_8));
        InProcess run = InProcess.run(STANDARD_INPUT, args.toArray(String[]::new));
        Expected.that(run.code() == 0 || (run.code() == 1 || run.code() == 2) && !run.err().isBlank(),
                "0, or 1 or 2 with a message, not " + run + " of " + args);
        Expected.that(run.err().lines().noneMatch(CommandLineTarget::isBug),
                "words for people, not " + run + " of " + args);
        if (++runs % CLEAN_EVERY == 0) {
            Scratch.clean();
        }
    }

    private static List<String> arguments(String input) {
        List<String> args = new ArrayList<>();
        for (String line : input.split("\n", -1)) {
            args.add(harmless(line));
        }
        args.set(0, command(args.getFirst()));
        if (WITH_MODEL.contains(args.getFirst())) {
            addUnless("--threads", "1", args);
            addUnless("--model", "gpt2", args);
        }
        // Without a command there is the tour.
        if (args.stream().anyMatch(NOT_RUN::contains) || args.stream().noneMatch(InProcess.commands()::contains)) {
            args.add("--no-such-option");
        }
        return args;
    }

    /** Most names that are made up name no command, which is soon known: of sixteen, fifteen stand for one. */
    private static String command(String name) {
        int choice = Math.floorMod(name.hashCode(), 16 * WITH_MODEL.size());
        boolean kept = name.startsWith("-") || InProcess.commands().contains(name) || choice < WITH_MODEL.size();
        return kept ? name : WITH_MODEL.get(choice % WITH_MODEL.size());
    }

    /** Every line is a note or the message at the end; none is a stack trace or says that this is a bug. */
    private static boolean isBug(String line) {
        return !line.startsWith("vitrine: ") || line.startsWith("vitrine: this is a bug")
                || line.startsWith("vitrine: the memory does not suffice");
    }

    /** Without separators no path leads out of the working folder, where the classroom models' small namesakes are. */
    private static String harmless(String argument) {
        return argument.replace('/', '_').replace('\\', '_').replace("classroom-", "").replace("--debug", "--color");
    }

    private static void addUnless(String option, String value, List<String> args) {
        if (args.stream()
                .noneMatch(each -> each.startsWith(option) || option.equals("--model") && each.startsWith("-m"))) {
            args.addAll(1, List.of(option, value));
        }
    }
}
