package org.vitrine.ui.answer;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.vitrine.explain.Lens;
import org.vitrine.explain.RankTable;
import org.vitrine.transformer.config.ModelException;
import org.vitrine.transformer.generate.Generator.Generation;
import org.vitrine.transformer.generate.TokenChooser;
import org.vitrine.transformer.trace.Trace;
import org.vitrine.ui.session.LoadedModel;
import org.vitrine.ui.session.Passage;
import org.vitrine.ui.session.Texts;

/**
 * When does the model make up its mind?
 *
 * @param generate how many tokens to write; null for the usual one, or for a model that does not write
 * @param showInputs whether the text's own tokens are ranked, too
 * @param lens how the layers are read
 */
public record RankingsQuestion(Integer generate, boolean showInputs, Lens lens) implements Question<RankingsAnswer> {
    @Override
    public void check(Asker asker) {
        if (generate != null && (generate < 0 || generate == 0 && !showInputs)) {
            throw asker.usage(asker.setting("generate") + " takes the number of tokens to write, 1 or more, not "
                    + generate + (generate == 0 ? "; 0 goes with " + asker.setting("show-inputs") : ""));
        }
    }

    @Override
    public Function<Texts, RankingsAnswer> open(LoadedModel model, Asker asker) {
        LensReader reader = new LensReader(asker);
        return texts -> {
            Passage given = reader.passage(model, texts);
            return given.predictsNext() ? written(texts, given, reader) : filled(texts, given, asker);
        };
    }

    private RankingsAnswer written(Texts texts, Passage given, LensReader reader) {
        Passage passage = writtenOn(given, generate == null ? 1 : generate, reader);
        int from = showInputs ? 1 : given.size();
        if (from >= passage.size()) {
            throw new ModelException("there is nothing to rank: the text's only token is the first, which is not "
                    + "predicted; let the model write some with " + reader.asker().setting("generate"));
        }
        int[] positions = IntStream.range(from, passage.size()).toArray();
        int[] ids = Arrays.stream(positions).map(passage::id).toArray();
        return new RankingsAnswer(texts, passage, ranks(passage, passage.streams(), positions, ids));
    }

    private static Passage writtenOn(Passage given, int tokens, LensReader reader) {
        if (tokens > 0) {
            given.withRoom();
        }
        Generation generation = given.generate(tokens, TokenChooser.greedy(), given.model().end(), id -> {});
        if (generation.written().size() < tokens) {
            reader.noteStop(given, generation, tokens);
        }
        return given.with(generation);
    }

    /** A model that fills masks: each mask's likeliest token, and on request what it makes of the tokens it can see. */
    private RankingsAnswer filled(Texts texts, Passage passage, Asker asker) {
        if (generate != null) {
            throw asker.usage(asker.setting("generate") + " is for models that write; " + passage.model().name()
                    + " is " + passage.model().family().title() + ", which fills masks");
        }
        if (!showInputs) {
            passage.usualPlace(); // says what to do where there is no mask
        }
        Trace trace = passage.streams();
        List<Integer> masks = passage.masks();
        int[] positions = IntStream.range(0, passage.size()).filter(place -> showInputs || masks.contains(place))
                .toArray();
        int last = passage.model().layers() - 1;
        int[] ids = Arrays.stream(positions).map(place -> masks.contains(place)
                ? passage.lens(lens).predictions(trace, place, 1, layer -> layer == last).layers().getFirst()
                        .candidates().getFirst().id()
                : passage.id(place)).toArray();
        return new RankingsAnswer(texts, passage, ranks(passage, trace, positions, ids));
    }

    private RankTable ranks(Passage passage, Trace trace, int[] positions, int[] ids) {
        return Ranks.finite(passage.lens(lens).ranks(trace, positions, ids));
    }
}
