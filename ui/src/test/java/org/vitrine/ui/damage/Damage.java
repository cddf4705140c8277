package org.vitrine.ui.damage;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Damage to a file as disks, networks, editors and people do it. The same random numbers do the same damage.
 *
 * @param random what happens, and where
 * @param head so many of the first bytes say how the rest is read: half of all damage happens there
 */
public record Damage(Random random, int head) {
    private static final int LONGEST_BLOCK = 300;
    private static final String MARKS = "{}[]\",:";
    private static final List<String> NUMBERS = List.of("0", "-1", "1", "7", "64", "100000", "2147483647", "4294967296",
            "99999999999999999999", "1e999", "-1e-5", "0.5", "null", "true", "\"4\"", "[]", "{}");

    private interface Kind {
        byte[] apply(byte[] whole);
    }

    /** Damage of any kind that happens to a text. */
    public byte[] text(byte[] whole) {
        return any(whole, this::flipped, this::cut, this::swapped, this::doubled, this::zeroed, this::inserted,
                this::removed, this::otherDigit, this::otherNumber, this::otherMark);
    }

    /** Damage of any kind that happens to weights; their header is a text. */
    public byte[] weights(byte[] whole) {
        return any(whole, this::flipped, this::cut, this::swapped, this::doubled, this::zeroed, this::inserted,
                this::removed, this::otherDigit, this::otherNumber, this::otherMark, this::otherLength);
    }

    private byte[] any(byte[] whole, Kind... kinds) {
        return kinds[random.nextInt(kinds.length)].apply(whole);
    }

    private int place(byte[] whole) {
        int end = random.nextBoolean() ? Math.min(head, whole.length) : whole.length;
        return random.nextInt(end);
    }

    private int block(byte[] whole, int from) {
        return 1 + random.nextInt(Math.min(LONGEST_BLOCK, whole.length - from));
    }

    private byte[] flipped(byte[] whole) {
        byte[] damaged = whole.clone();
        for (int bits = 1 + random.nextInt(3); bits > 0; bits--) {
            damaged[place(whole)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        }
        return damaged;
    }

    private byte[] cut(byte[] whole) {
        return Arrays.copyOf(whole, place(whole));
    }

    private byte[] swapped(byte[] whole) {
        byte[] damaged = whole.clone();
        int first = place(whole);
        int second = place(whole);
        int length = Math.min(block(whole, first), whole.length - second);
        System.arraycopy(whole, first, damaged, second, length);
        System.arraycopy(whole, second, damaged, first, length);
        return damaged;
    }

    private byte[] doubled(byte[] whole) {
        int from = place(whole);
        int length = block(whole, from);
        return replaced(whole, from, 0, Arrays.copyOfRange(whole, from, from + length));
    }

    private byte[] zeroed(byte[] whole) {
        byte[] damaged = whole.clone();
        int from = place(whole);
        Arrays.fill(damaged, from, from + block(whole, from), (byte) 0);
        return damaged;
    }

    private byte[] inserted(byte[] whole) {
        byte[] more = new byte[1 + random.nextInt(20)];
        random.nextBytes(more);
        return replaced(whole, place(whole), 0, more);
    }

    private byte[] removed(byte[] whole) {
        int from = place(whole);
        return replaced(whole, from, block(whole, from), new byte[0]);
    }

    private byte[] otherDigit(byte[] whole) {
        int at = find(whole, "0123456789");
        return replaced(whole, at, 1, new byte[]{(byte) ('0' + random.nextInt(10))});
    }

    private byte[] otherNumber(byte[] whole) {
        int from = find(whole, "0123456789");
        int end = from;
        while (end < whole.length && whole[end] >= '0' && whole[end] <= '9') {
            end++;
        }
        String number = NUMBERS.get(random.nextInt(NUMBERS.size()));
        return replaced(whole, from, end - from, number.getBytes(StandardCharsets.US_ASCII));
    }

    private byte[] otherMark(byte[] whole) {
        int at = find(whole, MARKS);
        int kept = random.nextInt(2);
        return replaced(whole, at, kept, new byte[]{(byte) MARKS.charAt(random.nextInt(MARKS.length()))});
    }

    /** The length of the header, which stands before it. */
    private byte[] otherLength(byte[] whole) {
        byte[] damaged = whole.clone();
        long length = ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).getLong(0);
        long other = switch (random.nextInt(4)) {
            case 0 -> random.nextLong();
            case 1 -> random.nextInt(whole.length);
            case 2 -> length + random.nextInt(17) - 8;
            default -> 1L << random.nextInt(Long.SIZE);
        };
        ByteBuffer.wrap(damaged).order(ByteOrder.LITTLE_ENDIAN).putLong(0, other);
        return damaged;
    }

    /** The first place of one of these characters from some place on, or that place if there is none. */
    private int find(byte[] whole, String wanted) {
        int start = place(whole);
        for (int at = start; at < whole.length; at++) {
            if (wanted.indexOf(whole[at]) >= 0) {
                return at;
            }
        }
        return start;
    }

    private static byte[] replaced(byte[] whole, int from, int removed, byte[] inserted) {
        byte[] damaged = new byte[whole.length - removed + inserted.length];
        System.arraycopy(whole, 0, damaged, 0, from);
        System.arraycopy(inserted, 0, damaged, from, inserted.length);
        System.arraycopy(whole, from + removed, damaged, from + inserted.length, whole.length - from - removed);
        return damaged;
    }
}
