package org.vitrine.ui.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.vitrine.transformer.checkpoint.Inventory;
import org.vitrine.ui.terminal.Cell;
import org.vitrine.ui.terminal.Chip;
import org.vitrine.ui.terminal.Figure;
import org.vitrine.ui.terminal.Style;
import org.vitrine.ui.terminal.Table;
import org.vitrine.ui.terminal.Terminal;
import org.vitrine.weights.TensorEntry;

/**
 * The tensors of a checkpoint as a model sees them: a section for each part of a layer, in the order of the forward pass, then
 * those that are missing and those that are not used. What all names of a section begin with is said once, above it, so that
 * a line fits a terminal.
 */
final class InventoryLines {
    private static final String INDENT = " ";
    /** A longer name that stands by itself is cut as if there were others like it. */
    private static final int LONGEST_NAME = 32;

    private final Map<String, TensorEntry> entries;
    private final Inventory inventory;

    InventoryLines(List<TensorEntry> tensors, Inventory inventory) {
        this.entries = tensors.stream()
                .collect(Collectors.toMap(TensorEntry::name, each -> each, (a, b) -> a, LinkedHashMap::new));
        this.inventory = inventory;
    }

    /** Headings and rows, with the columns of all sections aligned; what is missing has columns of its own. */
    List<String> lines(Terminal terminal) {
        Table table = new Table(terminal, "lllrl");
        table.titles("tensor", "type", "shape", "bytes", "makes");
        Map<Integer, String> headings = new LinkedHashMap<>();
        int rows = 1;
        for (Section section : sections()) {
            headings.put(rows, terminal.paint(Style.BOLD, section.title) + (section.prefix().isEmpty() ? ""
                    : "  " + terminal.paint(Style.FAINT, Chip.line(section.prefix()) + "…")));
            section.tensors.forEach((name, makes) -> table.row(row(entries.get(name), section.prefix(), makes)));
            rows += section.tensors.size();
        }
        List<String> lines = new ArrayList<>();
        List<String> aligned = table.lines();
        for (int i = 0; i < aligned.size(); i++) {
            if (headings.containsKey(i)) {
                lines.add(headings.get(i));
            }
            lines.add(aligned.get(i));
        }
        if (!inventory.missing().isEmpty()) {
            lines.add(terminal.paint(Style.BOLD, "missing"));
            lines.addAll(missing(terminal).lines());
        }
        return lines;
    }

    private static List<Cell> row(TensorEntry entry, String prefix, String makes) {
        return List.of(Cell.of(INDENT + Chip.line(entry.name().substring(prefix.length()))),
                Cell.of(entry.dtype().toString()), Cell.of(entry.shapeText()), Cell.of(Figure.grouped(entry.bytes())),
                new Cell(makes, Style.FAINT));
    }

    private Table missing(Terminal terminal) {
        Table table = new Table(terminal, "ll");
        inventory.missing().forEach((name, places) -> table.row(Cell.of(INDENT + Chip.line(name)),
                new Cell(shortened(places), Style.FAINT)));
        return table;
    }

    /** Tensors under one heading, each with what it makes, without the words that the heading says. */
    private record Section(String title, Map<String, String> tensors) {
        /** What all names begin with, up to a dot. */
        String prefix() {
            String prefix = tensors.keySet().iterator().next();
            if (tensors.size() == 1) {
                int last = prefix.lastIndexOf('.', prefix.lastIndexOf('.') - 1);
                return prefix.length() > LONGEST_NAME ? prefix.substring(0, last + 1) : "";
            }
            for (String name : tensors.keySet()) {
                while (!name.startsWith(prefix)) {
                    prefix = prefix.substring(0, prefix.length() - 1);
                }
            }
            return prefix.substring(0, prefix.lastIndexOf('.') + 1);
        }
    }

    private List<Section> sections() {
        Map<String, Section> sections = new LinkedHashMap<>();
        inventory.used().forEach((name, places) -> {
            String title = parts(places);
            String key = title.equals("head") ? title + head(name) : title;
            sections.computeIfAbsent(key, each -> new Section(title, new LinkedHashMap<>())).tensors
                    .put(name, sites(places));
        });
        inventory.unused().forEach((name, leftOut) -> {
            String title = "unused: " + leftOut.sentence();
            sections.computeIfAbsent(title, each -> new Section(title, new LinkedHashMap<>())).tensors.put(name, "");
        });
        return List.copyOf(sections.values());
    }

    /** Which of a model's heads a tensor belongs to: the first two words of its name. */
    private static String head(String tensor) {
        return Arrays.stream(tensor.split("\\.")).limit(2).collect(Collectors.joining("."));
    }

    /** Where the intermediates are, without their last words: {@code decoder.3.attn}, {@code encoder.embed, head}. */
    private static String parts(List<String> places) {
        return places.stream().map(place -> place.substring(0, place.lastIndexOf('.'))).distinct()
                .collect(Collectors.joining(", "));
    }

    /** The last words of intermediates: {@code q/k/v}. */
    private static String sites(List<String> places) {
        return places.stream().map(place -> place.substring(place.lastIndexOf('.') + 1)).distinct()
                .collect(Collectors.joining("/"));
    }

    /** Several names of one part are one: {@code decoder.0.attn.q/k/v}. */
    private static String shortened(List<String> places) {
        Map<String, List<String>> parts = new LinkedHashMap<>();
        for (String place : places) {
            int last = place.lastIndexOf('.') + 1;
            parts.computeIfAbsent(place.substring(0, last), part -> new ArrayList<>()).add(place.substring(last));
        }
        return parts.entrySet().stream().map(part -> part.getKey() + String.join("/", part.getValue()))
                .collect(Collectors.joining(", "));
    }
}
