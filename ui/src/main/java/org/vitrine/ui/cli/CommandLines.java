package org.vitrine.ui.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.module.ModuleDescriptor;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.vitrine.ui.answer.PicturedAnswer;
import org.vitrine.ui.session.Failures;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** All commands, and what becomes of their errors: 0 done, 1 the work failed, 2 wrong usage. */
final class CommandLines {
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;
    private static final int NARROWEST_HELP = 55;
    private static final int WIDEST_HELP = 120;

    private static final Map<String, Function<Console, Object>> COMMANDS = new LinkedHashMap<>();

    static {
        COMMANDS.put("predictions", PredictionsCommand::new);
        COMMANDS.put("rankings", RankingsCommand::new);
        COMMANDS.put("rankings-watch", RankingsWatchCommand::new);
        COMMANDS.put("activations", ActivationsCommand::new);
        COMMANDS.put("neurons", NeuronsCommand::new);
        COMMANDS.put("attention-head-view", HeadViewCommand::new);
        COMMANDS.put("attention-neuron-view", NeuronViewCommand::new);
        COMMANDS.put("attention-model-view", ModelViewCommand::new);
        COMMANDS.put("generate", GenerateCommand::new);
        COMMANDS.put("tokenize", TokenizeCommand::new);
        COMMANDS.put("trace", TraceCommand::new);
        COMMANDS.put("inspect", InspectCommand::new);
        COMMANDS.put("models", ModelsCommand::new);
        COMMANDS.put("pull", PullCommand::new);
        COMMANDS.put("devices", DevicesCommand::new);
        COMMANDS.put("check", CheckCommand::new);
        COMMANDS.put("tour", TourCommand::new);
        COMMANDS.put("view", ViewCommand::new);
        COMMANDS.put("jshell", console -> new JshellCommand());
    }

    private CommandLines() {
    }

    /** What the commands are called. */
    static Set<String> names() {
        return COMMANDS.keySet();
    }

    /** Runs what the arguments say and returns the exit code; nothing is thrown. */
    static int run(Console console, String... args) {
        StringWriter help = new StringWriter();
        try {
            int code = build(console, help, args).execute(args);
            if (!help.toString().isEmpty()) {
                console.print(help.toString());
                console.flush();
            }
            return code;
        } catch (OutputException e) {
            return outputFailed(console, e);
        } catch (Throwable e) { // errors, such as a lack of memory: picocli handles exceptions only
            return failed(console, e, console.debug());
        }
    }

    /** What a command that can be drawn answers to these arguments; its name is the first of them. */
    static PicturedAnswer answer(Console console, List<String> arguments) {
        PicturedCommand command = (PicturedCommand) COMMANDS.get(arguments.getFirst()).apply(console);
        new CommandLine(command).parseArgs(arguments.stream().skip(1).toArray(String[]::new));
        return command.answer();
    }

    private static CommandLine build(Console console, StringWriter help, String... args) {
        CommandLine root = new CommandLine(new RootCommand(console));
        // Looking at a command's annotations takes time, so where the first argument names one, only that is looked at.
        List<String> names = args.length > 0 && COMMANDS.containsKey(args[0])
                ? List.of(args[0])
                : List.copyOf(COMMANDS.keySet());
        for (String name : names) {
            root.addSubcommand(COMMANDS.get(name).apply(console));
        }
        root.getCommandSpec().mixinStandardHelpOptions(true).versionProvider(new Version());
        for (CommandLine command : root.getSubcommands().values()) {
            command.getCommandSpec().versionProvider(new Version()).usageMessage().optionListHeading("%nOptions:%n")
                    .abbreviateSynopsis(true);
        }
        root.setExpandAtFiles(false);
        root.setUsageHelpWidth(Math.clamp(console.columns(), NARROWEST_HELP, WIDEST_HELP));
        root.setColorScheme(CommandLine.Help.defaultColorScheme(
                console.terminal(ColourChoice.AUTO).colour() ? Ansi.ON : Ansi.OFF));
        root.setOut(new PrintWriter(help));
        root.setParameterExceptionHandler((e, arguments) -> wrongUsage(console, e));
        root.setExecutionExceptionHandler((e, line, result) -> {
            if (e instanceof OutputException output) {
                return outputFailed(console, output);
            }
            return failed(console, e, console.debug() || wantsDebug(result));
        });
        return root;
    }

    private static boolean wantsDebug(ParseResult result) {
        return result.hasSubcommand() && result.subcommand().hasMatchedOption("--debug");
    }

    private static int outputFailed(Console console, OutputException e) {
        if (e.readerGone()) {
            return 0;
        }
        try {
            console.note(e.getMessage());
        } catch (OutputException again) {
            return FAILED; // nowhere left to say so
        }
        return FAILED;
    }

    private static int wrongUsage(Console console, ParameterException e) {
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        console.note(message(e) + " (" + command + " --help explains)");
        return WRONG_USAGE;
    }

    private static String message(ParameterException e) {
        if (!(e instanceof UnmatchedArgumentException unmatched)) {
            return e.getMessage().replace("is not an int", "is not a whole number").replace("is not a double",
                    "is not a number");
        }
        String argument = unmatched.getUnmatched().getFirst();
        CommandLine command = e.getCommandLine();
        if (unmatched.isUnknownOption()) {
            return "there is no option '" + argument + "'"
                    + hint(argument, command.getCommandSpec().optionsMap().keySet());
        }
        if (command.getParent() == null) {
            String hint = hint(argument, COMMANDS.keySet());
            return "there is no command '" + argument + "'"
                    + (hint.isEmpty() ? "; there are: " + String.join(", ", COMMANDS.keySet()) : hint);
        }
        return "'" + argument + "' is one argument too many; a text with spaces goes in quotes";
    }

    private static String hint(String word, Collection<String> known) {
        List<String> near = NearWords.of(word, known);
        return near.isEmpty() ? "" : "; did you mean: " + String.join(", ", near);
    }

    private static int failed(Console console, Throwable e, boolean debug) {
        if (debug) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            console.say(trace.toString());
        }
        console.note(explanation(e));
        return FAILED;
    }

    private static String explanation(Throwable e) {
        return e instanceof CommandException known ? known.getMessage() : Failures.explanation(e);
    }

    /** Which Vitrine this is; empty if nobody knows. */
    static String version() {
        ModuleDescriptor module = CommandLines.class.getModule().getDescriptor();
        return module == null ? "" : module.rawVersion().orElse("");
    }

    /** What {@code --version} says. */
    private static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[]{("vitrine " + version()).strip()};
        }
    }
}
