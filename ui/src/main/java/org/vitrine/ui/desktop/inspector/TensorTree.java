package org.vitrine.ui.desktop.inspector;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.transformer.trace.Trace;

/**
 * The recorded tensors by stack, layer, part and site, in order of computation.
 *
 * @param label a word of the name
 * @param name of the tensor, where this is one
 * @param shape of the tensor, as {@code [4, 5, 5]}; empty where this is none
 * @param branches what lies below
 */
public record TensorTree(String label, Optional<TensorName> name, String shape, List<TensorTree> branches) {
    public TensorTree {
        branches = List.copyOf(branches);
    }

    /**
     * The tree of a trace.
     *
     * @param filter words, all of which a name must hold; empty for every name
     */
    public static TensorTree of(Trace trace, String filter) {
        List<String> words = Arrays.stream(filter.toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        Node root = new Node();
        for (TensorName name : trace.names()) {
            if (words.stream().allMatch(name.toString()::contains)) {
                root.add(path(name), name);
            }
        }
        return root.tree("", trace);
    }

    /** {@code decoder, layer 3, attn, pattern}; the head has no parts. */
    private static List<String> path(TensorName name) {
        List<String> path = new ArrayList<>(List.of(name.stack().toString()));
        if (name.layer() != TensorName.NO_LAYER) {
            path.add("layer " + name.layer());
        }
        if (name.stack() != Stack.HEAD) {
            path.add(name.part().toString());
        }
        path.add(name.site().toString());
        return path;
    }

    /** How many tensors there are in it. */
    public int size() {
        return (name.isPresent() ? 1 : 0) + branches.stream().mapToInt(TensorTree::size).sum();
    }

    /** A tree that still grows. */
    private static final class Node {
        private final Map<String, Node> below = new LinkedHashMap<>();
        private TensorName name;

        void add(List<String> path, TensorName tensor) {
            if (path.isEmpty()) {
                name = tensor;
            } else {
                below.computeIfAbsent(path.getFirst(), label -> new Node()).add(path.subList(1, path.size()), tensor);
            }
        }

        TensorTree tree(String label, Trace trace) {
            List<TensorTree> branches = below.entrySet().stream()
                    .map(entry -> entry.getValue().tree(entry.getKey(), trace))
                    .toList();
            return new TensorTree(label, Optional.ofNullable(name),
                    name == null ? "" : trace.get(name).shape().toString(), branches);
        }
    }
}
