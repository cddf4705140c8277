package org.vitrine.weights;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One safetensors file, open for reading. Opening checks everything but the numbers themselves; a file on disk is
 * mapped into memory, so that opening is quick and only what is read is loaded. Files beyond 2 GiB are fine.
 * Safe for use by several threads.
 *
 * @see <a href="https://github.com/huggingface/safetensors#format">the format</a>
 */
public final class Safetensors implements AutoCloseable {
    private final Content content;
    private final Header header;
    private final Map<String, StoredTensor> tensors = new LinkedHashMap<>();

    private Safetensors(Content content) {
        this.content = content;
        this.header = Header.read(content);
        for (TensorEntry entry : header.entries()) {
            tensors.put(entry.name(), new StoredTensor(content, entry, header.dataStart() + entry.begin()));
        }
    }

    /**
     * Opens a file, mapped read-only until {@link #close}.
     *
     * @throws WeightsException if the file cannot be read or breaks a rule of the format
     */
    public static Safetensors open(Path file) {
        Content content = Content.map(file);
        try {
            return new Safetensors(content);
        } catch (WeightsException e) {
            content.close();
            throw OtherFormats.of(file.getFileName().toString())
                    .map(format -> new WeightsException(file + ": " + format, e)).orElse(e);
        } catch (RuntimeException | Error e) {
            content.close();
            throw e;
        }
    }

    /**
     * Opens a file that is in memory already, with the same checks.
     *
     * @param content the file's bytes, which must not be changed afterwards
     * @param source what messages call it
     * @throws WeightsException if the content breaks a rule of the format
     */
    public static Safetensors of(byte[] content, String source) {
        return new Safetensors(Content.of(content, source));
    }

    /** What messages call this file: its path. */
    public String source() {
        return content.source();
    }

    /** The free text of {@code __metadata__}, in the file's order; empty if there is none. */
    public Map<String, String> metadata() {
        return header.metadata();
    }

    /** All tensors, in the order of their bytes in the file. */
    public List<TensorEntry> entries() {
        return header.entries();
    }

    /** The tensor of that name, if the file has it. */
    public Optional<StoredTensor> find(String name) {
        return Optional.ofNullable(tensors.get(name));
    }

    /**
     * The tensor of that name.
     *
     * @throws WeightsException if the file has none; names that resemble it are suggested
     */
    public StoredTensor require(String name) {
        StoredTensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new WeightsException(source() + ": there is no tensor " + Wording.quoted(name) + " among the "
                    + tensors.size() + " of this file" + Wording.didYouMean(name, tensors.keySet()));
        }
        return tensor;
    }

    /** Releases the mapping; tensors of this file cannot be read afterwards. */
    @Override
    public void close() {
        content.close();
    }
}
