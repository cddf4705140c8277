package org.vitrine.transformer.trace;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of model there are. They share the names of their intermediates; how they are wired is what tells them apart. */
public enum Architecture {
    /** A decoder alone, which normalises what a part reads (pre-LN). Radford et al. 2019. */
    GPT2("GPT-2", "pre-LN"),
    /** An encoder alone, which normalises what a part has added up to (post-LN). Devlin et al. 2019. */
    BERT("BERT", "post-LN"),
    /** An encoder and a decoder, both post-LN. Lewis et al. 2020. */
    BART("BART", "post-LN");

    private final String title;
    private final String wiring;

    Architecture(String title, String wiring) {
        this.title = title;
        this.wiring = wiring;
    }

    /** What people call it: {@code GPT-2}. */
    public String title() {
        return title;
    }

    /** The architecture that a {@code config.json} calls so in {@code model_type}: {@code gpt2}, {@code bert}, {@code bart}. */
    public static Optional<Architecture> find(String modelType) {
        return Arrays.stream(values()).filter(architecture -> architecture.toString().equals(modelType)).findFirst();
    }

    /**
     * How this architecture makes an intermediate: what of {@link Site#formula} holds here.
     *
     * <pre>
     *   Architecture.BERT.formula(TensorName.parse("encoder.0.mlp.resid"))   LayerNorm(sum)
     *   Architecture.GPT2.formula(TensorName.parse("decoder.0.mlp.resid"))   x + out
     * </pre>
     */
    public String formula(TensorName name) {
        String formula = "";
        for (String clause : name.site().formula().split("; ")) {
            String[] caseAndFormula = clause.split(": ", 2);
            if (caseAndFormula.length == 1 || holds(caseAndFormula[0], name)) {
                formula = caseAndFormula[caseAndFormula.length - 1];
            }
        }
        return formula;
    }

    /** Whether one of the alternatives is the case; {@code pre-LN embed} is where both words hold. */
    private boolean holds(String alternatives, TensorName name) {
        String place = name.part() == null ? name.stack().toString() : name.part().toString();
        List<String> given = List.of(wiring, title, place);
        return Arrays.stream(alternatives.split(", ")).anyMatch(words -> given.containsAll(List.of(words.split(" "))));
    }

    /** As {@code model_type} spells it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
