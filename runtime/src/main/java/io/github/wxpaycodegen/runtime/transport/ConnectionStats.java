package io.github.wxpaycodegen.runtime.transport;

/**
 * The connections of a client at one moment.
 *
 * @param leased the connections that requests use; each stays leased for 20 ms after its response
 * @param available the connections that are open and idle
 * @param pending the requests that wait for a connection; one whose wait is over may be counted until a connection is
 *     returned
 * @param max the most connections that may be open at a time; 0 before the first request
 */
public record ConnectionStats(int leased, int available, int pending, int max) {
    /** No connection, and none that may be opened. */
    public static final ConnectionStats NONE = new ConnectionStats(0, 0, 0, 0);

    /** Returns the sums of these and of others. */
    public ConnectionStats plus(ConnectionStats other) {
        return new ConnectionStats(
                leased + other.leased, available + other.available, pending + other.pending, max + other.max);
    }
}
