package org.vitrine.weights;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** A small trained model among the program's own resources, so that lessons work without a network. */
final class ClassroomFiles implements ModelFiles {
    static final List<String> NAMES = List.of("classroom-gpt2", "classroom-bert", "classroom-bart");

    private final String name;

    ClassroomFiles(String name) {
        if (!NAMES.contains(name)) {
            throw new WeightsException("there is no classroom model " + Wording.quoted(name) + "; there are " + NAMES);
        }
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean has(String file) {
        return ClassroomFiles.class.getResource(resource(file)) != null;
    }

    @Override
    public byte[] read(String file) {
        try (InputStream in = ClassroomFiles.class.getResourceAsStream(resource(file))) {
            if (in == null) {
                throw new WeightsException(name + ": there is no file " + Wording.quoted(file) + " in this model");
            }
            return SmallFiles.readAll(in, name + "/" + file);
        } catch (IOException e) {
            throw new WeightsException(name + "/" + file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public Safetensors safetensors(String file) {
        return Safetensors.of(read(file), name + "/" + file);
    }

    private String resource(String file) {
        return "classroom/" + name + "/" + SmallFiles.plainName(file, name);
    }

    @Override
    public String toString() {
        return name;
    }
}
