package org.vitrine.ui.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * The tensors of a checkpoint as a model sees them: a section for each layer, in the order of the forward pass, then those
 * that are missing and those that are not used. What all names of a section begin with is said once, above it, so that a
 * line fits a terminal.
 */
final class InventoryLines {
    private static final String INDENT = "  ";
    private static final String NOT_THERE = "";

    private final Map<String, TensorEntry> entries;
    private final Inventory inventory;

    InventoryLines(List<TensorEntry> tensors, Inventory inventory) {
        this.entries = tensors.stream()
                .collect(Collectors.toMap(TensorEntry::name, each -> each, (a, b) -> a, LinkedHashMap::new));
        this.inventory = inventory;
    }

    /** Headings and rows, with the columns of all sections aligned. */
    List<String> lines(Terminal terminal) {
        Table table = new Table(terminal, "lllrl");
        table.titles("tensor", "type", "shape", "bytes", "makes");
        Map<Integer, String> headings = new LinkedHashMap<>();
        int rows = 1;
        for (Map.Entry<String, Map<String, String>> section : sections().entrySet()) {
            String prefix = prefix(List.copyOf(section.getValue().keySet()));
            headings.put(rows, terminal.paint(Style.BOLD, section.getKey())
                    + (prefix.isEmpty() ? "" : INDENT + terminal.paint(Style.FAINT, Chip.line(prefix) + "…")));
            for (Map.Entry<String, String> tensor : section.getValue().entrySet()) {
                table.row(row(tensor.getKey(), prefix, tensor.getValue()));
                rows++;
            }
        }
        List<String> aligned = table.lines();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < aligned.size(); i++) {
            if (headings.containsKey(i)) {
                lines.add(headings.get(i));
            }
            lines.add(aligned.get(i));
        }
        return lines;
    }

    private List<Cell> row(String name, String prefix, String makes) {
        TensorEntry entry = entries.get(name);
        boolean there = entry != null;
        return List.of(Cell.of(INDENT + Chip.line(name.substring(prefix.length()))),
                Cell.of(there ? entry.dtype().toString() : NOT_THERE), Cell.of(there ? entry.shapeText() : NOT_THERE),
                Cell.of(there ? Figure.grouped(entry.bytes()) : NOT_THERE), new Cell(makes, Style.FAINT));
    }

    /** Heading, then tensor, then what it makes, without the words that the heading says. */
    private Map<String, Map<String, String>> sections() {
        Map<String, Map<String, String>> sections = new LinkedHashMap<>();
        inventory.used().forEach((name, places) -> sections
                .computeIfAbsent(stacks(places), heading -> new LinkedHashMap<>()).put(name, sites(places)));
        inventory.missing().forEach((name, places) -> sections
                .computeIfAbsent("missing", heading -> new LinkedHashMap<>()).put(name, shortened(places)));
        inventory.unused().forEach((name, leftOut) -> sections
                .computeIfAbsent("unused: " + leftOut.sentence(), heading -> new LinkedHashMap<>()).put(name, ""));
        return sections;
    }

    /** Where the intermediates are, without their last words: {@code decoder.3}, {@code encoder.embed, head}. */
    private static String stacks(List<String> places) {
        return places.stream().map(place -> place.substring(0, siteOf(place) - 1)).distinct()
                .collect(Collectors.joining(", "));
    }

    /** The last words of intermediates: {@code attn.q/k/v}. */
    private static String sites(List<String> places) {
        Set<String> sites = new LinkedHashSet<>();
        places.forEach(place -> sites.add(place.substring(siteOf(place))));
        return shortened(List.copyOf(sites));
    }

    /** Where the part and site of a layer's intermediate begin in its name, or the site of any other. */
    private static int siteOf(String place) {
        String[] words = place.split("\\.");
        int ahead = words.length > 2 ? 2 : 1;
        return Arrays.stream(words).limit(ahead).mapToInt(word -> word.length() + 1).sum();
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

    /** What all names begin with, up to a dot; nothing of a single name. */
    private static String prefix(List<String> names) {
        if (names.size() < 2) {
            return "";
        }
        String prefix = names.getFirst();
        for (String name : names) {
            while (!name.startsWith(prefix)) {
                prefix = prefix.substring(0, prefix.length() - 1);
            }
        }
        return prefix.substring(0, prefix.lastIndexOf('.') + 1);
    }
}
