package org.vitrine.ui.cli;

import java.util.List;

/**
 * Which names of tensors are wanted: {@code *} stands for any characters, dots included, {@code ?} for one, all else
 * for itself. So {@code decoder.3.*} is all of layer 3, and {@code decoder.*.attn.pattern} a tensor of every layer.
 */
record NamePattern(List<String> patterns) {
    /** A name is wanted if one of the patterns fits it; without patterns, every name is. */
    boolean wants(String name) {
        for (String pattern : patterns) {
            if (fits(pattern, name)) {
                return true;
            }
        }
        return patterns.isEmpty();
    }

    /** Goes along both texts; on a mismatch the last star takes one more character. Never worse than their product. */
    private static boolean fits(String pattern, String name) {
        int p = 0;
        int star = -1;
        int taken = 0;
        for (int n = 0; n < name.length();) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                taken = n;
            } else if (p < pattern.length() && (pattern.charAt(p) == '?' || pattern.charAt(p) == name.charAt(n))) {
                p++;
                n++;
            } else if (star >= 0) {
                p = star + 1;
                n = ++taken;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }
}
