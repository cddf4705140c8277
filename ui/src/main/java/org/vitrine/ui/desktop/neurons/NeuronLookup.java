package org.vitrine.ui.desktop.neurons;

import java.util.List;
import java.util.Optional;
import org.vitrine.explain.neurons.NeuronActivation;
import org.vitrine.explain.neurons.NeuronReader;
import org.vitrine.explain.neurons.NeuronText;
import org.vitrine.explain.neurons.TopNeurons;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.ui.answer.Answer;
import org.vitrine.ui.answer.NeuronTextAnswer;
import org.vitrine.ui.answer.StackReading;
import org.vitrine.ui.answer.TopNeuronsAnswer;
import org.vitrine.ui.desktop.state.Exhibit;
import org.vitrine.ui.desktop.state.Selection;
import org.vitrine.ui.picture.NeuronSearchPicture;
import org.vitrine.ui.picture.Subject;
import org.vitrine.ui.picture.spot.NeuronSpot;

/**
 * Which single neurons are looked up.
 *
 * @param position of the token whose neurons are wanted, or {@link Selection#NONE}
 * @param neuron the one to show along the text; empty for the strongest at the token
 */
record NeuronLookup(Exhibit exhibit, Stack stack, int position, Optional<NeuronSpot> neuron) {
    /** Neurons that are listed, and tokens that a document names: as many as on the command line. */
    private static final int TOPK = 10;

    /**
     * What was found.
     *
     * @param answer what the command line would say: of the neuron, or where none was chosen, of the token; empty where
     *        neither was
     */
    record Found(StackReading reading, NeuronSearchPicture.Found shown, Optional<Answer> answer) {
        /** What a picture is about. */
        Subject subject() {
            return new Subject(reading.reading().model().name(), reading.texts().joined());
        }
    }

    /** Looks them up; for the background. */
    Found find() {
        NeuronReader now = new NeuronReader(exhibit.trace(), stack);
        Optional<NeuronReader> before = exhibit.before().map(trace -> new NeuronReader(trace, stack));
        StackReading reading = new StackReading(exhibit.texts(), exhibit.reading(), stack,
                stack == Stack.ENCODER ? exhibit.reading().tokens().encoder() : exhibit.reading().tokens().decoder());
        Optional<TopNeurons> top = position < 0 || position >= now.positions() ? Optional.empty()
                : Optional.of(before.map(then -> now.changes(then, position, TOPK))
                        .orElseGet(() -> now.top(position, TOPK, layer -> true)));
        Optional<NeuronActivation> strongest = top.flatMap(all -> all.neurons().stream().findFirst());
        Optional<NeuronText> text = neuron.map(spot -> now.text(spot.layer(), spot.neuron()))
                .or(() -> strongest.map(each -> now.text(each.layer(), each.neuron())));
        Optional<NeuronText> shown = text.map(each -> before
                .map(then -> each.minus(then.text(each.layer(), each.neuron()))).orElse(each));
        return new Found(reading, new NeuronSearchPicture.Found(top, shown, reading.tokens(), before.isPresent()),
                answer(now, reading, text));
    }

    private Optional<Answer> answer(NeuronReader now, StackReading reading, Optional<NeuronText> text) {
        if (neuron.isPresent()) {
            return text.map(each -> new NeuronTextAnswer(reading, each, TOPK));
        }
        if (position < 0 || position >= now.positions()) {
            return Optional.empty();
        }
        TopNeurons top = now.top(position, TOPK, layer -> true);
        List<NeuronText> texts = top.neurons().stream().map(each -> now.text(each.layer(), each.neuron())).toList();
        return Optional.of(new TopNeuronsAnswer(reading, top, texts));
    }
}
