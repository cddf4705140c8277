package org.vitrine.ui.desktop.neurons;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vitrine.explain.attention.AttentionToken;
import org.vitrine.explain.neurons.NeuronReader;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.ui.desktop.state.Exhibit;
import org.vitrine.ui.desktop.state.Selection;
import org.vitrine.ui.desktop.state.Settings;
import org.vitrine.ui.picture.spot.NeuronSpot;

/** Understands what was typed to find a neuron, or a token whose neurons are wanted. */
record NeuronSearch(Exhibit exhibit, Stack stack, Selection selection) {
    /**
     * Chooses what was typed.
     *
     * @param words {@code 3.117}, {@code 12} or a word
     * @return what is wrong, in words; empty if it was found
     */
    String find(String words) {
        String[] parts = words.split("\\.", -1);
        if (parts.length == 2 && Settings.number(parts[0]).isPresent() && Settings.number(parts[1]).isPresent()) {
            return neuron(Settings.number(parts[0]).get(), Settings.number(parts[1]).get());
        }
        if (words.isEmpty()) {
            return "Type a neuron (layer.neuron, such as 3.117), a position, or a word of the text.";
        }
        Optional<Integer> position = Settings.number(words);
        return position.isPresent() && position.get() < tokens().size() ? token(position.get()) : word(words);
    }

    private List<AttentionToken> tokens() {
        return stack == Stack.ENCODER ? exhibit.reading().tokens().encoder() : exhibit.reading().tokens().decoder();
    }

    private String neuron(int layer, int neuron) {
        NeuronReader reader = new NeuronReader(exhibit.trace(), stack);
        if (layer >= reader.layers()) {
            return "There is no layer " + layer + "; the " + stack + "'s layers are 0 to " + (reader.layers() - 1)
                    + ".";
        }
        if (neuron >= reader.neurons(layer)) {
            return "There is no neuron " + layer + "." + neuron + "; the neurons of a layer are 0 to "
                    + (reader.neurons(layer) - 1) + ".";
        }
        selection.neuron().set(new NeuronSpot(stack, layer, neuron));
        return "";
    }

    /** The token's strongest neuron is shown, so none is chosen any more. */
    private String token(int position) {
        selection.neuron().set(null);
        selection.position(stack).set(position);
        return "";
    }

    /** The next token after the selected one that reads so or contains it; after the last comes the first. */
    private String word(String words) {
        String wanted = words.toLowerCase(Locale.ROOT);
        int after = selection.position(stack).get();
        for (int i = 1; i <= tokens().size(); i++) {
            int position = Math.floorMod(after + i, tokens().size());
            if (tokens().get(position).token().toLowerCase(Locale.ROOT).contains(wanted)) {
                return token(position);
            }
        }
        return Settings.number(words).isPresent()
                ? "There is no position " + words + "; the positions are 0 to " + (tokens().size() - 1) + "."
                : "No token of this text reads “" + words + "”.";
    }
}
