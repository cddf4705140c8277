package org.vitrine.ui.cli;

import java.util.Locale;
import jdk.incubator.vector.FloatVector;
import org.vitrine.transformer.ops.AcceleratorStatus;
import org.vitrine.transformer.ops.AcceleratorStatus.Device;
import org.vitrine.ui.answer.Answer;
import org.vitrine.ui.answer.Page;
import org.vitrine.ui.session.Backend;
import org.vitrine.ui.terminal.Cell;
import org.vitrine.ui.terminal.Chip;
import org.vitrine.ui.terminal.Style;
import org.vitrine.ui.terminal.Table;
import tools.jackson.core.JsonGenerator;

/**
 * What the back ends have to compute with.
 *
 * @param threads of the vector back end, where no other number is asked for
 * @param lanes how many floats one of its vectors holds
 * @param java the version of the JDK, whose Vector API it is
 * @param gpu what the accelerator has found
 */
record DevicesAnswer(int threads, int lanes, String java, AcceleratorStatus gpu) implements Answer {
    private static final double GIB = 1L << 30;

    /** What this machine has, besides this accelerator. */
    static DevicesAnswer here(AcceleratorStatus gpu) {
        return new DevicesAnswer(Backend.usualThreads(), FloatVector.SPECIES_PREFERRED.length(),
                System.getProperty("java.version"), gpu);
    }

    @Override
    public void show(Page page) {
        Table backends = new Table(page.terminal(), "ll");
        backends.row(name(Backend.SCALAR), Cell.of("plain loops, 1 thread"));
        backends.row(name(Backend.VECTOR), Cell.of("the Vector API of JDK " + java + ": " + lanes + " floats at once, "
                + threads + (threads == 1 ? " thread" : " threads")));
        backends.row(name(Backend.GPU), Cell.of(gpu.available() ? Chip.line(gpu.driver()) : "none"));
        page.lines(backends.lines());
        page.line();
        page.paragraph(Chip.line(gpu.message()));
        if (!gpu.hint().isEmpty()) {
            page.paragraph(Chip.line(gpu.hint()));
        }
        if (gpu.available()) {
            page.line();
            page.lines(devices(page).lines());
        }
    }

    private static Cell name(Backend backend) {
        return new Cell(backend.toString(), Style.BOLD);
    }

    private Table devices(Page page) {
        Table table = new Table(page.terminal(), "lllrrl");
        table.titles("device", "platform", "type", "memory", "units");
        String used = "this one is used";
        for (Device device : gpu.devices()) {
            table.row(Cell.of(Chip.line(device.name())), Cell.of(Chip.line(device.platform())),
                    Cell.of(Chip.line(device.type())), Cell.of(gib(device.memory())), Cell.of(device.units()),
                    new Cell(used, Style.BOLD));
            used = "";
        }
        return table;
    }

    private static String gib(long bytes) {
        return String.format(Locale.ROOT, "%.1f GiB", bytes / GIB);
    }

    @Override
    public void write(JsonGenerator json) {
        json.writeObjectPropertyStart(Backend.SCALAR.toString());
        json.writeNumberProperty("threads", 1);
        json.writeEndObject();
        json.writeObjectPropertyStart(Backend.VECTOR.toString());
        json.writeNumberProperty("threads", threads);
        json.writeNumberProperty("lanes", lanes);
        json.writeStringProperty("java", java);
        json.writeEndObject();
        GpuJson.write(json, gpu);
    }
}
