package org.vitrine.ui.desktop;

import java.util.Map;
import java.util.Optional;
import javafx.scene.control.TextField;
import org.vitrine.ui.desktop.state.Exhibit;
import org.vitrine.ui.desktop.state.Session;
import org.vitrine.ui.desktop.work.Work;
import org.vitrine.ui.drawing.Box;
import org.vitrine.ui.drawing.Sketch;

/** A view for tests of the window: a bar for each token, and a field. */
final class SampleView extends PictureTab {
    final TextField field = new TextField("1");

    SampleView(Session session, String id) {
        super(session, id, "Sample " + id);
        field.setId("field-" + id);
        controls().getChildren().add(field);
    }

    @Override
    protected Optional<Work<Shown>> work(Exhibit exhibit) {
        int tokens = exhibit.passage().size();
        return Optional.of(progress -> new Shown(theme -> {
            Sketch sketch = new Sketch();
            for (int i = 0; i < tokens; i++) {
                sketch.rectangle(new Box(0, theme.length(24 * i), theme.length(40 * (i + 1)), theme.length(20)),
                        theme.head(i));
                sketch.text(exhibit.passage().token(i), 0, theme.length(24 * i + 15), theme.text());
            }
            return sketch.picture("bars", theme);
        }, theme -> new Sketch().picture("bars of " + tokens, theme), () -> "{\"tokens\": " + tokens + "}"));
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("field", field.getText());
    }

    @Override
    public void restore(Map<String, String> settings) {
        field.setText(settings.getOrDefault("field", field.getText()));
    }
}
