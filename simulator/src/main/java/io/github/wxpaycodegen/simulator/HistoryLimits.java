package io.github.wxpaycodegen.simulator;

/**
 * The limits of a {@link History}.
 *
 * @param entries the maximum number of entries
 * @param bytes the maximum size of all entries together; the newest entry is kept, whatever its size
 */
record HistoryLimits(int entries, long bytes) {
    static final HistoryLimits USUAL = new HistoryLimits(10_000, 32 * 1024 * 1024);

    HistoryLimits {
        if (entries < 1 || bytes < 1) {
            throw new IllegalArgumentException(
                    "a history must keep at least 1 entry and 1 byte (was " + entries + " and " + bytes + ")");
        }
    }

    boolean allow(int count, long size) {
        return count <= entries && size <= bytes;
    }

    @Override
    public String toString() {
        return "at most " + entries + ", and " + bytes + " bytes of them";
    }
}
