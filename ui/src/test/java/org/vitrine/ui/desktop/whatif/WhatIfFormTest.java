package org.vitrine.ui.desktop.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.explain.whatif.Change;
import org.vitrine.explain.whatif.HeadChange;
import org.vitrine.explain.whatif.Intervention;
import org.vitrine.explain.whatif.NeuronChange;
import org.vitrine.explain.whatif.Patch;
import org.vitrine.explain.whatif.StreamChange;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.ui.desktop.state.Look;
import org.vitrine.ui.desktop.state.Session;
import org.vitrine.ui.desktop.state.WhatIf;
import org.vitrine.ui.desktop.work.Desk;
import org.vitrine.ui.picture.spot.HeadSpot;
import org.vitrine.ui.picture.spot.NeuronSpot;
import org.vitrine.ui.picture.spot.TensorSpot;
import org.vitrine.ui.picture.spot.TokenSpot;

class WhatIfFormTest {
    private static final int ALL = Intervention.ALL;

    private final Session session = new Session(Desk.direct(), new Look(false, 1));
    private final WhatIf whatIf = new WhatIf(session);
    private final WhatIfForm form = new WhatIfForm(session, whatIf);

    private void read(String model, String text) {
        session.modelProperty().set(model);
        session.textProperty().set(text);
        session.run();
        assertThat(session.messageProperty().get()).isEmpty();
    }

    private Intervention added() {
        form.add();
        assertThat(form.errorProperty().get()).isEmpty();
        return whatIf.entries().getLast().intervention();
    }

    private String refused() {
        int before = whatIf.entries().size();
        form.add();
        assertThat(whatIf.entries()).hasSize(before);
        return form.errorProperty().get();
    }

    @Test
    void beforeAnythingWasReadNothingCanBeAdded() {
        assertThat(form.places().attentions()).isEmpty();
        assertThat(form.places().layers()).isEmpty();
        assertThat(refused()).isEqualTo("Nothing was read yet; run the model first.");
    }

    @Test
    void theChosenHeadIsFilledIn() {
        read("classroom-gpt2", "The keys to the cabinet");
        session.selection().choose(new HeadSpot(AttentionKind.DECODER, 5, 3));
        assertThat(added()).isEqualTo(new HeadChange(AttentionKind.DECODER, 5, 3, ALL, new Change.Zero()));
        form.howProperty().set(How.SCALE);
        form.factorProperty().set(" −1,5 ");
        assertThat(added()).isEqualTo(new HeadChange(AttentionKind.DECODER, 5, 3, ALL, new Change.Scale(-1.5f)));
    }

    @Test
    void theChosenNeuronIsFilledIn() {
        read("classroom-gpt2", "The keys to the cabinet");
        session.selection().choose(new NeuronSpot(Stack.DECODER, 2, 17));
        form.howProperty().set(How.MEAN);
        assertThat(added()).isEqualTo(new NeuronChange(Stack.DECODER, 2, 17, ALL, new Change.Mean()));
    }

    @Test
    void theChosenPositionAndLayerAreFilledInAndFollowed() {
        read("classroom-gpt2", "The keys to the cabinet");
        session.selection().choose(new TokenSpot(Stack.DECODER, 1));
        session.selection().layer().set(-1);
        form.whatProperty().set(What.STREAM);
        assertThat(added()).isEqualTo(new StreamChange(Stack.DECODER, -1, 1, new Change.Zero()));
        session.selection().choose(new TokenSpot(Stack.DECODER, 3));
        assertThat(added()).isEqualTo(new StreamChange(Stack.DECODER, -1, 3, new Change.Zero()));
        form.whatProperty().set(What.HEAD);
        assertThat(form.layerProperty().get()).isZero();
        assertThat(form.positionProperty().get()).isEqualTo(ALL);
    }

    @Test
    void theChosenTensorIsFilledInForAPatch() {
        read("classroom-gpt2", "The keys to the cabinet");
        session.selection().choose(new TensorSpot(TensorName.parse("decoder.2.attn.v")));
        assertThat(refused()).contains("second text");
        whatIf.sourceProperty().set("The key to the cabinets");
        assertThat(added()).isEqualTo(
                new Patch(TensorName.parse("decoder.2.attn.v"), ALL, ALL, "The key to the cabinets"));
        assertThat(form.places().heads()).containsExactly(-1, 0, 1, 2, 3);
        form.tensorProperty().set(TensorName.parse("decoder.2.mlp.resid"));
        assertThat(form.places().heads()).containsExactly(-1);
    }

    @Test
    void whatIsNoNumberIsRefusedInWords() {
        read("classroom-gpt2", "The keys to the cabinet");
        form.howProperty().set(How.SCALE);
        form.factorProperty().set("half");
        assertThat(refused()).isEqualTo("The factor is a number such as 0.5, −1 or 2, not “half”.");
        form.factorProperty().set("1e99");
        assertThat(refused()).contains("finite");
        form.factorProperty().set("2");
        form.whatProperty().set(What.NEURON);
        form.neuronProperty().set("512");
        assertThat(refused()).isEqualTo("The neurons of layer 0 are 0 to 511, and “512” is none of them.");
        form.neuronProperty().set("");
        assertThat(refused()).contains("0 to 511");
        form.neuronProperty().set("511");
        assertThat(added()).isEqualTo(new NeuronChange(Stack.DECODER, 0, 511, ALL, new Change.Scale(2)));
        assertThat(form.errorProperty().get()).isEmpty();
    }

    @Test
    void anotherModelHasOtherPlaces() {
        read("classroom-gpt2", "The keys to the cabinet");
        session.selection().choose(new HeadSpot(AttentionKind.DECODER, 5, 3));
        session.selection().choose(new TensorSpot(TensorName.parse("decoder.5.attn.norm")));
        read("classroom-bart", "The cat sat on the mat.");
        assertThat(form.places().attentions()).containsExactly(AttentionKind.ENCODER, AttentionKind.DECODER,
                AttentionKind.CROSS);
        assertThat(form.places().tensors()).contains(form.tensorProperty().get());
        form.whatProperty().set(What.HEAD);
        form.attentionProperty().set(AttentionKind.CROSS);
        assertThat(form.places().layers()).contains(form.layerProperty().get());
        assertThat(added()).isInstanceOf(HeadChange.class);
        assertThat(whatIf.entries().getLast().objectionProperty().get()).isEmpty();
        read("classroom-bert", "The cat sat on the [MASK].");
        assertThat(form.attentionProperty().get()).isEqualTo(AttentionKind.ENCODER);
        for (What what : What.values()) {
            form.whatProperty().set(what);
            whatIf.sourceProperty().set("The dog sat on the [MASK].");
            assertThat(added()).isNotNull();
            assertThat(whatIf.entries().getLast().enabledProperty().get()).isTrue();
        }
    }

    @Test
    void whoeverShowsTheFormIsToldOnlyWhenAllOfItFitsTheModel() {
        int[] told = {0};
        form.subscribe(() -> {
            told[0]++;
            Places places = form.places();
            assertThat(places.layers()).contains(form.layerProperty().get());
            assertThat(places.heads()).contains(form.headProperty().get());
            assertThat(places.positions()).contains(form.positionProperty().get());
        });
        read("classroom-gpt2", "The keys to the cabinet");
        session.selection().choose(new TensorSpot(TensorName.parse("decoder.5.attn.norm")));
        read("classroom-bert", "The [MASK].");
        assertThat(told[0]).isGreaterThan(2);
    }
}
