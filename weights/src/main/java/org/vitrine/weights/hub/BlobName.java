package org.vitrine.weights.hub;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * What a content is called in the cache: the hub's ETag. That is the sha-256 of a large file, and of others git's name for
 * the content, the sha-1 of {@code "blob SIZE\0"} and the content.
 *
 * @param text 64 or 40 hexadecimal digits, or a plain name that says nothing of the content
 */
record BlobName(String text) {
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern GIT = Pattern.compile("[0-9a-f]{40}");
    private static final int PIECE = 1 << 20;

    /**
     * The name in an ETag, with or without quotes and the mark of a weak one.
     *
     * @throws HubException if no file can be called so
     */
    static BlobName of(String etag, String file) {
        String name = etag.startsWith("W/") ? etag.substring(2) : etag;
        name = name.replaceAll("^\"|\"$", "");
        if (!HubNames.isPlain(name)) {
            throw new HubException(file + ": the hub gives it the ETag " + HubNames.shown(etag)
                    + ", expected a sum of its content; check HF_ENDPOINT");
        }
        return new BlobName(name);
    }

    /** Whether a file's content is the one with this name; of a name that says nothing, every content is. */
    boolean isOf(Path file) throws IOException, InterruptedException {
        boolean large = SHA_256.matcher(text).matches();
        if (!large && !GIT.matcher(text).matches()) {
            return true;
        }
        try (FileChannel in = FileChannel.open(file)) {
            MessageDigest sum = MessageDigest.getInstance(large ? "SHA-256" : "SHA-1");
            if (!large) {
                sum.update(("blob " + in.size() + "\0").getBytes(StandardCharsets.US_ASCII));
            }
            ByteBuffer piece = ByteBuffer.allocate(PIECE);
            while (in.read(piece) >= 0) {
                sum.update(piece.flip());
                piece.clear();
            }
            return HexFormat.of().formatHex(sum.digest()).equals(text);
        } catch (ClosedByInterruptException e) {
            throw new InterruptedException();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has both
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
