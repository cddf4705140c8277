package org.vitrine.tornado;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Cuts a row of kernels into programs. A model's layers are the same kernels again and again, only with other operands: what
 * repeats itself is compiled once and run for every layer. The rest runs kernel by kernel.
 */
final class Programs {
    /** Fewer kernels in a row, though they may repeat themselves, are no layer. */
    static final int LEAST = 8;
    /** The most kernels in a program. */
    static final int MOST = 64;

    private final List<List<Kernel>> known = new ArrayList<>();

    /** What is compiled as a whole, longest first. */
    List<List<Kernel>> known() {
        return List.copyOf(known);
    }

    /** Finds what repeats itself and is not known yet; from now on it is. Says whether there was any. */
    boolean learn(List<Kernel> kernels) {
        boolean any = false;
        int at = 0;
        while (at < kernels.size()) {
            Optional<List<Kernel>> program = knownAt(kernels, at);
            if (program.isEmpty()) {
                program = repeatedAt(kernels, at);
                if (program.isPresent()) {
                    known.add(program.get());
                    known.sort(Comparator.comparingInt((List<Kernel> each) -> each.size()).reversed());
                    any = true;
                }
            }
            at += program.map(List::size).orElse(1);
        }
        return any;
    }

    /** The kernels in programs, known ones and single kernels. */
    List<List<Kernel>> cut(List<Kernel> kernels) {
        List<List<Kernel>> programs = new ArrayList<>();
        int at = 0;
        while (at < kernels.size()) {
            List<Kernel> program = knownAt(kernels, at).orElse(List.of(kernels.get(at)));
            programs.add(program);
            at += program.size();
        }
        return programs;
    }

    private Optional<List<Kernel>> knownAt(List<Kernel> kernels, int at) {
        return known.stream().filter(program -> at + program.size() <= kernels.size()
                && kernels.subList(at, at + program.size()).equals(program)).findFirst();
    }

    /** The shortest run of kernels that begins here and is followed by itself. */
    private static Optional<List<Kernel>> repeatedAt(List<Kernel> kernels, int at) {
        for (int size = LEAST; size <= MOST && at + 2 * size <= kernels.size(); size++) {
            List<Kernel> once = kernels.subList(at, at + size);
            if (once.equals(kernels.subList(at + size, at + 2 * size))) {
                return Optional.of(List.copyOf(once));
            }
        }
        return Optional.empty();
    }
}
