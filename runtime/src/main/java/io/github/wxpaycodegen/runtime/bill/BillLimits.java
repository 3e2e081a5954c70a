package io.github.wxpaycodegen.runtime.bill;

/**
 * How much is read of a bill before it is refused. Memory does not grow with a bill, whatever the limits; they keep a broken
 * file, or a gzip made to explode, from keeping a machine busy.
 */
public final class BillLimits {
    /** 8 GiB of plain text, about twenty million rows, and 1 Mi characters in a line. */
    public static final BillLimits DEFAULT = new BillLimits(8L << 30, 1 << 20);

    private final long maxPlainBytes;
    private final int maxLineChars;

    private BillLimits(long maxPlainBytes, int maxLineChars) {
        this.maxPlainBytes = maxPlainBytes;
        this.maxLineChars = maxLineChars;
    }

    /**
     * The same limits but for the size of the bill, that of its plain text where it came as gzip.
     *
     * @param bytes at least 1
     */
    public BillLimits maxPlainBytes(long bytes) {
        return new BillLimits(positive("maxPlainBytes", bytes), maxLineChars);
    }

    /**
     * The same limits but for the length of a line.
     *
     * @param chars at least 1
     */
    public BillLimits maxLineChars(int chars) {
        return new BillLimits(maxPlainBytes, (int) positive("maxLineChars", chars));
    }

    /** The size that a bill may have, in bytes of plain text. */
    public long maxPlainBytes() {
        return maxPlainBytes;
    }

    /** The length that a line may have, in characters. */
    public int maxLineChars() {
        return maxLineChars;
    }

    private static long positive(String name, long value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, it is " + value);
        }
        return value;
    }
}
