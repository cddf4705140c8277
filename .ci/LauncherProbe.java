package org.vitrine.ui.cli;

import java.io.IOException;

/** Stands in for the command line while {@code .ci/launcher-test} runs: reports what the launcher handed over. */
public final class LauncherProbe {
    private LauncherProbe() {
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        String first = args.length == 0 ? "" : args[0];
        switch (first) {
            case "arguments" -> printArguments(args);
            case "input" -> System.in.transferTo(System.out);
            case "exit" -> System.exit(Integer.parseInt(args[1]));
            case "errors" -> printErrors(Integer.parseInt(args[1]));
            case "terminal" -> printTerminal();
            case "sleep" -> sleep();
            case "devices", "gpu", "view" -> printTornadoVm();
            default -> System.out.println("revision 1");
        }
    }

    /** One argument a line, as code points, so that neither encodings nor line breaks can hide a difference. */
    private static void printArguments(String[] args) {
        for (int i = 1; i < args.length; i++) {
            StringBuilder line = new StringBuilder();
            args[i].codePoints().forEach(c -> line.append(Integer.toHexString(c)).append(' '));
            System.out.println(line.toString().strip());
        }
    }

    /** Many whole lines and one without an end: what comes last must not be lost. */
    private static void printErrors(int count) {
        for (int i = 0; i < count; i++) {
            System.err.println("line " + i);
        }
        System.err.print("end");
    }

    private static void printTerminal() {
        System.out.println(System.getProperty("vitrine.stdout.terminal") + " "
                + System.getProperty("vitrine.stderr.terminal") + " " + System.getProperty("vitrine.columns"));
    }

    /** What TornadoVM's file of options has set, where its native libraries are, and what the environment says of it. */
    private static void printTornadoVm() {
        System.out.println(System.getProperty("tornado.of") + "|" + System.getProperty("java.library.path") + "|"
                + System.getenv("TORNADOVM_HOME"));
    }

    private static void sleep() throws InterruptedException {
        System.out.println(ProcessHandle.current().pid());
        Thread.sleep(60_000);
    }
}
