package org.vitrine.ui.desktop.attention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.ui.desktop.attention.ModelViewModel.Part;
import org.vitrine.ui.desktop.state.Look;
import org.vitrine.ui.desktop.state.Selection;
import org.vitrine.ui.desktop.state.Session;
import org.vitrine.ui.desktop.work.Desk;
import org.vitrine.ui.desktop.work.Progress;
import org.vitrine.ui.picture.spot.HeadSpot;

class ModelViewModelTest {
    private final Session session = new Session(Desk.direct(), new Look(false, 1));
    private final ModelViewModel model = new ModelViewModel(session);

    @Test
    void allAttentionsAreShownUnlessOneIsWanted() {
        assertThat(model.wish()).isEmpty();
        read("classroom-bart", "A dog.");
        assertThat(parts()).extracting(Part::kind).containsExactly(AttentionKind.ENCODER, AttentionKind.DECODER,
                AttentionKind.CROSS);
        model.kind().set(Optional.of(AttentionKind.CROSS));
        assertThat(parts()).extracting(Part::kind).containsExactly(AttentionKind.CROSS);
        read("classroom-gpt2", "A dog");
        assertThat(parts()).extracting(Part::kind).as("it has no other").containsExactly(AttentionKind.DECODER);
    }

    @Test
    void layersAndHeadsAreTypedAsRanges() {
        read("classroom-gpt2", "A dog");
        model.layers().text().set("0-2, 5");
        model.heads().text().set("3");
        assertThat(parts()).containsExactly(new Part(AttentionKind.DECODER, List.of(0, 1, 2, 5), List.of(3)));
        model.layers().text().set("");
        assertThat(parts().getFirst().layers()).containsExactly(0, 1, 2, 3, 4, 5);
    }

    @Test
    void whatMakesNoSenseIsSaidAndChangesNothing() {
        read("classroom-gpt2", "A dog");
        model.layers().text().set("1");
        model.layers().text().set("1,x");
        assertThat(model.layers().problem().get()).isEqualTo(
                "Expected numbers and ranges with commas between them, such as 0-3,5, and 'x' is none.");
        assertThat(parts().getFirst().layers()).containsExactly(1);
        model.layers().text().set("4-9");
        assertThat(model.layers().problem().get()).isEqualTo("There is no layer 9; there are 0 to 5.");
        model.layers().text().set("4-5");
        assertThat(model.layers().problem().get()).isEmpty();
        assertThat(parts().getFirst().layers()).containsExactly(4, 5);
    }

    @Test
    void aHeadThatIsClickedIsChosenAndEnlargedUntilItIsClickedAgain() {
        read("classroom-bart", "A dog.");
        HeadSpot head = new HeadSpot(AttentionKind.CROSS, 1, 2);
        model.click(head);
        assertThat(model.detail().get()).isEqualTo(head);
        assertThat(session.selection().spots()).contains(head);
        assertThat(model.detailWish().orElseThrow().heads()).containsExactly(2);
        session.selection().layer().set(0);
        assertThat(model.detail().get()).as("it follows the selection").isEqualTo(
                new HeadSpot(AttentionKind.CROSS, 0, 2));
        model.click(new HeadSpot(AttentionKind.CROSS, 0, 2));
        assertThat(model.detail().get()).isNull();
        assertThat(model.detailWish()).isEmpty();
        assertThat(session.selection().head().get()).as("it stays chosen").isEqualTo(2);
        session.selection().head().set(3);
        assertThat(model.detail().get()).as("closed is closed").isNull();
    }

    @Test
    void withoutAHeadNothingIsEnlarged() {
        read("classroom-gpt2", "A dog");
        model.click(new HeadSpot(AttentionKind.DECODER, 1, 2));
        session.selection().head().set(Selection.NONE);
        assertThat(model.detail().get()).isNull();
    }

    @Test
    void controlsAreFoundAgainAsTheyWere() {
        read("classroom-bart", "A dog.");
        model.kind().set(Optional.of(AttentionKind.DECODER));
        model.layers().text().set("0-1");
        model.heads().text().set("1,3");
        model.links().percent().set(20);
        Map<String, String> saved = model.settings();
        ModelViewModel restored = new ModelViewModel(session);
        restored.restore(saved);
        assertThat(restored.settings()).isEqualTo(saved);
        assertThat(restored.wish()).isEqualTo(model.wish());
        restored.restore(Map.of("attention", "all", "filter", "none"));
        assertThat(restored.kind().get()).isEmpty();
        assertThat(restored.layers().wanted().get()).containsExactly(0, 1);
    }

    @Test
    void theDocumentIsTheCommandLines() {
        read("classroom-bart", "A dog.");
        model.layers().text().set("1");
        model.heads().text().set("0,2");
        ModelViewContent content = ModelViewContent.of(model.wish().orElseThrow(), Progress.NONE);
        assertThat(content.document()).contains("\"attentions\":[{\"attention\":\"encoder\",\"heads\":[0,2]",
                "\"attention\":\"cross\"", "\"layers\":[{\"layer\":1,\"weights\":");
        assertThat(content.parts()).hasSize(3);
    }

    @Test
    void afterAnInterventionAllCellsShareOneScale() {
        read("classroom-gpt2", "The keys to the cabinet");
        session.exhibitProperty().set(WithoutAHead.difference(session.exhibitProperty().get(), 0, 1));
        ModelViewContent content = ModelViewContent.of(model.wish().orElseThrow(), Progress.NONE);
        assertThat(AttentionPart.weights(content.parts()).stream().map(each -> each.largest()).distinct()).hasSize(1);
        assertThat(content.document()).contains(",\"before\":{\"model\":").startsWith("{\"model\":");
    }

    private List<Part> parts() {
        return model.wish().orElseThrow().parts();
    }

    private void read(String name, String text) {
        HeadViewModelTest.read(session, name, text, "");
    }
}
