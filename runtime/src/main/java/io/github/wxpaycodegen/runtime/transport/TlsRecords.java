package io.github.wxpaycodegen.runtime.transport;

import java.nio.ByteBuffer;

/** Follows the records of a TLS connection, whose heads are never encrypted: type, version, length. */
final class TlsRecords {
    private static final int HEAD = 5;
    private static final int ALERT = 21;
    private static final int APPLICATION_DATA = 23;
    /** TLS 1.3 encrypts an alert as data: two bytes of it, one of its type, sixteen of the authentication tag. */
    private static final int ENCRYPTED_ALERT = 19;

    private int position;
    private int type;
    private int length;

    /** Takes the bytes of the connection in their order. */
    void follow(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            if (position == HEAD + length && position >= HEAD) {
                position = 0;
                length = 0;
            }
            if (position < HEAD) {
                head(bytes.get() & 0xff);
            } else {
                int skipped = Math.min(bytes.remaining(), HEAD + length - position);
                bytes.position(bytes.position() + skipped);
                position += skipped;
            }
        }
    }

    private void head(int value) {
        switch (position) {
            case 0 -> type = value;
            case 3 -> length = value << 8;
            case 4 -> length |= value;
            default -> {
                // The version, which says nothing in TLS 1.3.
            }
        }
        position++;
    }

    /**
     * Returns whether the last record is whole and an alert, as the farewell is. Nobody on the way can forge one; by its
     * length it could also be two bytes of data, which no response of the gateway ends with by itself.
     */
    boolean endWithAlert() {
        boolean alert = type == ALERT || (type == APPLICATION_DATA && length == ENCRYPTED_ALERT);
        return alert && position == HEAD + length;
    }
}
