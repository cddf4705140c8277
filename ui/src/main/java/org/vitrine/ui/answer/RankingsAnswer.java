package org.vitrine.ui.answer;

import java.util.List;
import org.vitrine.explain.RankTable;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.picture.Context;
import org.vitrine.ui.picture.RankingsPicture;
import org.vitrine.ui.session.Passage;
import org.vitrine.ui.session.Texts;
import tools.jackson.core.JsonGenerator;

/** How each layer ranks the tokens that were written. */
public record RankingsAnswer(Texts texts, Passage passage, RankTable table) implements PicturedAnswer {
    @Override
    public void show(Page page) {
        page.title(passage.model().name() + ": the rank of each token after each layer");
        page.passage(passage, -1);
        page.lines(new RankGrid(table, page.terminal(), false).lines());
        page.line();
        page.lens(table.lens(), passage);
    }

    @Override
    public Picture picture(Theme theme) {
        return RankingsPicture.of(Context.of(texts.joined(), passage), table,
                List.of(Page.sentence(table.lens(), passage)), theme);
    }

    @Override
    public void write(JsonGenerator json) {
        Json.passage(json, texts, passage);
        Json.lens(json, table.lens(), passage);
        json.writeArrayPropertyStart("columns");
        for (RankTable.Column column : table.columns()) {
            json.writeStartObject();
            json.writeNumberProperty("position", column.position());
            json.writeNumberProperty("id", column.id());
            json.writeStringProperty("token", column.token());
            json.writeEndObject();
        }
        json.writeEndArray();
        Ranks.write(json, table);
    }
}
