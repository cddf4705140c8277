package org.vitrine.ui.desktop.work;

import org.vitrine.transformer.ops.CancelledException;

/** How far a piece of work has come, and whether it is still wanted. */
public interface Progress {
    /** Says nothing and is never cancelled. */
    Progress NONE = share -> {
    };

    /**
     * Says how far the work has come; to be called often.
     *
     * @param share from 0 to 1; below 0 where nobody knows
     * @throws CancelledException if the work is no longer wanted
     */
    void at(double share);
}
