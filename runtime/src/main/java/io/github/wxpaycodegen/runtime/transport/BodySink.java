package io.github.wxpaycodegen.runtime.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;

/**
 * Receives the body of a response that is not kept in memory. It serves one exchange. A transport calls it on one
 * thread at a time, and reads on only while few bytes wait to be written. If the exchange fails, a call of {@link #write}
 * that has begun may return later.
 */
public interface BodySink {
    /**
     * Returns true if the sink accepts the body; otherwise it stays in memory. Called once, before the first byte.
     *
     * @param headers the headers by name, ignoring case
     */
    boolean accepts(int status, Map<String, List<String>> headers);

    /**
     * Writes the next bytes, all of them.
     *
     * @throws IOException if it cannot write them; the exchange then ends and fails
     */
    void write(ByteBuffer bytes) throws IOException;
}
