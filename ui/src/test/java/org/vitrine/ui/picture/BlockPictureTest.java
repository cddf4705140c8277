package org.vitrine.ui.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.transformer.trace.Trace;
import org.vitrine.ui.desktop.steps.Sessions;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.picture.spot.LayerSpot;
import org.vitrine.ui.picture.spot.TensorSpot;

class BlockPictureTest {
    @ParameterizedTest
    @CsvSource({"classroom-gpt2, DECODER, 2", "classroom-bert, ENCODER, 0", "classroom-bart, ENCODER, 1",
        "classroom-bart, DECODER, 2"})
    void thereIsABoxForEveryTensorOfTheLayerAndAroundIt(String model, Stack stack, int layer) {
        Trace trace = trace(model);
        TensorName current = trace.names().stream().filter(name -> name.stack() == stack && name.layer() == layer)
                .findFirst().orElseThrow();
        Set<TensorName> boxes = Places.of(BlockPicture.of(trace, current, 0, Theme.LIGHT)).spots(TensorSpot.class)
                .stream().map(TensorSpot::name).collect(Collectors.toSet());
        boolean last = !(model.endsWith("bart") && stack == Stack.ENCODER);
        Set<TensorName> wanted = trace.names().stream()
                .filter(name -> name.stack() == stack && (name.layer() == layer || name.layer() == TensorName.NO_LAYER)
                        || last && name.stack() == Stack.HEAD)
                .collect(Collectors.toSet());
        if (model.endsWith("bart") && stack == Stack.DECODER) {
            wanted.add(TensorName.parse("encoder.2.mlp.resid"));
        }
        assertThat(boxes).isEqualTo(wanted);
    }

    @Test
    void onlyTheCurrentStepIsLit() {
        Trace trace = trace("classroom-gpt2");
        for (String name : new String[]{"decoder.3.attn.pattern", "decoder.embed.resid", "head.logits"}) {
            TensorName current = TensorName.parse(name);
            Places places = Places.of(BlockPicture.of(trace, current, 3, Theme.LIGHT));
            assertThat(places.filled(Theme.LIGHT.positive())).containsExactly(places.box(new TensorSpot(current)));
        }
        assertThat(Places.of(BlockPicture.of(trace, null, 3, Theme.LIGHT)).filled(Theme.LIGHT.positive())).isEmpty();
    }

    @Test
    void theLayersThatAreNotShownCanBeReached() {
        Trace trace = trace("classroom-gpt2");
        assertThat(Places.of(BlockPicture.of(trace, null, 2, Theme.LIGHT)).spots(LayerSpot.class))
                .containsExactly(new LayerSpot(1), new LayerSpot(3));
        assertThat(Places.of(BlockPicture.of(trace, null, 0, Theme.LIGHT)).spots(LayerSpot.class))
                .containsExactly(new LayerSpot(1));
        assertThat(Places.of(BlockPicture.of(trace, null, 99, Theme.LIGHT)).spots(LayerSpot.class))
                .as("the last one").containsExactly(new LayerSpot(4));
        assertThat(Recorded.of(BlockPicture.of(trace, null, 2, Theme.LIGHT)).texts()).contains("decoder, layer 2 of 6",
                "layers 0–1", "layers 3–5", "layer 2");
    }

    @Test
    void hintsSayNameShapeAndFormula() {
        Trace trace = trace("classroom-bert");
        assertThat(Recorded.of(BlockPicture.of(trace, null, 0, Theme.LIGHT)).hints())
                .contains("encoder.0.attn.pattern [4, 5, 5]\nsoftmax(scores)");
    }

    @ParameterizedTest
    @CsvSource({"classroom-gpt2, false, 1", "classroom-bert, true, 0.5", "classroom-bart, false, 4"})
    void nothingIsClippedAndNoTextLiesUponAnother(String model, boolean dark, double scale) {
        Trace trace = trace(model);
        Theme theme = (dark ? Theme.DARK : Theme.LIGHT).scaled(scale);
        for (TensorName name : trace.names()) {
            Recorded.of(BlockPicture.of(trace, name, 1, theme)).assertInOrder();
        }
    }

    private static Trace trace(String model) {
        return Sessions.read(model, "the cat sat", "").exhibitProperty().get().trace();
    }
}
