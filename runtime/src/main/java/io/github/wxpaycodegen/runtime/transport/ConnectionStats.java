package io.github.wxpaycodegen.runtime.transport;

/**
 * The connections of a client at one moment.
 *
 * @param leased the connections that requests use; each stays leased for 20 ms after its response
 * @param available the connections that are open and idle
 * @param pending the requests that wait for a connection; one whose wait has ended may be counted until a connection is
 *     returned
 * @param max the maximum number of open connections; 0 before the first request
 */
public record ConnectionStats(int leased, int available, int pending, int max) {
    /** No connections, and a maximum of 0. */
    public static final ConnectionStats NONE = new ConnectionStats(0, 0, 0, 0);

    /** Returns the sums of these numbers and others. */
    public ConnectionStats plus(ConnectionStats other) {
        return new ConnectionStats(
                leased + other.leased, available + other.available, pending + other.pending, max + other.max);
    }
}
