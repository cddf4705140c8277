package org.vitrine.tornado;

/** What a step of a program does, as far as that is compiled: steps of equal kinds differ only in where their operands lie. */
sealed interface Kind permits Kernel, LibraryProduct {
    /** The kernel that does it on every device; it takes the same places. */
    Kernel kernel();
}
