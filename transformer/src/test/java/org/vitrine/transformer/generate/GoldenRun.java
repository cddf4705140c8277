package org.vitrine.transformer.generate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vitrine.transformer.Fixtures;
import org.vitrine.transformer.generate.GenerationSettings.Tokens;
import org.vitrine.transformer.layer.Cache;
import org.vitrine.transformer.ops.Ops;

/**
 * One of the runs of Hugging Face's {@code generate} in {@code generation/runs.txt}.
 *
 * @param options as {@code generate} takes them
 * @param input what the encoder reads, or the prompt
 * @param texts the sequences, best first, with their scores if there are beams
 */
record GoldenRun(String model, Map<String, String> options, int[] input, List<Text> texts) {
    /** A sequence that was returned; its score is NaN where the run was greedy. */
    record Text(List<Integer> ids, double score) {
        private static Text of(String text) {
            String[] parts = text.split(" @ ");
            return new Text(list(parts[0]), parts.length > 1 ? Double.parseDouble(parts[1]) : Double.NaN);
        }
    }

    static List<GoldenRun> all() {
        try (Stream<String> lines = Files.lines(Fixtures.path("generation/runs.txt"))) {
            return lines.filter(line -> !line.startsWith("#")).map(GoldenRun::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static GoldenRun of(String line) {
        String[] parts = line.split(" \\| ");
        Map<String, String> options = Arrays.stream(parts[1].split(" ")).map(option -> option.split("="))
                .collect(Collectors.toMap(option -> option[0], option -> option[1]));
        return new GoldenRun(parts[0], options, array(list(parts[2])),
                Arrays.stream(parts[3].split(" ; ")).map(Text::of).toList());
    }

    private static List<Integer> list(String text) {
        return Arrays.stream(text.split(" ")).map(Integer::valueOf).toList();
    }

    private static int[] array(List<Integer> ids) {
        return ids.stream().mapToInt(Integer::intValue).toArray();
    }

    private boolean isBart() {
        return model.startsWith("bart");
    }

    boolean isGreedy() {
        return settings().beams() == 1;
    }

    int[] prompt() {
        return isBart() ? new int[]{settings().start()} : input;
    }

    Draft draft(Ops ops, Cache cache) {
        return isBart()
                ? ModelDraft.of(Fixtures.bart(model, ops), input, cache)
                : ModelDraft.of(Fixtures.gpt2(model, ops), cache);
    }

    GenerationSettings settings() {
        GenerationSettings none = GenerationSettings.DEFAULT;
        Lengths lengths = new Lengths(number("max_length", 1), number("min_length", 0), number("max_new_tokens", 0),
                number("min_new_tokens", 0));
        EarlyStopping stopping = switch (options.getOrDefault("early_stopping", "false")) {
            case "true" -> EarlyStopping.WHEN_FULL;
            case "never" -> EarlyStopping.WHEN_HOPELESS;
            default -> EarlyStopping.WHEN_UNLIKELY;
        };
        Tokens tokens = new Tokens(isBart() ? 2 : -1, number("forced_bos_token_id", -1),
                number("forced_eos_token_id", -1), number("eos_token_id", isBart() ? 2 : -1));
        return new GenerationSettings(number("num_beams", none.beams()), lengths,
                Double.parseDouble(options.getOrDefault("length_penalty", "1")), stopping,
                number("no_repeat_ngram_size", 0), tokens);
    }

    private int number(String key, int otherwise) {
        return options.containsKey(key) ? Integer.parseInt(options.get(key)) : otherwise;
    }

    @Override
    public String toString() {
        return model + " " + options + " on " + input.length + " tokens";
    }
}
