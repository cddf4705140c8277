package org.vitrine.weights;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The JSON of a header, read into entries; {@link Header} then checks that they make sense together. Members of a
 * tensor that the format does not know are passed over, as the reference implementation does.
 */
final class HeaderJson {
    /** Tensors and metadata keys in one file; the largest published shards have a tenth of it. */
    static final int MOST_NAMES = 250_000;
    /** Fields of one tensor; the format has three. */
    static final int MOST_FIELDS = 16;
    /** Dimensions of one tensor; numpy's limit. */
    static final int MOST_DIMENSIONS = 64;
    /** The one name that is no tensor. */
    static final String METADATA = "__metadata__";

    private static final Map<String, DType> DTYPES = new HashMap<>();

    static {
        for (DType dtype : DType.values()) {
            DTYPES.put(dtype.name(), dtype);
        }
    }

    private final StrictJson json;
    private final List<TensorEntry> entries = new ArrayList<>();
    private final Map<String, String> metadata = new LinkedHashMap<>();

    private HeaderJson(StrictJson json) {
        this.json = json;
    }

    /** Parses a header; {@code source} is the file's name for messages. */
    static HeaderJson parse(byte[] bytes, String source) {
        try (StrictJson json = new StrictJson(bytes, source + ": the header")) {
            HeaderJson header = new HeaderJson(json);
            header.readAll();
            return header;
        }
    }

    /** The tensors, in the order in which the header lists them. */
    List<TensorEntry> entries() {
        return entries;
    }

    Map<String, String> metadata() {
        return Collections.unmodifiableMap(metadata);
    }

    private void readAll() {
        Set<String> names = new HashSet<>();
        json.beginObject("the whole");
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            if (!names.add(name)) {
                throw json.error("the name " + Wording.quoted(name) + " occurs twice");
            }
            if (name.equals(METADATA)) {
                readMetadata();
            } else {
                entries.add(readTensor(name));
            }
            checkCount(names.size() + metadata.size());
        }
        json.end();
    }

    private void readMetadata() {
        json.beginObject(METADATA);
        for (String key = json.nextName(); key != null; key = json.nextName()) {
            String value = json.string(METADATA + ", key " + Wording.quoted(key));
            if (metadata.put(key, value) != null) {
                throw json.error(METADATA + ": the key " + Wording.quoted(key) + " occurs twice");
            }
            checkCount(metadata.size());
        }
    }

    private void checkCount(int names) {
        if (names > MOST_NAMES) {
            throw json.error("it lists more than " + MOST_NAMES + " names");
        }
    }

    private TensorEntry readTensor(String name) {
        String tensor = "tensor " + Wording.quoted(name);
        Set<String> fields = new HashSet<>();
        DType dtype = null;
        List<Long> shape = null;
        List<Long> offsets = null;
        json.beginObject(tensor);
        for (String field = json.nextName(); field != null; field = json.nextName()) {
            if (!fields.add(field)) {
                throw json.error(tensor + ": the field " + Wording.quoted(field) + " occurs twice");
            }
            if (fields.size() > MOST_FIELDS) {
                throw json.error(tensor + ": it has more than " + MOST_FIELDS + " fields");
            }
            switch (field) {
                case "dtype" -> dtype = readDtype(tensor);
                case "shape" -> shape = readNumbers(tensor + ", shape", MOST_DIMENSIONS);
                case "data_offsets" -> offsets = readNumbers(tensor + ", data_offsets", 2);
                default -> json.skipValue();
            }
        }
        for (String field : List.of("dtype", "shape", "data_offsets")) {
            if (!fields.contains(field)) {
                throw json.error(tensor + ": the field \"" + field + "\" is missing");
            }
        }
        if (offsets.size() != 2) {
            throw json.error(tensor + ", data_offsets: expected two numbers, found " + offsets.size());
        }
        return new TensorEntry(name, dtype, shape, offsets.get(0), offsets.get(1));
    }

    private DType readDtype(String tensor) {
        String text = json.string(tensor + ", dtype");
        DType dtype = DTYPES.get(text);
        if (dtype == null) {
            throw json.error(tensor + ": the dtype " + Wording.quoted(text) + " is unknown, expected one of "
                    + List.of(DType.values()));
        }
        return dtype;
    }

    private List<Long> readNumbers(String what, int most) {
        List<Long> numbers = new ArrayList<>();
        json.beginList(what);
        for (long number = json.nextNatural(what); number >= 0; number = json.nextNatural(what)) {
            if (numbers.size() == most) {
                throw json.error(what + ": expected at most " + most + " numbers, found more");
            }
            numbers.add(number);
        }
        return numbers;
    }
}
