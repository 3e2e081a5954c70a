package io.github.wxpaycodegen.runtime.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;

/**
 * Takes the body of a response that is not kept in memory. It serves one exchange; a transport calls it on one thread at a
 * time, and reads no further before a call returns.
 */
public interface BodySink {
    /**
     * Whether the body goes here; asked once, before the first byte. A body that is not taken stays in memory.
     *
     * @param headers by name, whose case does not matter
     */
    boolean accepts(int status, Map<String, List<String>> headers);

    /**
     * Takes the next bytes, all of them.
     *
     * @throws IOException if it cannot or will not take more; the exchange ends then and fails
     */
    void write(ByteBuffer bytes) throws IOException;
}
