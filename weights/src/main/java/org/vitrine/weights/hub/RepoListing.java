package org.vitrine.weights.hub;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.vitrine.weights.Checkpoint;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Which files a revision has, as the hub lists them. Only a few names are ever asked for, so that of others, which may be
 * anything, nothing becomes a path.
 *
 * @param commit 40 hexadecimal digits
 * @param files the plain names among them
 */
record RepoListing(String commit, Set<String> files) {
    /** Bytes of a listing; the longest ones have some megabytes. */
    static final int LONGEST = 16 << 20;
    static final String CONFIG = "config.json";
    static final String WEIGHTS = Checkpoint.SINGLE;
    static final String INDEX = Checkpoint.INDEX;
    private static final List<String> SMALL = List.of("generation_config.json", "tokenizer.json",
            "tokenizer_config.json",
            "special_tokens_map.json", "added_tokens.json", "vocab.json", "vocab.txt", "merges.txt");
    private static final List<String> PICKLES = List.of("pytorch_model.bin", "pytorch_model.bin.index.json");
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");
    private static final int DEEPEST = 50;

    /** Parses the hub's answer; {@code id} is the model's, for messages. */
    static RepoListing parse(byte[] json, String id) {
        JsonFactory factory = JsonFactory.builder().streamReadConstraints(
                StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build()).build();
        String commit = "";
        Set<String> files = new HashSet<>();
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw strange(id, "it is no JSON object");
            }
            for (String key = parser.nextName(); key != null; key = parser.nextName()) {
                JsonToken value = parser.nextToken();
                if (key.equals("sha") && value == JsonToken.VALUE_STRING) {
                    commit = parser.getString();
                } else if (key.equals("siblings") && value == JsonToken.START_ARRAY) {
                    readFiles(parser, files);
                } else {
                    parser.skipChildren();
                }
            }
        } catch (JacksonException e) {
            throw strange(id, "it is not valid JSON");
        }
        if (!COMMIT.matcher(commit).matches()) {
            throw strange(id, "it names the commit " + HubNames.shown(commit) + ", expected 40 hexadecimal digits");
        }
        return new RepoListing(commit, files);
    }

    private static void readFiles(JsonParser parser, Set<String> files) {
        for (JsonToken file = parser.nextToken(); file != JsonToken.END_ARRAY; file = parser.nextToken()) {
            if (file != JsonToken.START_OBJECT) {
                parser.skipChildren();
                continue;
            }
            for (String key = parser.nextName(); key != null; key = parser.nextName()) {
                JsonToken value = parser.nextToken();
                if (key.equals("rfilename") && value == JsonToken.VALUE_STRING
                        && HubNames.isPlain(parser.getString())) {
                    files.add(parser.getString());
                }
                parser.skipChildren();
            }
        }
    }

    private static HubException strange(String id, String why) {
        return new HubException(id + ": what the hub says about it cannot be: " + why
                + "; check HF_ENDPOINT, and whether the network asks for a login first");
    }

    /**
     * Checks that there is something to read.
     *
     * @throws HubException if not, with what to do
     */
    void requireReadable(String id) {
        if (!files.contains(CONFIG)) {
            throw new HubException(
                    id + ": has no config.json, so it is no model of transformers'; expected a GPT-2, BERT or "
                            + "BART with config.json and model.safetensors");
        }
        if (files.contains(WEIGHTS) || files.contains(INDEX)) {
            return;
        }
        if (PICKLES.stream().anyMatch(files::contains)) {
            throw new HubException(id
                    + ": has pytorch_model.bin, a program for Python, but no model.safetensors; convert it "
                    + "once in Python: load it with transformers' class for this model, for example "
                    + "GPT2LMHeadModel.from_pretrained(id), call save_pretrained(folder), and read that folder");
        }
        throw new HubException(id + ": has neither model.safetensors nor model.safetensors.index.json, so there are no "
                + "weights that can be read");
    }

    /** The small files that are there and are needed, without the configuration. */
    List<String> small() {
        return SMALL.stream().filter(files::contains).toList();
    }

    /**
     * The files of the weights, which an index lists, if the hub has them all.
     *
     * @throws HubException if not, or if one has a name that leads somewhere else
     */
    List<String> require(List<String> parts, String id) {
        Set<String> all = new LinkedHashSet<>();
        for (String part : parts) {
            if (!HubNames.isPlain(part) || !part.endsWith(".safetensors") && !part.equals(INDEX)) {
                throw new HubException(id + ": " + INDEX + " names the file " + HubNames.shown(part)
                        + ", expected the plain name of a safetensors file");
            }
            if (!files.contains(part)) {
                throw new HubException(id + ": " + INDEX + " names the file " + HubNames.shown(part)
                        + ", which the hub does not have");
            }
            all.add(part);
        }
        return new ArrayList<>(all);
    }
}
