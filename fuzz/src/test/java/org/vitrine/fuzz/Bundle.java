package org.vitrine.fuzz;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vitrine.weights.ModelFiles;
import org.vitrine.weights.Safetensors;
import org.vitrine.weights.WeightsException;

/**
 * The files of a model in one input, each below a line with its name:
 *
 * <pre>
 * === config.json
 * {"model_type": "gpt2"}
 * === model.safetensors
 * {"wte.weight": {"dtype": "F32", "shape": [2, 2], "data_offsets": [0, 16]}}
 * </pre>
 *
 * Of a safetensors file there is the header only, so that a change of its text leaves the length in front of it right.
 */
final class Bundle implements ModelFiles {
    private static final Pattern NAME = Pattern.compile("(?:^|\n)=== ([^\n]{1,80})\n");
    private static final Pattern OFFSETS = Pattern.compile("\"data_offsets\":\\s*\\[\\s*\\d+\\s*,\\s*(\\d{1,7})\\s*]");
    private static final int MOST_DATA = 1 << 20;

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    /** Takes an input apart; what stands before the first name belongs to no file. */
    Bundle(byte[] input) {
        String text = new String(input, StandardCharsets.ISO_8859_1);
        Matcher names = NAME.matcher(text);
        boolean more = names.find();
        while (more) {
            String name = names.group(1);
            int begin = names.end();
            more = names.find(begin - 1);
            String content = text.substring(begin, more ? Math.max(begin, names.start()) : text.length());
            files.putIfAbsent(name, content.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    @Override
    public String name() {
        return "model";
    }

    @Override
    public List<String> names() {
        return List.copyOf(files.keySet());
    }

    @Override
    public boolean has(String file) {
        return files.containsKey(file);
    }

    @Override
    public byte[] read(String file) {
        byte[] content = files.get(file);
        if (content == null) {
            throw new WeightsException("model: there is no file " + file);
        }
        return content;
    }

    @Override
    public Safetensors safetensors(String file) {
        return Safetensors.of(withData(read(file)), "model/" + file);
    }

    /** A file with this header, and as many bytes behind it as its largest offset asks for, up to 1 MiB. */
    static byte[] withData(byte[] header) {
        int data = 0;
        Matcher ends = OFFSETS.matcher(new String(header, StandardCharsets.ISO_8859_1));
        while (ends.find()) {
            data = Math.max(data, Integer.parseInt(ends.group(1)));
        }
        ByteBuffer file = ByteBuffer.allocate(Long.BYTES + header.length + Math.min(data, MOST_DATA))
                .order(ByteOrder.LITTLE_ENDIAN).putLong(header.length).put(header);
        while (file.hasRemaining()) {
            file.put((byte) (file.position() * 37));
        }
        return file.array();
    }
}
