package org.vitrine.weights.hub;

import java.net.URI;
import java.util.OptionalLong;
import org.vitrine.weights.ModelFiles;

/**
 * A file as the hub has it.
 *
 * @param name a plain name
 * @param address where its bytes are asked for
 * @param blob what its content is called
 * @param size bytes
 */
record RemoteFile(String name, URI address, BlobName blob, long size) {
    /** A tebibyte; larger files are nobody's model on one machine. */
    private static final long LARGEST = 1L << 40;

    /**
     * A file of a commit, as the answer to a HEAD request describes it.
     *
     * @throws HubException if that cannot be
     */
    static RemoteFile of(String name, URI address, String commit, Answer answer) {
        String said = answer.header("X-Repo-Commit");
        if (!said.isEmpty() && !said.equals(commit)) {
            throw new HubException(name + ": asked for commit " + commit + ", the hub answers with "
                    + HubNames.shown(said) + "; try again");
        }
        String linked = answer.header("X-Linked-Etag");
        String etag = linked.isEmpty() ? answer.header("ETag") : linked;
        OptionalLong size = answer.number("X-Linked-Size");
        if (size.isEmpty() && answer.status() == Answer.OK) {
            size = answer.number("Content-Length");
        }
        long most = name.endsWith(".safetensors") ? LARGEST : ModelFiles.LONGEST_TEXT;
        if (etag.isEmpty() || size.isEmpty()) {
            throw new HubException(name + ": the hub does not say " + (etag.isEmpty() ? "which content" : "how large")
                    + " it is; check HF_ENDPOINT, and whether something on the way changes answers");
        }
        if (size.getAsLong() > most) {
            throw new HubException(
                    name + ": the hub says that it has " + size.getAsLong() + " bytes, expected at most " + most);
        }
        return new RemoteFile(name, address, BlobName.of(etag, name), size.getAsLong());
    }
}
