package org.vitrine.ui.desktop.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.ui.desktop.state.Session;
import org.vitrine.ui.drawing.*;
import org.vitrine.ui.picture.*;

class BlockPictureTest {
    @Test
    void look() {
        int i = 0;
        for (String[] each : new String[][]{{"classroom-gpt2", "the cat sat on the mat", "", "decoder.3.attn.pattern"},
                {"classroom-bert", "the cat sat", "on the mat", "encoder.0.mlp.act"}, {"classroom-bart", "the cat sat", "", "decoder.1.cross.pattern"},
                {"classroom-bart", "the cat sat", "", "encoder.0.attn.sum"}, {"classroom-bert", "the cat sat", "", "head.norm"}, {"classroom-gpt2", "the cat sat", "", "decoder.embed.resid"}}) {
            Session session = Sessions.read(each[0], each[1], each[2]);
            Pictures.writePng(BlockPicture.of(session.exhibitProperty().get().trace(), TensorName.parse(each[3]), 0, i % 2 == 0 ? Theme.LIGHT : Theme.DARK), Path.of("/tmp/insp" + i++ + ".png"));
            StepSentences s = StepSentences.of(session.exhibitProperty().get());
            if (i < 4) session.exhibitProperty().get().trace().names().stream().filter(n -> n.layer() <= 0).forEach(n -> System.out.println(n + ": " + s.sentence(n)));
        }
    }
}
