package org.vitrine.weights;

import java.io.IOException;
import java.io.InputStream;

/** What a folder and a classroom model have in common: which names are allowed, and how much is read. */
final class SmallFiles {
    private SmallFiles() {
    }

    /**
     * The same name, if it is one: a name with a separator, a drive or a step upwards could reach another folder.
     *
     * @param model the model's name, for the message
     */
    static String plainName(String file, String model) {
        boolean plain = !file.isEmpty() && !file.equals(".") && !file.equals("..");
        for (int i = 0; i < file.length(); i++) {
            char c = file.charAt(i);
            plain &= c != '/' && c != '\\' && c != ':' && !Character.isISOControl(c);
        }
        if (!plain) {
            throw new WeightsException(
                    model + ": expected the plain name of a file in this model, found " + Wording.quoted(file));
        }
        return file;
    }

    /** Everything that the stream holds, up to {@link ModelFiles#LONGEST_TEXT}. */
    static byte[] readAll(InputStream in, String source) throws IOException {
        byte[] content = in.readNBytes(ModelFiles.LONGEST_TEXT + 1);
        if (content.length > ModelFiles.LONGEST_TEXT) {
            throw new WeightsException(
                    source + ": is longer than " + ModelFiles.LONGEST_TEXT + " bytes, which no such file should be");
        }
        return content;
    }
}
