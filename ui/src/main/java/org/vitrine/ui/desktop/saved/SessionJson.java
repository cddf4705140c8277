package org.vitrine.ui.desktop.saved;

import java.io.StringWriter;
import java.util.Map;
import org.vitrine.ui.answer.Documents;
import org.vitrine.ui.desktop.state.Selection;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** Writes a session as JSON that people can read, too. */
final class SessionJson {
    /** What the format is called in the file, so that another one can be told from it. */
    static final int VERSION = 1;

    private SessionJson() {
    }

    static String write(SavedSession session) {
        StringWriter text = new StringWriter();
        ObjectWriteContext pretty = new ObjectWriteContext.Base() {
            @Override
            public tools.jackson.core.PrettyPrinter getPrettyPrinter() {
                return new DefaultPrettyPrinter();
            }
        };
        try (JsonGenerator json = JsonFactory.builder().build().createGenerator(pretty, text)) {
            json.writeStartObject();
            json.writeNumberProperty("vitrine_session", VERSION);
            json.writeStringProperty("model", session.question().model());
            json.writeStringProperty("backend", session.question().backend().toString());
            json.writeStringProperty("text", session.question().texts().text());
            json.writeStringProperty("text_pair", session.question().texts().pair());
            selection(json, session.selection());
            json.writeStringProperty("tab", session.tab());
            json.writeObjectPropertyStart("views");
            session.views().forEach((view, settings) -> settings(json, view, settings));
            json.writeEndObject();
            look(json, session);
            json.writeArrayPropertyStart("recent_models");
            session.recent().forEach(json::writeString);
            json.writeEndArray();
            json.writeEndObject();
        }
        return Documents.withoutHalves(text + "\n");
    }

    private static void selection(JsonGenerator json, SavedSelection selection) {
        json.writeObjectPropertyStart("selection");
        position(json, "encoder_position", selection.encoder());
        position(json, "decoder_position", selection.decoder());
        json.writeNumberProperty("layer", selection.layer());
        position(json, "head", selection.head());
        selection.attention().ifPresent(kind -> json.writeStringProperty("attention", kind.toString()));
        selection.tensor().ifPresent(name -> json.writeStringProperty("tensor", name.toString()));
        json.writeEndObject();
    }

    private static void position(JsonGenerator json, String name, int position) {
        if (position != Selection.NONE) {
            json.writeNumberProperty(name, position);
        }
    }

    private static void settings(JsonGenerator json, String view, Map<String, String> settings) {
        json.writeObjectPropertyStart(view);
        settings.forEach(json::writeStringProperty);
        json.writeEndObject();
    }

    private static void look(JsonGenerator json, SavedSession session) {
        json.writeObjectPropertyStart("look");
        json.writeBooleanProperty("dark", session.look().dark());
        json.writeNumberProperty("font_scale", session.look().fontScale());
        json.writeNumberProperty("width", session.size().width());
        json.writeNumberProperty("height", session.size().height());
        json.writeBooleanProperty("maximized", session.size().maximized());
        json.writeEndObject();
    }
}
