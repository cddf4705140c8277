package samples;

/** A sample for {@code EveryPublicThingIsDescribedTest}: what has no comment here must be found. */
public interface Undescribed {
    int size();

    /** Described. */
    int width();

    /** An enum in an interface is public. */
    enum Kind {
        BARE,
        /** Described. */
        DRESSED;

        @Override
        public String toString() {
            return "overrides what is described";
        }
    }

    /** A class. */
    final class Inner {
        private int hidden;
        public int count;

        public Inner() {
            // Nobody says what it does.
        }

        void forThePackage() {
        }
    }

    /** A record, whose components and compact constructor its comment describes. */
    record Described(int size) {
        public Described {
            size = Math.abs(size);
        }
    }
}
