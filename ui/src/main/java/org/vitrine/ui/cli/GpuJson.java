package org.vitrine.ui.cli;

import org.vitrine.transformer.ops.AcceleratorStatus;
import org.vitrine.transformer.ops.AcceleratorStatus.Device;
import org.vitrine.ui.session.Backend;
import tools.jackson.core.JsonGenerator;

/** What an accelerator has found, in documents. */
final class GpuJson {
    private GpuJson() {
    }

    /** Writes {@code gpu}. */
    static void write(JsonGenerator json, AcceleratorStatus gpu) {
        json.writeObjectPropertyStart(Backend.GPU.toString());
        json.writeBooleanProperty("available", gpu.available());
        json.writeStringProperty("driver", gpu.driver());
        json.writeStringProperty("message", gpu.message());
        json.writeStringProperty("hint", gpu.hint());
        json.writeArrayPropertyStart("devices");
        boolean used = true;
        for (Device device : gpu.devices()) {
            json.writeStartObject();
            json.writeStringProperty("name", device.name());
            json.writeStringProperty("platform", device.platform());
            json.writeStringProperty("type", device.type());
            json.writeNumberProperty("memory", device.memory());
            json.writeNumberProperty("units", device.units());
            json.writeBooleanProperty("used", used);
            json.writeEndObject();
            used = false;
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
