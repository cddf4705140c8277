package org.vitrine.bench.work;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.vitrine.bench.report.Measurement;

/** All work there is, that of one model side by side. */
public final class Works {
    private static final Work VIEWER = new ViewerWork("viewer");
    private static final List<Work> ALL = List.of(PassWork.bert(16), PassWork.bert(128), PassWork.bert(512),
            CancelWork.bert(512),
            new LoadWork("load-bert-base", Models.Size.BERT_BASE), new HeapWork("heap-bert-base"),
            new ColdWork("cold-bert-base", ColdCommands::firstTrace), PassWork.gpt2(16), PassWork.gpt2(128),
            PassWork.gpt2(1024), CancelWork.gpt2(1024), CancelWork.gpt2Decoding(),
            new DecodeWork("distilgpt2-decode", Models.Size.DISTILGPT2, 4),
            new DecodeWork("distilgpt2-decode-f16", Models.Size.DISTILGPT2_F16, 2),
            new DecodeWork("distilgpt2-decode-bf16", Models.Size.DISTILGPT2_BF16, 2),
            new LoadWork("load-distilgpt2", Models.Size.DISTILGPT2),
            new ColdWork("cold-distilgpt2", ColdCommands::distilgpt2), PassWork.bart(512), CancelWork.bart(512),
            new BeamWork("bart-large-beam4-60", 512, 4, 60), new LoadWork("load-bart-large", Models.Size.BART_LARGE),
            new LinearWork("linear-128", 128), new FactorsWork("nmf-363x36864x8"), CancelWork.factors(),
            new TokenizeWork("tokenize-10mb", 10), new ColdWork("cold-classroom", ColdCommands::classroom), VIEWER);

    private Works() {
    }

    /** What it is called, in the order in which it is done. */
    public static List<String> names() {
        return ALL.stream().map(Work::name).toList();
    }

    /** All but the window's, which takes minutes and has tables of its own. */
    public static List<String> usual() {
        return ALL.stream().filter(work -> work != VIEWER).map(Work::name).toList();
    }

    /**
     * Names in the order in which the work is done, each once.
     *
     * @throws IllegalArgumentException if there is no work of a name; the message is for people
     */
    public static List<String> ordered(List<String> wanted) {
        return ordered(wanted, names());
    }

    static List<String> ordered(List<String> wanted, List<String> names) {
        Set<String> unknown = new TreeSet<>(wanted);
        names.forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("there is no work '" + String.join("', '", unknown) + "'; there are: "
                    + String.join(", ", names));
        }
        return names.stream().filter(wanted::contains).toList();
    }

    /** Does the work of that name. */
    public static List<Measurement> measure(String name, Lab lab) throws IOException {
        Work work = ALL.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
        return work.measure(lab);
    }
}
