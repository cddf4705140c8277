package org.vitrine.ui.damage;

import java.util.Set;
import org.vitrine.weights.ModelFiles;
import org.vitrine.weights.Safetensors;
import org.vitrine.weights.WeightsException;

/** A classroom model of which one file is damaged and some are missing. */
final class DamagedFiles implements ModelFiles {
    private final ModelFiles whole;
    private final String damaged;
    private final byte[] content;
    private final Set<String> missing;

    DamagedFiles(String model, String damaged, byte[] content, Set<String> missing) {
        whole = ModelFiles.classroom(model);
        this.damaged = damaged;
        this.content = content;
        this.missing = missing;
    }

    @Override
    public String name() {
        return whole.name();
    }

    @Override
    public boolean has(String file) {
        return !missing.contains(file) && whole.has(file);
    }

    @Override
    public byte[] read(String file) {
        if (missing.contains(file)) {
            throw new WeightsException(name() + ": there is no file " + file);
        }
        return file.equals(damaged) ? content.clone() : whole.read(file);
    }

    @Override
    public Safetensors safetensors(String file) {
        return file.equals(damaged) ? Safetensors.of(content, name() + "/" + file) : whole.safetensors(file);
    }
}
