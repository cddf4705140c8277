package org.vitrine.weights.hub;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * What a hub refuses, in words that say what to do.
 *
 * @param settings where the hub is, and whether a token was sent
 * @param id which model is wanted
 * @param revision which revision of it
 */
record Refusal(HubSettings settings, String id, String revision) {
    /** To be tried again; what cannot become better is thrown. */
    PassingException of(Answer answer) {
        int status = answer.status();
        switch (status) {
            case 401, 403 -> throw new HubException(closed(answer));
            case 404 -> throw new HubException(missing(answer));
            default -> {
                if (status != 408 && status != 429 && status < 500) {
                    throw new HubException(settings.endpoint() + " answered with status " + status
                            + ", which no hub should; check HF_ENDPOINT and the network");
                }
            }
        }
        String why = switch (status) {
            case 429 -> " has been asked too often";
            case 408 -> " found the connection too slow";
            default -> " is out of order for now";
        };
        return new PassingException(settings.endpoint() + why + " (status " + status + ")", asked(answer));
    }

    private String closed(Answer answer) {
        String page = settings.endpoint() + "/" + id;
        if (answer.header("X-Error-Code").equals("GatedRepo")) {
            return id + ": its licence must be accepted first, on " + page + (settings.token().isEmpty()
                    ? "; then set HF_TOKEN to your token"
                    : " by the account that HF_TOKEN belongs to");
        }
        return settings.token().isEmpty()
                ? id + ": there is no such model for all at " + settings.endpoint() + " (status " + answer.status()
                        + "): check the id; if it is private, or its licence must be accepted, set HF_TOKEN"
                : id + ": the hub does not let the account of HF_TOKEN in (status " + answer.status()
                        + "); check the id and the token, and whether a licence must be accepted on " + page;
    }

    private String missing(Answer answer) {
        return switch (answer.header("X-Error-Code")) {
            case "RevisionNotFound" -> id + ": it has no revision '" + revision + "'; " + settings.endpoint() + "/" + id
                    + "/tree/main shows its branches and tags";
            case "EntryNotFound" -> id + ": a file that the hub listed is not there (any more); try again";
            default -> id + ": " + settings.endpoint() + " has no such model, or no revision '" + revision
                    + "' of it; check both. A private one is found only with HF_TOKEN set";
        };
    }

    /** How long the hub asks to be left alone: seconds or a date; null where it says nothing. */
    private static Duration asked(Answer answer) {
        String text = answer.header("Retry-After");
        if (text.matches("[0-9]{1,6}")) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        try {
            Instant end = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            long seconds = Instant.now().until(end, ChronoUnit.SECONDS);
            return seconds > 0 ? Duration.ofSeconds(seconds) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
