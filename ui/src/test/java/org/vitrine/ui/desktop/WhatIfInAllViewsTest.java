package org.vitrine.ui.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.explain.whatif.Change;
import org.vitrine.explain.whatif.HeadChange;
import org.vitrine.explain.whatif.Intervention;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.ui.cli.Run;
import org.vitrine.ui.desktop.state.Look;
import org.vitrine.ui.desktop.state.WhatIf;
import org.vitrine.ui.desktop.state.WhatIf.Comparison;
import org.vitrine.ui.picture.spot.CellSpot;
import tools.jackson.databind.node.ObjectNode;

/** When a head is silenced, every view shows what became of it, or says what it shows. */
class WhatIfInAllViewsTest {
    static final List<String> VIEWS = List.of("predictions", "rankings", "rankings-watch", "activations",
            "head-view", "neuron-view", "model-view", "generation", "inspector", "arithmetic");
    private static final List<String> COMPARED = List.of("predictions", "rankings", "head-view", "model-view",
            "inspector");

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"classroom-gpt2|The keys to the cabinet||DECODER|5|3",
        "classroom-bert|The cat sat on the [MASK].|It was a soft mat.|ENCODER|1|2",
        "classroom-bart|The capital of Spain is<mask>.||CROSS|1|2"})
    void everyViewIsDrawnAndTheDifferenceIsSeen(String model, String text, String pair, AttentionKind kind, int layer,
            int head) {
        try (Fx fx = Fx.open()) {
            fx.read(model, text, pair == null ? "" : pair);
            Fx.run(() -> {
                fx.session().selection().attention().set(kind);
                fx.session().selection().choose(CellSpot.of(TensorName.parse("head.logits"), 1, 7));
            });
            Map<String, Screenshot> before = shots(fx, model + "-read");
            WhatIf whatIf = fx.window().whatIf();
            Fx.run(() -> whatIf.add(new HeadChange(kind, layer, head, Intervention.ALL, new Change.Zero())));
            fx.settle();
            assertThat(Fx.get(() -> whatIf.messageProperty().get())).isEmpty();
            shots(fx, model + "-after");
            ObjectNode after = document(fx, "rankings");
            Fx.run(() -> whatIf.comparisonProperty().set(Comparison.DIFFERENCE));
            Map<String, Screenshot> difference = shots(fx, model + "-difference");
            for (String id : COMPARED) {
                assertThat(difference.get(id).differences(before.get(id))).as(id).isGreaterThan(300);
                assertThat(Fx.get(() -> fx.window().view(id).orElseThrow().document()).orElseThrow())
                        .containsAnyOf("\"before\":", "\"compared\":\"difference\"");
            }
            ObjectNode both = document(fx, "rankings");
            assertThat(both.remove("before")).as("what was read").isNotEqualTo(after);
            assertThat(both).as("of the model with the silenced head").isEqualTo(after);
            Fx.run(() -> fx.session().lookProperty().set(new Look(true, 1)));
            shots(fx, model + "-difference-dark");
        }
    }

    private static ObjectNode document(Fx fx, String id) {
        return (ObjectNode) Run.parse(Fx.get(() -> fx.window().view(id).orElseThrow().document()).orElseThrow());
    }

    private static Map<String, Screenshot> shots(Fx fx, String name) {
        Map<String, Screenshot> shots = new HashMap<>();
        for (String id : VIEWS) {
            fx.show(id);
            shots.put(id, fx.screenshot("whatif-" + name + "-" + id).requireDrawn());
            assertThat(Fx.get(() -> fx.session().messageProperty().get())).as(id).isEmpty();
        }
        return shots;
    }
}
