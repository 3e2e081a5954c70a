package io.github.wxpaycodegen.runtime.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import org.apache.hc.core5.reactor.IOSession;
import org.junit.jupiter.api.Test;

class TunnelSessionTest {
    private int interest = SelectionKey.OP_READ;
    private boolean closed;
    private final TunnelSession session = new TunnelSession((IOSession) Proxy.newProxyInstance(
            IOSession.class.getClassLoader(),
            new Class<?>[] {IOSession.class},
            (proxy, method, arguments) -> switch (method.getName()) {
                case "getEventMask" -> eventMask();
                case "read" -> read((ByteBuffer) arguments[0]);
                default -> throw new UnsupportedOperationException(method.getName());
            }));

    private int eventMask() {
        if (closed) {
            throw new CancelledKeyException();
        }
        return interest;
    }

    private int read(ByteBuffer bytes) throws IOException {
        if (closed) {
            throw new ClosedChannelException();
        }
        bytes.put((byte) 1);
        return 1;
    }

    /** HttpCore would go on reading as long as bytes are delivered. */
    @Test
    void suspendedSessionDeliversNothing() throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(8);
        interest = SelectionKey.OP_WRITE;
        assertThat(session.read(bytes)).isZero();

        interest = SelectionKey.OP_READ | SelectionKey.OP_WRITE;
        assertThat(session.read(bytes)).isOne();
        assertThat(bytes.position()).isOne();
    }

    @Test
    void closedSessionReportsThatItIsClosed() {
        closed = true;
        assertThatThrownBy(() -> session.read(ByteBuffer.allocate(8))).isInstanceOf(ClosedChannelException.class);
    }
}
