package org.vitrine.ui.desktop.state;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.ui.drawing.Spot;
import org.vitrine.ui.picture.spot.CandidateSpot;
import org.vitrine.ui.picture.spot.CellSpot;
import org.vitrine.ui.picture.spot.HeadSpot;
import org.vitrine.ui.picture.spot.KeySpot;
import org.vitrine.ui.picture.spot.LayerSpot;
import org.vitrine.ui.picture.spot.NeuronSpot;
import org.vitrine.ui.picture.spot.QuerySpot;
import org.vitrine.ui.picture.spot.TensorSpot;
import org.vitrine.ui.picture.spot.TokenSpot;

/**
 * What was chosen. All views share it: whatever is chosen in one is chosen in all. A model without widgets; every part may be
 * set by whoever lets people choose.
 */
public final class Selection {
    /** Instead of a position or a head: none, which means all. */
    public static final int NONE = -1;

    private final IntegerProperty encoderPosition = new SimpleIntegerProperty(this, "encoderPosition", NONE);
    private final IntegerProperty decoderPosition = new SimpleIntegerProperty(this, "decoderPosition", NONE);
    private final IntegerProperty layer = new SimpleIntegerProperty(this, "layer");
    private final IntegerProperty head = new SimpleIntegerProperty(this, "head", NONE);
    private final ObjectProperty<AttentionKind> attention = new SimpleObjectProperty<>(this, "attention");
    private final ObjectProperty<NeuronSpot> neuron = new SimpleObjectProperty<>(this, "neuron");
    private final ObjectProperty<TensorName> tensor = new SimpleObjectProperty<>(this, "tensor");
    private final ObjectProperty<CellSpot> cell = new SimpleObjectProperty<>(this, "cell");

    /** Nothing is chosen yet. */
    Selection() {
    }

    /** The position of the token chosen of those that a stack reads, or {@link #NONE}. */
    public IntegerProperty position(Stack stack) {
        return stack == Stack.ENCODER ? encoderPosition : decoderPosition;
    }

    /** The layer, counted from 0; −1 for the embeddings. */
    public IntegerProperty layer() {
        return layer;
    }

    /** The head, counted from 0, or {@link #NONE}. */
    public IntegerProperty head() {
        return head;
    }

    /** Who looks at whom; null before anything was read. */
    public ObjectProperty<AttentionKind> attention() {
        return attention;
    }

    /** The neuron; null for none. */
    public ObjectProperty<NeuronSpot> neuron() {
        return neuron;
    }

    /** The tensor that the inspector shows; null for none. */
    public ObjectProperty<TensorName> tensor() {
        return tensor;
    }

    /** The number whose arithmetic is shown; null for none. */
    public ObjectProperty<CellSpot> cell() {
        return cell;
    }

    /** All that was chosen, as the spots that pictures have for it. */
    public Set<Spot> spots() {
        Set<Spot> spots = new HashSet<>(List.of(new LayerSpot(layer.get())));
        for (Stack stack : List.of(Stack.ENCODER, Stack.DECODER)) {
            if (position(stack).get() != NONE) {
                spots.add(new TokenSpot(stack, position(stack).get()));
            }
        }
        AttentionKind kind = attention.get();
        if (kind != null && position(queries(kind)).get() != NONE) {
            spots.add(new QuerySpot(kind, position(queries(kind)).get()));
        }
        if (kind != null && head.get() != NONE) {
            spots.add(new HeadSpot(kind, layer.get(), head.get()));
        }
        if (tensor.get() != null) {
            spots.add(new TensorSpot(tensor.get()));
        }
        spots.add(neuron.get());
        spots.add(cell.get());
        spots.remove(null);
        return spots;
    }

    /** Runs something whenever anything else was chosen. */
    public void subscribe(Runnable listener) {
        for (ObservableValue<?> part : List.of(encoderPosition, decoderPosition, layer, head, attention, neuron, tensor,
                cell)) {
            part.subscribe((before, now) -> listener.run());
        }
    }

    /** The stack whose tokens look, in an attention. */
    public static Stack queries(AttentionKind kind) {
        return kind == AttentionKind.ENCODER ? Stack.ENCODER : Stack.DECODER;
    }

    /** The stack whose tokens are looked at, in an attention. */
    public static Stack keys(AttentionKind kind) {
        return kind == AttentionKind.DECODER ? Stack.DECODER : Stack.ENCODER;
    }

    /** Chooses what a place of a picture stands for; what a view has for itself alone is passed over. */
    public void choose(Spot spot) {
        switch (spot) {
            case TokenSpot token -> position(token.stack()).set(token.position());
            case QuerySpot query -> position(queries(query.kind())).set(query.position());
            case KeySpot key -> position(keys(key.kind())).set(key.position());
            case LayerSpot chosen -> layer.set(chosen.layer());
            case HeadSpot chosen -> choose(chosen);
            case NeuronSpot chosen -> neuron.set(chosen);
            case CandidateSpot candidate -> layer.set(candidate.layer());
            case TensorSpot chosen -> tensor.set(chosen.name());
            case CellSpot chosen -> choose(chosen);
            default -> {
                // A factor, say: only the view that drew it knows it.
            }
        }
    }

    private void choose(HeadSpot chosen) {
        attention.set(chosen.kind());
        layer.set(chosen.layer());
        head.set(chosen.head());
    }

    private void choose(CellSpot chosen) {
        tensor.set(chosen.name());
        cell.set(chosen);
    }
}
