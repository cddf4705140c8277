package org.vitrine.ui.answer;

import java.util.List;
import java.util.stream.IntStream;
import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.explain.attention.AttentionMap;
import org.vitrine.explain.attention.AttentionToken;
import org.vitrine.explain.attention.HeadSummary;
import org.vitrine.explain.attention.SentenceFilter;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.picture.ModelViewPicture;
import org.vitrine.ui.terminal.ColourSteps;
import tools.jackson.core.JsonGenerator;

/**
 * What all heads of some layers look at.
 *
 * @param question what was asked
 * @param grids one for each attention that is shown
 */
public record ModelViewAnswer(AttentionQuestion question, List<Grid> grids) implements PicturedAnswer {
    /**
     * One attention of a model.
     *
     * @param kind who looks at whom
     * @param maps a layer each, all of the same heads
     * @param summaries what each head looks at on average over the whole text, layer by layer
     */
    public record Grid(AttentionKind kind, List<AttentionMap> maps, List<HeadSummary> summaries) {
        public Grid {
            maps = List.copyOf(maps);
            summaries = List.copyOf(summaries);
        }

        /** What a head looks at. */
        HeadSummary summary(int layer, int head) {
            return summaries.get(layer * maps.getFirst().heads().size() + head);
        }
    }

    public ModelViewAnswer {
        grids = List.copyOf(grids);
    }

    @Override
    public void show(Page page) {
        page.title(question.reading().model().name() + ": what each head looks at");
        page.line();
        question.show(page, grids.size() > 1 ? AttentionKind.CROSS : grids.getFirst().kind(), -1);
        for (Grid grid : grids) {
            ModelGrid lines = new ModelGrid(grid, question, page.terminal());
            page.title(grid.kind() + " attention");
            page.lines(lines.lines());
            page.line();
            if (lines.hasStriking()) {
                page.aside("Links that no fixed place explains, the strongest of each layer:");
                page.lines(lines.striking());
                page.line();
            }
        }
        if (page.terminal().colour()) {
            page.line(ColourSteps.SHARES.legend(page.terminal()));
        }
        page.aside(question.filter() == SentenceFilter.ALL
                ? ModelGrid.LEGEND
                : "Each number is the share of their attention that the tokens of one text give to the other.");
        question.explain(page, grids.size() > 1 ? AttentionKind.DECODER : grids.getFirst().kind());
    }

    @Override
    public Picture picture(Theme theme) {
        List<AttentionMap> maps = grids.stream().flatMap(grid -> grid.maps().stream()).toList();
        return ModelViewPicture.of(maps, question.threshold(), question.subject(), theme);
    }

    @Override
    public void write(JsonGenerator json) {
        question.write(json);
        json.writeArrayPropertyStart("attentions");
        for (Grid grid : grids) {
            json.writeStartObject();
            write(json, grid);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void write(JsonGenerator json, Grid grid) {
        AttentionMap any = grid.maps().getFirst();
        json.writeStringProperty("attention", grid.kind().toString());
        Json.numbers(json, "heads", any.heads());
        Json.numbers(json, "queries", any.queries().stream().map(AttentionToken::position).toList());
        Json.numbers(json, "keys", any.keys().stream().map(AttentionToken::position).toList());
        json.writeArrayPropertyStart("layers");
        for (AttentionMap map : grid.maps()) {
            json.writeStartObject();
            json.writeNumberProperty("layer", map.layer());
            AttentionJson.weights(json, map, IntStream.range(0, map.queries().size()).boxed().toList());
            if (question.threshold() > 0) {
                AttentionJson.links(json, map.links(question.threshold()));
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        AttentionJson.summaries(json, grid.summaries(), grid.kind());
    }
}
