package org.vitrine.ui.answer;

import java.util.List;
import org.vitrine.explain.RankTable;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.picture.Context;
import org.vitrine.ui.picture.RankingsWatchPicture;
import org.vitrine.ui.session.Passage;
import org.vitrine.ui.session.Texts;
import org.vitrine.ui.terminal.Terminal;
import tools.jackson.core.JsonGenerator;

/** How each layer ranks the watched tokens at one position. */
public record RankingsWatchAnswer(Texts texts, Passage passage, int position, List<WatchedToken> watched,
        RankTable table)
        implements
            PicturedAnswer {
    @Override
    public void show(Page page) {
        Terminal terminal = page.terminal();
        page.title(passage.model().name() + ": ranks at position " + position + " after each layer");
        page.passage(passage, position);
        boolean rivals = watched.size() > 1;
        page.lines(new RankGrid(table, terminal, rivals).lines());
        page.line();
        if (rivals) {
            page.aside(terminal.marker() + " is ahead in this layer");
        }
        page.lens(table.lens(), passage);
    }

    @Override
    public Picture picture(Theme theme) {
        return RankingsWatchPicture.of(Context.of(texts.joined(), passage), table,
                List.of(Page.sentence(table.lens(), passage)), theme);
    }

    @Override
    public void write(JsonGenerator json) {
        Json.passage(json, texts, passage);
        json.writeNumberProperty("position", position);
        Json.lens(json, table.lens(), passage);
        json.writeArrayPropertyStart("watched");
        for (int c = 0; c < watched.size(); c++) {
            json.writeStartObject();
            json.writeStringProperty("text", watched.get(c).text());
            json.writeNumberProperty("id", watched.get(c).id());
            json.writeStringProperty("token", table.columns().get(c).token());
            Json.texts(json, "pieces", watched.get(c).pieces());
            json.writeEndObject();
        }
        json.writeEndArray();
        Ranks.write(json, table);
    }
}
