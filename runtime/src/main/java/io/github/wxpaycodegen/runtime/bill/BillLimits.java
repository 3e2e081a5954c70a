package io.github.wxpaycodegen.runtime.bill;

/**
 * Limits of the size of a bill. Memory does not grow with a bill, whatever the limits; they stop a corrupt file or a
 * gzip bomb from keeping a machine busy.
 */
public final class BillLimits {
    /**
     * The default limits: 8 GiB of plain text, about twenty million rows, and 1 Mi (1,048,576) characters in a line.
     */
    public static final BillLimits DEFAULT = new BillLimits(8L << 30, 1 << 20);

    private final long maxPlainBytes;
    private final int maxLineChars;

    private BillLimits(long maxPlainBytes, int maxLineChars) {
        this.maxPlainBytes = maxPlainBytes;
        this.maxLineChars = maxLineChars;
    }

    /**
     * Returns these limits with another limit of the bill's size, measured as plain text.
     *
     * @param bytes at least 1
     * @throws IllegalArgumentException if it is less
     */
    public BillLimits maxPlainBytes(long bytes) {
        return new BillLimits(positive("maxPlainBytes", bytes), maxLineChars);
    }

    /**
     * Returns these limits with another limit of the length of a line.
     *
     * @param chars at least 1
     * @throws IllegalArgumentException if it is less
     */
    public BillLimits maxLineChars(int chars) {
        return new BillLimits(maxPlainBytes, (int) positive("maxLineChars", chars));
    }

    /** Returns the maximum size of a bill, in bytes of plain text. */
    public long maxPlainBytes() {
        return maxPlainBytes;
    }

    /** Returns the maximum length of a line, in characters. */
    public int maxLineChars() {
        return maxLineChars;
    }

    private static long positive(String name, long value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1 (was " + value + ")");
        }
        return value;
    }
}
