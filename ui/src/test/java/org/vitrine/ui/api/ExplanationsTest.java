package org.vitrine.ui.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each setting is that of the command: the same text, the same document, the same notes. */
class ExplanationsTest {
    private static final String KEYS = "The keys to the cabinet";
    private static final String MASKED = "The [MASK] sat on the [MASK].";
    private static final String CAT = "The cat sat on the mat";
    private static final String RUG = "The cat lay on the rug";
    private static final String MADRID = "The capital of Spain is<mask>.";

    private static final Vitrine BART = Vitrine.load("classroom-bart");
    private static final Run KEYS_RUN = Vitrine.load("classroom-gpt2").run(KEYS);
    private static final Run MASKED_RUN = Vitrine.load("classroom-bert").run(MASKED);
    private static final Run PAIR = Vitrine.load("classroom-bert").run(CAT, RUG);
    private static final Run SUMMARY = BART.run(CAT, RUG);
    private static final Run SPAIN = BART.run(MADRID);

    static Stream<Arguments> explanations() {
        return Stream.of(lenses(), attentions(), others()).flatMap(each -> each);
    }

    private static Stream<Arguments> lenses() {
        return Stream.of(is(KEYS_RUN.predictions(), "predictions", KEYS),
                is(KEYS_RUN.predictions().position(7).layer(5).topk(20), "predictions", KEYS, "--position", "7",
                        "--layer",
                        "5", "--topk", "20"),
                is(KEYS_RUN.predictions().layer(-1).lens("raw"), "predictions", KEYS, "--layer", "embeddings", "--lens",
                        "raw"),
                is(MASKED_RUN.predictions(), "predictions", MASKED),
                is(SPAIN.predictions(), "predictions", MADRID),
                is(KEYS_RUN.rankings(), "rankings", KEYS),
                is(KEYS_RUN.rankings().generate(3).showInputs().lens("raw"), "rankings", KEYS, "--generate", "3",
                        "--show-inputs", "--lens", "raw"),
                is(KEYS_RUN.rankings().generate(0).showInputs(), "rankings", KEYS, "--generate", "0", "--show-inputs"),
                is(MASKED_RUN.rankings(), "rankings", MASKED),
                is(KEYS_RUN.rankingsWatch(" is", " are").position(5), "rankings-watch", KEYS, "--watch", " is",
                        "--watch",
                        " are", "--position", "5"),
                is(KEYS_RUN.rankingsWatch().ids(337).generate(2).position(6).lens("raw"), "rankings-watch", KEYS,
                        "--watch-id", "337", "--generate", "2", "--position", "6", "--lens", "raw"));
    }

    private static Stream<Arguments> attentions() {
        return Stream.of(is(KEYS_RUN.attentionHeadView(), "attention-head-view", KEYS),
                is(KEYS_RUN.attentionHeadView().layer(5).heads(3, 0).links(2).threshold(0.1), "attention-head-view",
                        KEYS,
                        "--layer", "5", "--heads", "0,3", "--links", "2", "--threshold", "0.1"),
                is(KEYS_RUN.attentionHeadView().layer(5).position(4), "attention-head-view", KEYS, "--layer", "5",
                        "--position", "4"),
                is(KEYS_RUN.attentionHeadView().layer(2).average(), "attention-head-view", KEYS, "--layer", "2",
                        "--average"),
                is(KEYS_RUN.attentionHeadView().layer(2).rollout(), "attention-head-view", KEYS, "--layer", "2",
                        "--rollout"),
                is(PAIR.attentionHeadView().filter("a-b").hideSpecial(), "attention-head-view", CAT, RUG, "--filter",
                        "a-b", "--hide-special"),
                is(SUMMARY.attentionHeadView().attention("cross").unshifted(), "attention-head-view", CAT, RUG, "-m",
                        "classroom-bart", "--attention", "cross", "--unshifted"),
                is(KEYS_RUN.attentionNeuronView(), "attention-neuron-view", KEYS),
                is(KEYS_RUN.attentionNeuronView().layer(1).head(2).position(3).topk(7), "attention-neuron-view", KEYS,
                        "--layer", "1", "--head", "2", "--position", "3", "--topk", "7"),
                is(KEYS_RUN.attentionModelView(), "attention-model-view", KEYS),
                is(KEYS_RUN.attentionModelView().layers(5, 4).heads(1), "attention-model-view", KEYS, "--layers", "4-5",
                        "--heads", "1"),
                is(SUMMARY.attentionModelView().attention("cross"), "attention-model-view", CAT, RUG, "-m",
                        "classroom-bart", "--attention", "cross"));
    }

    private static Stream<Arguments> others() {
        return Stream.of(is(KEYS_RUN.activations(), "activations", KEYS),
                is(KEYS_RUN.activations(2).layers(0, 3).seed(1), "activations", KEYS, "--components", "2",
                        "--from-layer",
                        "0", "--to-layer", "3", "--seed", "1"),
                is(SUMMARY.activations(2).stack("decoder").start("nndsvd"), "activations", CAT, RUG, "-m",
                        "classroom-bart", "--components", "2", "--stack", "decoder", "--start", "nndsvd"),
                is(KEYS_RUN.generate(), "generate", KEYS),
                is(KEYS_RUN.generate(4).minNewTokens(2).noRepeat(2).beams(3).lengthPenalty(0.5), "generate", KEYS,
                        "--max-new-tokens", "4", "--min-new-tokens", "2", "--no-repeat", "2", "--beams", "3",
                        "--length-penalty", "0.5"),
                is(KEYS_RUN.generate(6).sample().temperature(0.8).topK(50).topP(0.9).seed(1), "generate", KEYS,
                        "--max-new-tokens", "6", "--sample", "--temperature", "0.8", "--top-k", "50", "--top-p", "0.9",
                        "--seed", "1"),
                is(BART.run(CAT).generate(), "generate", CAT, "-m", "classroom-bart"),
                is(KEYS_RUN.tokens(), "tokenize", KEYS),
                is(PAIR.tokens(), "tokenize", CAT, RUG, "-m", "classroom-bert"),
                is(Vitrine.load("classroom-gpt2").tokenize("one two three four five six seven eight nine").steps(),
                        "tokenize", "one two three four five six seven eight nine", "--steps"),
                is(Vitrine.models(), "models"));
    }

    private static Arguments is(Explanation explanation, String... command) {
        return Arguments.of(String.join(" ", command), explanation, List.of(command));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("explanations")
    void anExplanationIsWhatTheCommandSays(String name, Explanation explanation, List<String> command) {
        org.vitrine.ui.cli.Run shown = org.vitrine.ui.cli.Run.of(command.toArray(String[]::new));
        assertThat(shown.code()).as(shown.err()).isZero();
        assertThat(explanation.text(80)).startsWith(shown.out().stripTrailing());
        assertThat(explanation.notes()).hasSameSizeAs(shown.err().lines().toList());
        org.vitrine.ui.cli.Run document = org.vitrine.ui.cli.Run
                .of(Stream.concat(command.stream(), Stream.of("--json")).toArray(String[]::new));
        assertThat(explanation.json()).isEqualTo(document.out().stripTrailing());
    }

    @Test
    void whatTheCommandSaysOnStandardErrorStandsBelowInWordsForJava() {
        Predictions first = Vitrine.load("classroom-bert").run(MASKED).predictions();
        assertThat(first.notes()).singleElement().asString()
                .isEqualTo("the text has 2 masks; this is the first, at position 2, and position(6) shows the next");
        assertThat(first.toString()).endsWith("shows the next.");
    }
}
