package org.vitrine.ui.desktop.attention;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.ui.desktop.Fx;
import org.vitrine.ui.desktop.Screenshot;
import org.vitrine.ui.desktop.state.Look;
import org.vitrine.ui.picture.spot.HeadSpot;
import org.vitrine.ui.picture.spot.KeySpot;
import org.vitrine.ui.picture.spot.QuerySpot;

class AttentionScreenshotsTest {
    private static final String A = "The cat sat on the mat";
    private static final String B = "The cat lay on the rug";

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theHeadViewOfAPair(boolean dark) {
        try (Fx fx = Fx.open(new Look(dark, 1))) {
            fx.read("classroom-bert", A, B);
            fx.show("head-view");
            both(fx, "head-view", dark);
            Fx.run(() -> head(fx).model().pin().click(new QuerySpot(AttentionKind.ENCODER, 2)));
            both(fx, "head-view-pinned", dark);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theModelViewOfATextThatIsWritten(boolean dark) {
        try (Fx fx = Fx.open(new Look(dark, 1))) {
            fx.read("classroom-gpt2", "The keys to the cabinet", "");
            fx.show("model-view");
            both(fx, "model-view", dark);
            Fx.run(() -> model(fx).model().click(new HeadSpot(AttentionKind.DECODER, 2, 1)));
            both(fx, "model-view-detail", dark);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void crossAttention(boolean dark) {
        try (Fx fx = Fx.open(new Look(dark, 1))) {
            fx.read("classroom-bart", A, B);
            Fx.run(() -> fx.session().selection().attention().set(AttentionKind.CROSS));
            fx.show("head-view");
            both(fx, "head-view-cross", dark);
            Fx.run(() -> head(fx).model().pin().click(new KeySpot(AttentionKind.CROSS, 2)));
            both(fx, "head-view-cross-key", dark);
            Fx.run(() -> head(fx).model().matrix().set(true));
            both(fx, "head-view-matrix", dark);
            fx.show("model-view");
            both(fx, "model-view-bart", dark);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theDifferenceThatAHeadMakes(boolean dark) {
        try (Fx fx = Fx.open(new Look(dark, 1))) {
            fx.read("classroom-gpt2", "The keys to the cabinet", "");
            WithoutAHead.showDifference(fx, 0, 1);
            Fx.run(() -> fx.session().selection().layer().set(2));
            fx.show("head-view");
            both(fx, "head-view-change", dark);
            Fx.run(() -> head(fx).model().pin().click(new QuerySpot(AttentionKind.DECODER, 3)));
            both(fx, "head-view-change-pinned", dark);
            fx.show("model-view");
            both(fx, "model-view-change", dark);
        }
    }

    private static void both(Fx fx, String name, boolean dark) {
        String look = dark ? "-dark-" : "-light-";
        Screenshot small = fx.screenshot(name + look + "1280").requireDrawn();
        Screenshot large = fx.screenshot(name + look + "1920", 1920, 1080).requireDrawn();
        assertThat(small.width()).isEqualTo(1280);
        assertThat(large.width()).isEqualTo(1920);
    }

    private static HeadViewTab head(Fx fx) {
        return (HeadViewTab) fx.window().view("head-view").orElseThrow();
    }

    private static ModelViewTab model(Fx fx) {
        return (ModelViewTab) fx.window().view("model-view").orElseThrow();
    }
}
