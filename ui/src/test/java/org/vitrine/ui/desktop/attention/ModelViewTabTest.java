package org.vitrine.ui.desktop.attention;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.ui.desktop.Fx;
import org.vitrine.ui.desktop.Screenshot;
import org.vitrine.ui.desktop.state.Look;
import org.vitrine.ui.picture.spot.HeadSpot;
import org.vitrine.ui.picture.spot.QuerySpot;

class ModelViewTabTest {
    private static final HeadSpot HEAD = new HeadSpot(AttentionKind.DECODER, 1, 2);

    private Fx fx;
    private ModelViewTab tab;

    @BeforeEach
    void open() {
        fx = Fx.open();
        tab = (ModelViewTab) fx.window().view("model-view").orElseThrow();
    }

    @AfterEach
    void close() {
        fx.close();
    }

    private void read(String model, String text, String pair) {
        fx.read(model, text, pair);
        fx.show("model-view");
    }

    @Test
    void aClickOnACellEnlargesItBesideTheGridAndTheNextClickEndsThat() {
        read("classroom-gpt2", "The keys to the cabinet", "");
        Screenshot before = fx.screenshot("model-view-plain");
        fx.click(tab.gridView(), HEAD);
        assertThat(((Label) fx.node("#model-detail-title")).getText()).isEqualTo("Layer 1, Head 2");
        assertThat(fx.session().selection().spots()).contains(HEAD);
        assertThat(Fx.get(() -> tab.detailView().pictureProperty().get())).isNotNull();
        assertThat(fx.screenshot("model-view-enlarged").differences(before)).isGreaterThan(2000);
        fx.press(KeyCode.ENTER); // as a click; a second one with the mouse could be a double click
        assertThat(Fx.get(() -> tab.model().detail().get())).isNull();
        assertThat(Fx.get(() -> tab.detailView().getScene())).isNull();
    }

    @Test
    void whoChoosesACellTwiceSeesItEnlargedWhetherItWasOrNot() {
        read("classroom-gpt2", "The keys to the cabinet", "");
        fx.click(tab.gridView(), HEAD);
        fx.press(KeyCode.SHIFT, KeyCode.ENTER);
        assertThat(Fx.get(() -> tab.model().detail().get())).isEqualTo(HEAD);
        fx.press(KeyCode.ENTER);
        assertThat(Fx.get(() -> tab.model().detail().get())).isNull();
        fx.press(KeyCode.SHIFT, KeyCode.ENTER);
        assertThat(Fx.get(() -> tab.model().detail().get())).isEqualTo(HEAD);
    }

    @Test
    void pointingAtATokenOfTheEnlargedHeadShowsItsLinesAlone() {
        read("classroom-gpt2", "The keys to the cabinet", "");
        fx.click(tab.gridView(), HEAD);
        fx.point(tab.detailView(), new QuerySpot(AttentionKind.DECODER, 3));
        assertThat(Fx.get(() -> tab.detailView().overlayProperty().get())).isNotNull();
        fx.click(tab.detailView(), new QuerySpot(AttentionKind.DECODER, 3));
        fx.click(fx.node("#model-detail-close"));
        assertThat(Fx.get(() -> tab.model().detail().get())).isNull();
    }

    @Test
    void attentionsLayersAndHeadsAreChosen() {
        read("classroom-bart", "The cat sat on the mat", "The cat lay on the rug");
        fx.click(fx.node("#model-view-attention-cross"));
        assertThat(cell(AttentionKind.CROSS, 0, 0)).isTrue();
        assertThat(cell(AttentionKind.ENCODER, 0, 0)).isFalse();
        fx.click(fx.node("#model-view-attention-all"));
        assertThat(cell(AttentionKind.ENCODER, 0, 0)).isTrue();
        fx.focus(fx.node("#model-view-layers"));
        fx.press(KeyCode.DIGIT1);
        assertThat(cell(AttentionKind.ENCODER, 0, 0)).isFalse();
        assertThat(cell(AttentionKind.ENCODER, 1, 3)).isTrue();
        Fx.run(() -> ((TextField) fx.window().root().lookup("#model-view-heads")).setText("0-2,2"));
        fx.settle();
        assertThat(((Label) fx.node("#model-view-heads-problem")).getText()).isEqualTo("2 is named twice.");
        assertThat(cell(AttentionKind.ENCODER, 1, 3)).as("what was shown stays").isTrue();
        Fx.run(() -> ((TextField) fx.window().root().lookup("#model-view-heads")).setText("0-2"));
        fx.settle();
        assertThat(cell(AttentionKind.ENCODER, 1, 3)).isFalse();
    }

    @Test
    void itCanBeSavedAndFollowsTheLook() {
        read("classroom-gpt2", "The keys to the cabinet", "");
        assertThat(Fx.get(() -> tab.document().orElseThrow())).contains("\"attentions\":[{\"attention\":\"decoder\"");
        assertThat(Fx.get(() -> tab.picture(new Look(true, 1).theme()).orElseThrow().title()))
                .isEqualTo("classroom-gpt2: where each head looks, for: The keys to the cabinet");
        Screenshot light = fx.screenshot("model-view-look");
        Fx.run(() -> fx.session().lookProperty().set(new Look(true, 1)));
        Screenshot dark = fx.screenshot("model-view-look");
        assertThat(dark.differences(light)).isGreaterThan(500_000);
    }

    private boolean cell(AttentionKind kind, int layer, int head) {
        return Fx.get(() -> tab.gridView().reveal(new HeadSpot(kind, layer, head)).isPresent());
    }
}
