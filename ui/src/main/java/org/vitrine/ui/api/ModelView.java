package org.vitrine.ui.api;

import java.util.Arrays;
import java.util.List;
import org.vitrine.explain.attention.AttentionMap;
import org.vitrine.ui.answer.AttentionSettings;
import org.vitrine.ui.answer.ModelViewAnswer;
import org.vitrine.ui.answer.ModelViewQuestion;

/** What all heads of all layers look at. Without settings: all that there are; of BART all three attentions. */
public final class ModelView extends AttentionView<ModelView> {
    private final ModelViewQuestion asked;

    private ModelView(Run run, ModelViewQuestion asked) {
        super(run, asked);
        this.asked = asked;
    }

    ModelView(Run run) {
        this(run, new ModelViewQuestion(AttentionSettings.USUAL, null, null));
    }

    @Override
    AttentionSettings settings() {
        return asked.attention();
    }

    @Override
    ModelView with(AttentionSettings settings) {
        return new ModelView(run(), new ModelViewQuestion(settings, asked.layers(), asked.heads()));
    }

    /**
     * Only these layers.
     *
     * <pre>{@code
     * run.attentionModelView().layers(4, 5)
     * }</pre>
     */
    public ModelView layers(int... layers) {
        return new ModelView(run(), new ModelViewQuestion(asked.attention(), listed(layers), asked.heads()));
    }

    /** Only these heads. */
    public ModelView heads(int... heads) {
        return new ModelView(run(), new ModelViewQuestion(asked.attention(), asked.layers(), listed(heads)));
    }

    private static List<Integer> listed(int... numbers) {
        return Arrays.stream(numbers).sorted().distinct().boxed().toList();
    }

    /** The numbers: for each attention and each layer that is shown the weights [H, T, S] of its heads. */
    public List<AttentionMap> numbers() {
        return ((ModelViewAnswer) found().answer()).grids().stream().flatMap(grid -> grid.maps().stream()).toList();
    }
}
