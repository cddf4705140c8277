package org.vitrine.bench.work;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.vitrine.bench.report.Measurement;
import org.vitrine.bench.report.Unit;
import org.vitrine.tokenizer.Tokenizer;
import org.vitrine.tokenizer.Tokenizers;
import org.vitrine.weights.ModelFiles;

/**
 * Text to tokens with the tokenizers of two classroom models: texts of ten thousand characters, of words that a class
 * would use, of which a tenth was never seen before, often words more often than rare ones.
 */
record TokenizeWork(String name, int megabytes) implements Work {
    private static final int CHARACTERS = 10_000;
    private static final String WORDS = """
            the of and to a in that it was his her with as on had he for at by but not which they were from be this all or
            one who when there she would out their if into so no up said could only time some other about them then two
            little old house water people great after where before city morning river garden through between mountain
            language children yesterday understand government beautiful transformer particularly international""";

    @Override
    public List<Measurement> measure(Lab lab) {
        List<String> texts = texts(megabytes * 1_000_000, new SplittableRandom(5));
        long bytes = texts.stream().mapToLong(text -> text.getBytes(StandardCharsets.UTF_8).length).sum();
        return List.of(measure(lab, "bpe", "classroom-gpt2", texts, bytes),
                measure(lab, "wordpiece", "classroom-bert", texts, bytes));
    }

    private Measurement measure(Lab lab, String kind, String model, List<String> texts, long bytes) {
        Tokenizer tokenizer = Tokenizers.load(model, ModelFiles.classroom(model)::find);
        long tokens = texts.stream().mapToLong(text -> tokenizer.encode(text).ids().length).sum();
        double milliseconds = Timing.medians(lab.effort().few(), () -> texts.forEach(tokenizer::encode))[0];
        return Measurement.of(name + "-" + kind, Unit.MEGABYTES_PER_SECOND).withUntraced(bytes / milliseconds / 1e3)
                .with("bytes a token", (double) bytes / tokens, "");
    }

    static List<String> texts(int bytes, SplittableRandom random) {
        String[] words = WORDS.split("\\s+");
        List<String> texts = new ArrayList<>();
        for (int length = 0; length < bytes; length += CHARACTERS) {
            StringBuilder text = new StringBuilder();
            while (text.length() < CHARACTERS) {
                text.append(random.nextInt(10) == 0 ? unseen(random) : often(words, random));
                text.append(random.nextInt(12) == 0 ? ". " : " ");
            }
            texts.add(text.substring(0, CHARACTERS));
        }
        return texts;
    }

    /** The first words more often than the last. */
    private static String often(String[] words, SplittableRandom random) {
        return words[(int) (words.length * random.nextDouble() * random.nextDouble())];
    }

    private static String unseen(SplittableRandom random) {
        StringBuilder word = new StringBuilder();
        for (int i = random.nextInt(4, 12); i > 0; i--) {
            word.append((char) ('a' + random.nextInt(26)));
        }
        return word.toString();
    }
}
