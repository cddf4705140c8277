package org.vitrine.ui.lessons;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * A place in a JSON document: a JSON Pointer (RFC 6901) whose steps may also be {@code -1} for the last element, {@code *}
 * for every element, <code>{layer=5}</code> for the first element whose property is that, and <code>*{token= the}</code> for all
 * such elements. The property may lie deeper: <code>{candidates/0/token= London}</code>.
 */
final class JsonPath {
    private static final String ALL = "*";

    private JsonPath() {
    }

    /**
     * What lies there, one value or, behind a {@code *}, several.
     *
     * @throws IllegalArgumentException if nothing does; the message says which step leads nowhere
     */
    static List<JsonNode> find(JsonNode document, String path) {
        List<JsonNode> found = List.of(document);
        for (String step : steps(path)) {
            List<JsonNode> next = new ArrayList<>();
            for (JsonNode node : found) {
                next.addAll(follow(node, step, path));
            }
            found = next;
        }
        return found;
    }

    /** The parts between slashes; slashes within braces belong to the part. */
    private static List<String> steps(String path) {
        List<String> steps = new ArrayList<>();
        int start = 1;
        boolean inside = false;
        for (int i = 1; i <= path.length(); i++) {
            if (i == path.length() || path.charAt(i) == '/' && !inside) {
                steps.add(path.substring(start, i));
                start = i + 1;
            } else {
                inside = path.charAt(i) == '{' || inside && path.charAt(i) != '}';
            }
        }
        return steps;
    }

    private static List<JsonNode> follow(JsonNode node, String step, String path) {
        List<JsonNode> found = new ArrayList<>();
        if (step.startsWith(ALL)) {
            Predicate<JsonNode> wanted = step.equals(ALL) ? each -> true : condition(step.substring(1), path);
            node.forEach(each -> {
                if (wanted.test(each)) {
                    found.add(each);
                }
            });
            return found;
        }
        if (step.startsWith("{")) {
            Predicate<JsonNode> wanted = condition(step, path);
            node.forEach(each -> {
                if (found.isEmpty() && wanted.test(each)) {
                    found.add(each);
                }
            });
        } else if (node.isArray() && step.matches("-?\\d+")) {
            int index = Integer.parseInt(step);
            JsonNode element = node.get(index < 0 ? node.size() + index : index);
            if (element != null) {
                found.add(element);
            }
        } else if (node.has(step)) {
            found.add(node.get(step));
        }
        if (found.isEmpty()) {
            throw new IllegalArgumentException("the step '" + step + "' of " + path + " leads nowhere");
        }
        return found;
    }

    private static Predicate<JsonNode> condition(String step, String path) {
        int equal = step.indexOf('=');
        if (equal < 0 || !step.startsWith("{") || !step.endsWith("}")) {
            throw new IllegalArgumentException("expected {property=value}, found '" + step + "' in " + path);
        }
        String pointer = "/" + step.substring(1, equal);
        String value = step.substring(equal + 1, step.length() - 1);
        return node -> {
            JsonNode property = node.at(pointer);
            return !property.isMissingNode() && property.asString().equals(value);
        };
    }
}
