package org.vitrine.bench.work;

import java.io.IOException;
import java.util.List;
import org.vitrine.bench.report.Measurement;
import org.vitrine.bench.report.Unit;
import org.vitrine.transformer.bart.Bart;
import org.vitrine.transformer.generate.BeamSearch;
import org.vitrine.transformer.generate.Draft;
import org.vitrine.transformer.generate.GenerationSettings;
import org.vitrine.transformer.generate.Lengths;
import org.vitrine.weights.ModelFiles;

/** BART reads a page and writes a summary of fixed length with several beams; nothing is recorded. */
record BeamWork(String name, int read, int beams, int written) implements Work {
    @Override
    public List<Measurement> measure(Lab lab) throws IOException {
        Bart model = lab.models().bart(lab.ops());
        ModelFiles files = ModelFiles.folder(lab.models().folder(Models.Size.BART_LARGE));
        GenerationSettings settings = GenerationSettings.of(files, model.config().vocabulary()).withBeams(beams)
                .withLengths(new Lengths(1, 0, written, written));
        int[] ids = Lab.ids(read, model.config().vocabulary());
        double milliseconds = Timing.medians(lab.effort().few(), () -> write(model, ids, settings))[0];
        return List.of(Measurement.of(name, Unit.MILLISECONDS).withUntraced(milliseconds)
                .withFlops(Flops.bartBeams(model.config(), read, beams, written)));
    }

    private void write(Bart model, int[] ids, GenerationSettings settings) {
        int[] start = {settings.start()};
        int length = new BeamSearch(Draft.of(model, ids), settings).search(start).getFirst().ids().size();
        if (length != start.length + written) {
            throw new IllegalStateException("the text has " + length + " tokens");
        }
    }
}
