package org.vitrine.ui.cli;

import java.util.concurrent.Callable;
import org.vitrine.transformer.ops.Accelerator;
import org.vitrine.ui.session.Backend;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists what can compute on this machine. */
@Command(name = "devices", header = "What can compute here?", sortOptions = false,
        description = "Lists the back ends that --backend takes and what they have on this machine: threads, the width of "
                + "its vectors, and the devices that TornadoVM finds. Where there is no device it says why, and what to do.",
        footer = {"", "Example:", "  vitrine devices"})
final class DevicesCommand implements Callable<Integer> {
    @Mixin
    private OutputOptions output;

    private final Console console;

    DevicesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        output.give(DevicesAnswer.here(Backend.status(Accelerator.find())), console);
        return 0;
    }
}
