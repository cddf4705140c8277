package org.vitrine.tornado;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Cuts a row of kernels into programs. A model's layers are the same kernels again and again, only with other operands: what
 * repeats itself is compiled once and run for every layer. The rest runs kernel by kernel.
 */
final class Programs {
    /** Fewer kernels in a row, though they may repeat themselves, are no layer. */
    static final int LEAST = 8;
    /** The most kernels in a program. */
    static final int MOST = 64;

    private final List<List<Kind>> known = new ArrayList<>();
    /** What no machine has by itself. */
    private final Set<List<Kind>> singles = new LinkedHashSet<>();

    /** What is compiled as a whole, longest first, and products of certain sizes that stood alone. */
    List<List<Kind>> known() {
        return Stream.concat(known.stream(), singles.stream()).toList();
    }

    /** Finds what repeats itself and is not known yet; from now on it is. Says whether there was any. */
    boolean learn(List<Kind> kinds) {
        boolean any = false;
        int at = 0;
        while (at < kinds.size()) {
            Optional<List<Kind>> program = knownAt(kinds, at);
            if (program.isEmpty()) {
                program = repeatedAt(kinds, at);
                if (program.isPresent()) {
                    known.add(program.get());
                    known.sort(Comparator.comparingInt((List<Kind> each) -> each.size()).reversed());
                    any = true;
                } else if (kinds.get(at) instanceof LibraryProduct product) {
                    any |= singles.add(List.of(product));
                }
            }
            at += program.map(List::size).orElse(1);
        }
        return any;
    }

    /** The kernels in programs, known ones and single kernels. */
    List<List<Kind>> cut(List<Kind> kinds) {
        List<List<Kind>> programs = new ArrayList<>();
        int at = 0;
        while (at < kinds.size()) {
            List<Kind> program = knownAt(kinds, at).orElse(List.of(kinds.get(at)));
            programs.add(program);
            at += program.size();
        }
        return programs;
    }

    private Optional<List<Kind>> knownAt(List<Kind> kinds, int at) {
        return known.stream().filter(program -> at + program.size() <= kinds.size()
                && kinds.subList(at, at + program.size()).equals(program)).findFirst();
    }

    /** The shortest run of kernels that begins here and is followed by itself. */
    private static Optional<List<Kind>> repeatedAt(List<Kind> kinds, int at) {
        for (int size = LEAST; size <= MOST && at + 2 * size <= kinds.size(); size++) {
            List<Kind> once = kinds.subList(at, at + size);
            if (once.equals(kinds.subList(at + size, at + 2 * size))) {
                return Optional.of(List.copyOf(once));
            }
        }
        return Optional.empty();
    }
}
