package io.github.wxpaycodegen.runtime.internal.http;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectionKey;
import java.util.concurrent.locks.Lock;
import org.apache.hc.core5.http.nio.command.RequestExecutionCommand;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.Command;
import org.apache.hc.core5.reactor.IOEventHandler;
import org.apache.hc.core5.reactor.IOSession;
import org.apache.hc.core5.reactor.ssl.SSLIOSession;
import org.apache.hc.core5.util.Timeout;

/**
 * A connection that may lead to a proxy. Bytes after the head of the response to CONNECT are left for TLS, which reads
 * below this session and rejects them. So they never reach the HTTP parser, which will read the gateway's response.
 *
 * <p>A socket without TLS delivers nothing while its reading is suspended. HttpCore stops waiting for bytes then, but
 * would go on reading as long as some are there: a sender that is as fast as the parser would fill the memory. A session
 * of TLS reads once for each time that bytes arrive.
 */
final class TunnelSession implements IOSession, ByteChannel {
    private static final byte[] HEAD_END = {'\r', '\n', '\r', '\n'};

    private final IOSession session;
    private final boolean aboveTls;
    private volatile Phase phase = Phase.NEW;
    private int headEnd;
    private boolean responded;

    TunnelSession(IOSession session) {
        this.session = session;
        aboveTls = session instanceof SSLIOSession;
    }

    private enum Phase {
        NEW,
        /** CONNECT was sent: bytes are read one by one until the end of the response's head. */
        HEAD,
        /** The head has ended: the following bytes are not HTTP. */
        OPEN,
        /** There is no proxy, or this session is above TLS. */
        THROUGH
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
        if (phase == Phase.NEW && bytes.hasRemaining()) {
            phase = bytes.get(bytes.position()) == 'C' ? Phase.HEAD : Phase.THROUGH;
        }
        return session.write(bytes);
    }

    @Override
    public int read(ByteBuffer bytes) throws IOException {
        return switch (phase) {
            case HEAD -> readHead(bytes);
            case OPEN -> 0;
            default -> isSuspended() ? 0 : session.read(bytes);
        };
    }

    private boolean isSuspended() {
        if (aboveTls) {
            return false;
        }
        try {
            return (session.getEventMask() & SelectionKey.OP_READ) == 0;
        } catch (CancelledKeyException e) {
            // The connection has closed, which the read reports.
            return false;
        }
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
                phase = Phase.OPEN;
            }
            bytes.put(value);
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
        Command command = session.poll();
        if (command instanceof RequestExecutionCommand request
                && request.getExchangeHandler() instanceof ExchangeWatch watch) {
            watch.on(this);
        }
        return command;
    }

    /** Records that a response of the gateway has ended. From now on, nothing may arrive before the next request. */
    void responseEnded() {
        responded = true;
    }

    /**
     * Returns true if data, or the end of the connection, has arrived since the last response. The check consumes it,
     * so the connection must not be used afterwards.
     */
    boolean hasUnread() throws IOException {
        // A session of TLS reads nothing by itself, so this asks the socket.
        return responded && session.channel().read(ByteBuffer.allocate(1)) != 0;
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
