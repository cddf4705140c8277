package org.vitrine.explain.whatif;

import java.util.List;
import java.util.Optional;

/**
 * What interventions changed.
 *
 * @param row the token at which the model predicts, counted from 0
 * @param prediction what it predicts there; empty where the model's head does not speak of tokens
 * @param streams the stream before the first layer of each stack and after each layer, in the order of computation
 */
public record Effect(int row, Optional<PredictionChange> prediction, List<StreamShift> streams) {
    public Effect {
        streams = List.copyOf(streams);
    }
}
