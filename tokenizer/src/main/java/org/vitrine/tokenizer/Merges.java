package org.vitrine.tokenizer;

import java.util.HashMap;
import java.util.Map;

/** The merge rules that training learnt, most frequent pair first: rank 0 is applied before rank 1. */
final class Merges {
    /** {@code left} followed by {@code right} becomes {@code result}; all three are ids. */
    record Rule(int rank, int left, int right, int result) {
    }

    private final Map<Long, Rule> rules;

    /** Room for about that many rules. */
    Merges(int expected) {
        rules = HashMap.newHashMap(expected);
    }

    /** The next rule; if the same pair was there before, its later rank counts, as in the reference. */
    void add(Rule rule) {
        rules.put(key(rule.left(), rule.right()), rule);
    }

    /** The rule for a pair, or null: most pairs have none. */
    Rule find(int left, int right) {
        return rules.get(key(left, right));
    }

    private static long key(int left, int right) {
        return (long) left * Vocabulary.MAX_IDS + right;
    }
}
