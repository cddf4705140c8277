package org.vitrine.weights.hub;

import java.net.http.HttpHeaders;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the hub answered to a request, redirects followed.
 *
 * @param status HTTP's number
 * @param headers what is said of the body
 * @param body its bytes
 */
record Answer(int status, HttpHeaders headers, Body body) implements AutoCloseable {
    static final int OK = 200;
    static final int PARTIAL = 206;
    static final int BEYOND_THE_END = 416;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final Pattern RANGE = Pattern.compile("bytes ([0-9]{1,18})-[0-9]{1,18}/([0-9]{1,18}|\\*)");

    /** A header; empty where it is missing. */
    String header(String name) {
        return headers.firstValue(name).orElse("").strip();
    }

    /** A header that is a whole number, if it is there and is one. */
    OptionalLong number(String name) {
        String text = header(name);
        return NUMBER.matcher(text).matches() ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    /** Where in the file the body begins: 0 where the hub sends all of it, -1 where it does not say. */
    long start() {
        if (status != PARTIAL) {
            return 0;
        }
        Matcher range = RANGE.matcher(header("Content-Range"));
        return range.matches() ? Long.parseLong(range.group(1)) : -1;
    }

    /** Whether the bytes are the file's own, not compressed on the way. */
    boolean isPlain() {
        String encoding = header("Content-Encoding");
        return encoding.isEmpty() || encoding.equalsIgnoreCase("identity");
    }

    @Override
    public void close() {
        body.close();
    }
}
