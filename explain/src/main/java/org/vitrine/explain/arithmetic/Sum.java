package org.vitrine.explain.arithmetic;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.vitrine.transformer.trace.TensorName;

/** Tensors of one shape, added from first to last. */
record Sum(List<TensorName> inputs) implements Step {
    static Sum of(TensorName... inputs) {
        return new Sum(List.copyOf(Arrays.asList(inputs)));
    }

    @Override
    public Derivation derive(Target target) {
        List<Input.Recorded> read = inputs.stream()
                .map(input -> target.readMatrix(input, target.row(), target.column())).toList();
        float sum = 0;
        for (Input.Recorded input : read) {
            sum += input.number();
        }
        String right = inputs.stream().map(input -> target.right(input, "j")).collect(Collectors.joining(" + "));
        return new Derivation(target.itself(), Operation.ADD, target.left() + " = " + right,
                read.stream().map(Term::of).toList(), List.of(), sum);
    }
}
