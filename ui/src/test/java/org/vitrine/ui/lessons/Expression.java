package org.vitrine.ui.lessons;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Where a figure comes from: a {@link JsonPath}, a number, a text in single quotes, or a function of such, for example
 * {@code ratio(/weights/0/5, sum(/weights/0/*))}. {@code sum, mean, min, max, count, product, minus, ratio, dot, exp, sqrt, length,
 * join} and {@code occurrences(/text, 'dog')} are there.
 */
final class Expression {
    private final String text;
    private final JsonNode document;
    private int at;

    private Expression(String text, JsonNode document) {
        this.text = text;
        this.document = document;
    }

    /**
     * What it comes to, one value or several.
     *
     * @throws IllegalArgumentException if it cannot be understood, or leads to nothing
     */
    static List<JsonNode> evaluate(String text, JsonNode document) {
        Expression expression = new Expression(text, document);
        List<JsonNode> values = expression.value();
        expression.skipSpaces();
        if (expression.at < text.length()) {
            throw new IllegalArgumentException("cannot understand '" + text.substring(expression.at) + "' in " + text);
        }
        if (values.isEmpty()) {
            throw new IllegalArgumentException(text + " leads to nothing");
        }
        return values;
    }

    private List<JsonNode> value() {
        skipSpaces();
        if (at == text.length()) {
            throw new IllegalArgumentException("something is missing at the end of " + text);
        }
        char c = text.charAt(at);
        if (c == '/') {
            return JsonPath.find(document, upToTheEndOfThePath());
        }
        if (c == '\'') {
            int end = text.indexOf('\'', at + 1);
            if (end < 0) {
                throw new IllegalArgumentException("a quote is not closed in " + text);
            }
            String quoted = text.substring(at + 1, end);
            at = end + 1;
            return List.of(JsonNodeFactory.instance.stringNode(quoted));
        }
        String word = word();
        if (at < text.length() && text.charAt(at) == '(') {
            return call(word);
        }
        try {
            return number(Double.parseDouble(word));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "expected a path, a number or a function, found '" + word + "' in " + text,
                    e);
        }
    }

    private List<JsonNode> call(String function) {
        List<List<JsonNode>> arguments = new ArrayList<>();
        do {
            at++;
            arguments.add(value());
            skipSpaces();
        } while (at < text.length() && text.charAt(at) == ',');
        if (at == text.length() || text.charAt(at) != ')') {
            throw new IllegalArgumentException("a bracket is not closed in " + text);
        }
        at++;
        return apply(function, arguments);
    }

    private List<JsonNode> apply(String function, List<List<JsonNode>> arguments) {
        List<JsonNode> all = arguments.stream().flatMap(List::stream).toList();
        return switch (function) {
            case "count" -> number(all.size());
            case "sum" -> number(numbers(all).sum());
            case "mean" -> number(numbers(all).average().orElseThrow());
            case "min" -> number(numbers(all).min().orElseThrow());
            case "max" -> number(numbers(all).max().orElseThrow());
            case "product" -> number(numbers(all).reduce(1, (a, b) -> a * b));
            case "minus" -> number(one(arguments, 0) - one(arguments, 1));
            case "ratio" -> number(one(arguments, 0) / one(arguments, 1));
            case "dot" -> number(dot(arguments.getFirst(), arguments.getLast()));
            case "exp" -> each(all, Math::exp);
            case "sqrt" -> each(all, Math::sqrt);
            case "length" -> number(all.getFirst().asString().codePoints().count());
            case "join" -> string(all.stream().map(JsonNode::asString).collect(Collectors.joining()));
            case "occurrences" -> number(all.getFirst().asString().split(
                    Pattern.quote(all.getLast().asString()), -1).length - 1.0);
            default -> throw new IllegalArgumentException("there is no function '" + function + "' in " + text);
        };
    }

    private double one(List<List<JsonNode>> arguments, int index) {
        if (arguments.size() != 2 || arguments.get(index).size() != 1) {
            throw new IllegalArgumentException("two single values were expected in " + text);
        }
        return numbers(arguments.get(index)).sum();
    }

    private double dot(List<JsonNode> a, List<JsonNode> b) {
        double[] left = numbers(a).toArray();
        double[] right = numbers(b).toArray();
        if (left.length != right.length) {
            throw new IllegalArgumentException(
                    left.length + " and " + right.length + " numbers do not pair in " + text);
        }
        return IntStream.range(0, left.length).mapToDouble(i -> left[i] * right[i]).sum();
    }

    private DoubleStream numbers(List<JsonNode> nodes) {
        return nodes.stream().mapToDouble(node -> {
            if (!node.isNumber()) {
                throw new IllegalArgumentException("expected numbers and found " + node + " in " + text);
            }
            return node.doubleValue();
        });
    }

    private List<JsonNode> each(List<JsonNode> nodes, DoubleUnaryOperator function) {
        return numbers(nodes).map(function).<JsonNode>mapToObj(JsonNodeFactory.instance::numberNode).toList();
    }

    private static List<JsonNode> number(double number) {
        return List.of(JsonNodeFactory.instance.numberNode(number));
    }

    private static List<JsonNode> string(String string) {
        return List.of(JsonNodeFactory.instance.stringNode(string));
    }

    /** Up to a comma or a bracket that does not stand in braces. */
    private String upToTheEndOfThePath() {
        int start = at;
        boolean inside = false;
        while (at < text.length() && (inside || ",)".indexOf(text.charAt(at)) < 0)) {
            inside = text.charAt(at) == '{' || inside && text.charAt(at) != '}';
            at++;
        }
        return text.substring(start, at).strip();
    }

    private String word() {
        int start = at;
        while (at < text.length() && "(), ".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at);
    }

    private void skipSpaces() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }
}
