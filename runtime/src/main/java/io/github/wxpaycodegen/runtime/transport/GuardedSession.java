package io.github.wxpaycodegen.runtime.transport;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.util.concurrent.locks.Lock;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.Command;
import org.apache.hc.core5.reactor.IOEventHandler;
import org.apache.hc.core5.reactor.IOSession;
import org.apache.hc.core5.util.Timeout;

/**
 * A connection as it is below TLS. What a proxy sends behind the head of its response to CONNECT is left for TLS, which
 * refuses it, and never reaches the parser of HTTP that will read the gateway's response. A TLS connection that ends
 * without a farewell fails, so that a body that lasts until the end of its connection cannot be cut off unnoticed.
 */
final class GuardedSession implements IOSession, ByteChannel {
    private static final int TLS_HANDSHAKE = 22;
    private static final byte[] HEAD_END = {'\r', '\n', '\r', '\n'};

    private final IOSession session;
    private final TlsRecords received = new TlsRecords();
    private volatile Phase phase = Phase.NEW;
    private int headEnd;

    GuardedSession(IOSession session) {
        this.session = session;
    }

    private enum Phase {
        NEW,
        /** CONNECT was sent: bytes are read one by one up to the end of the response's head. */
        TUNNEL_HEAD,
        /** The head is over: nothing is read until TLS has begun. */
        TUNNEL_OPEN,
        TLS,
        /** Plain HTTP, which only tests speak. */
        PLAIN
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
        if (bytes.hasRemaining() && phase != Phase.TLS && phase != Phase.PLAIN) {
            int first = bytes.get(bytes.position());
            if (first == TLS_HANDSHAKE) {
                phase = Phase.TLS;
            } else if (phase == Phase.NEW) {
                phase = first == 'C' ? Phase.TUNNEL_HEAD : Phase.PLAIN;
            }
        }
        return session.write(bytes);
    }

    @Override
    public int read(ByteBuffer bytes) throws IOException {
        return switch (phase) {
            case TUNNEL_HEAD -> readHead(bytes);
            case TUNNEL_OPEN -> 0;
            case TLS -> readRecords(bytes);
            default -> session.read(bytes);
        };
    }

    private int readHead(ByteBuffer bytes) throws IOException {
        if (!bytes.hasRemaining()) {
            return 0;
        }
        ByteBuffer one = ByteBuffer.allocate(1);
        int read = session.read(one);
        if (read > 0) {
            byte value = one.get(0);
            headEnd = value == HEAD_END[headEnd] ? headEnd + 1 : value == '\r' ? 1 : 0;
            if (headEnd == HEAD_END.length) {
                phase = Phase.TUNNEL_OPEN;
            }
            bytes.put(value);
        }
        return read;
    }

    private int readRecords(ByteBuffer bytes) throws IOException {
        int from = bytes.position();
        int read = session.read(bytes);
        if (read > 0) {
            received.follow(bytes.duplicate().flip().position(from));
        } else if (read < 0 && !received.endWithAlert()) {
            throw new IOException("the connection was cut off: it ended without the farewell of TLS");
        }
        return read;
    }

    @Override
    public ByteChannel channel() {
        return this;
    }

    @Override
    public boolean isOpen() {
        return session.isOpen();
    }

    @Override
    public IOEventHandler getHandler() {
        return session.getHandler();
    }

    @Override
    public void upgrade(IOEventHandler handler) {
        session.upgrade(handler);
    }

    @Override
    public Lock getLock() {
        return session.getLock();
    }

    @Override
    public void enqueue(Command command, Command.Priority priority) {
        session.enqueue(command, priority);
    }

    @Override
    public boolean hasCommands() {
        return session.hasCommands();
    }

    @Override
    public Command poll() {
        return session.poll();
    }

    @Override
    public SocketAddress getRemoteAddress() {
        return session.getRemoteAddress();
    }

    @Override
    public SocketAddress getLocalAddress() {
        return session.getLocalAddress();
    }

    @Override
    public int getEventMask() {
        return session.getEventMask();
    }

    @Override
    public void setEventMask(int mask) {
        session.setEventMask(mask);
    }

    @Override
    public void setEvent(int op) {
        session.setEvent(op);
    }

    @Override
    public void clearEvent(int op) {
        session.clearEvent(op);
    }

    @Override
    public void close() {
        session.close();
    }

    @Override
    public void close(CloseMode mode) {
        session.close(mode);
    }

    @Override
    public Status getStatus() {
        return session.getStatus();
    }

    @Override
    public Timeout getSocketTimeout() {
        return session.getSocketTimeout();
    }

    @Override
    public void setSocketTimeout(Timeout timeout) {
        session.setSocketTimeout(timeout);
    }

    @Override
    public long getLastReadTime() {
        return session.getLastReadTime();
    }

    @Override
    public long getLastWriteTime() {
        return session.getLastWriteTime();
    }

    @Override
    public long getLastEventTime() {
        return session.getLastEventTime();
    }

    @Override
    public void updateReadTime() {
        session.updateReadTime();
    }

    @Override
    public void updateWriteTime() {
        session.updateWriteTime();
    }

    @Override
    public String getId() {
        return session.getId();
    }

    @Override
    public String toString() {
        return session.toString();
    }
}
