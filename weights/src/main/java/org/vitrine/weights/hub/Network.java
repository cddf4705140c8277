package org.vitrine.weights.hub;

import java.time.Duration;
import java.util.Map;

/**
 * How the hub is asked.
 *
 * @param patience how long it may be silent
 * @param proxies through whom
 */
public record Network(Duration patience, Proxies proxies) {
    /** Checks the patience. */
    public Network {
        if (patience.isNegative() || patience.isZero()) {
            throw new HubException("HF_HUB_DOWNLOAD_TIMEOUT: expected a number of seconds, 1 or more");
        }
    }

    /** Directly, as far as Java's own settings do not say otherwise. */
    public static Network direct(Duration patience) {
        return new Network(patience, new Proxies(Map.of()));
    }
}
