package io.github.wxpaycodegen.simulator.internal.orders;

/**
 * The division of the frozen money of a payment, in fen.
 *
 * @param shared the amount that went to receivers
 * @param returned the part of that amount that receivers returned to the merchant
 * @param unfrozen true if the rest has been released to the merchant
 */
public record Shares(long shared, long returned, boolean unfrozen) {
    /** The shares of a payment of which nothing was shared. */
    public static final Shares NONE = new Shares(0, 0, false);

    /** Returns the amount that the merchant gave away. */
    long away() {
        return shared - returned;
    }

    /** Adds an amount that goes to a receiver; it is negative if the receiver does not get it after all. */
    public Shares plus(long amount) {
        return new Shares(shared + amount, returned, unfrozen);
    }

    /** Adds an amount that a receiver returned. */
    public Shares plusReturned(long amount) {
        return new Shares(shared, returned + amount, unfrozen);
    }

    /** Releases the rest to the merchant. */
    public Shares asUnfrozen() {
        return new Shares(shared, returned, true);
    }
}
