package org.vitrine.weights.hub;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The bytes of an answer, piece by piece, for somebody who does not wait for ever: a stream of Java's HTTP client blocks
 * until the connection ends. One piece at a time is asked for, so no more than that is held.
 */
final class Body implements Flow.Subscriber<List<ByteBuffer>>, AutoCloseable {
    private final Duration patience;
    private final BlockingQueue<Piece> pieces = new LinkedBlockingQueue<>();
    private volatile Flow.Subscription subscription;
    private volatile boolean closed;

    /** Bytes; none at the end; a failure in their place. */
    private record Piece(List<ByteBuffer> bytes, Throwable failure) {
    }

    /**
     * @param source where the bytes come from
     * @param patience how long it may be silent
     */
    Body(Flow.Publisher<List<ByteBuffer>> source, Duration patience) {
        this.patience = patience;
        source.subscribe(this);
    }

    /** The next bytes, or none where the body ends. */
    List<ByteBuffer> next() throws PassingException, InterruptedException {
        Piece piece = pieces.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (piece == null) {
            throw new PassingException("the hub has sent nothing for " + seconds(patience));
        }
        if (piece.failure() != null) {
            throw new PassingException("the connection to the hub broke");
        }
        if (!piece.bytes().isEmpty()) {
            subscription.request(1);
        }
        return piece.bytes();
    }

    /** All bytes of a small body. */
    byte[] all(int most, String what) throws PassingException, InterruptedException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (List<ByteBuffer> bytes = next(); !bytes.isEmpty(); bytes = next()) {
            for (ByteBuffer buffer : bytes) {
                byte[] piece = new byte[buffer.remaining()];
                buffer.get(piece);
                all.writeBytes(piece);
            }
            if (all.size() > most) {
                throw new HubException(what + " is longer than " + most + " bytes, which no such answer should be");
            }
        }
        return all.toByteArray();
    }

    static String seconds(Duration time) {
        return time.toMillis() < 1000 ? time.toMillis() + " ms" : time.toSeconds() + " s";
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        if (closed) {
            given.cancel();
        } else {
            given.request(1);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> bytes) {
        // An empty piece would be taken for the end.
        if (bytes.stream().anyMatch(ByteBuffer::hasRemaining)) {
            pieces.add(new Piece(bytes, null));
        } else {
            subscription.request(1);
        }
    }

    @Override
    public void onError(Throwable failure) {
        pieces.add(new Piece(List.of(), failure));
    }

    @Override
    public void onComplete() {
        pieces.add(new Piece(List.of(), null));
    }

    /** What has not come yet is not wanted. */
    @Override
    public void close() {
        closed = true;
        Flow.Subscription given = subscription; // none yet if the answer has only just begun
        if (given != null) {
            given.cancel();
        }
    }
}
