package org.vitrine.ui.answer;

import org.vitrine.explain.RankTable;
import tools.jackson.core.JsonGenerator;

/** What the two commands about ranks share. */
final class Ranks {
    private Ranks() {
    }

    /** The table, if all its numbers are numbers. */
    static RankTable finite(RankTable table) {
        for (RankTable.Row row : table.rows()) {
            for (RankTable.Cell cell : row.cells()) {
                LensReader.requireFinite(cell.probability(), row.tensor());
            }
        }
        return table;
    }

    /** {@code layers}: a row for each, with a cell for each column. */
    static void write(JsonGenerator json, RankTable table) {
        json.writeArrayPropertyStart("layers");
        for (RankTable.Row row : table.rows()) {
            json.writeStartObject();
            json.writeNumberProperty("layer", row.layer());
            json.writeStringProperty("tensor", row.tensor());
            json.writeArrayPropertyStart("ranks");
            for (int c = 0; c < table.columns().size(); c++) {
                json.writeStartObject();
                json.writeNumberProperty("id", table.columns().get(c).id());
                json.writeNumberProperty("rank", row.cells().get(c).rank());
                json.writeNumberProperty("probability", row.cells().get(c).probability());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
