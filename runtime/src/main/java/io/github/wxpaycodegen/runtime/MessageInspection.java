package io.github.wxpaycodegen.runtime;

import io.github.wxpaycodegen.runtime.internal.text.ForeignText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Result of a {@link MessageInspector}: its checks, and the message that was signed. Immutable. */
public final class MessageInspection {
    private final List<Check> checks;
    private final byte @Nullable [] signedMessage;

    private MessageInspection(List<Check> checks, byte @Nullable [] signedMessage) {
        this.checks = List.copyOf(checks);
        this.signedMessage = signedMessage == null ? null : signedMessage.clone();
    }

    /** Result of a check. */
    public enum Result {
        /** The message is as it must be. */
        PASSED,
        /** The message is not as it must be: a client would reject it. */
        FAILED,
        /** The check was not possible, because an earlier one failed, or a setting or an argument is missing. */
        SKIPPED
    }

    /**
     * One check.
     *
     * @param name what was checked, in a few words: {@code signature}
     * @param result its result
     * @param finding what was found and, after a failure, what to do; contains no secret
     */
    public record Check(String name, Result result, String finding) {}

    /** Returns the checks, in the order in which a client makes them. */
    public List<Check> checks() {
        return checks;
    }

    /** Returns the first check that failed; null if none did. */
    public @Nullable Check firstFailure() {
        return checks.stream()
                .filter(check -> check.result() == Result.FAILED)
                .findFirst()
                .orElse(null);
    }

    /**
     * Returns true if the signature, or in its place the encryption, was checked and is valid, and no check failed. Of an
     * unsigned v2 refund notification, that proves {@code req_info} alone.
     */
    public boolean isValid() {
        return firstFailure() == null
                && checks.stream()
                        .anyMatch(check -> check.result() == Result.PASSED
                                && (check.name().equals(MessageInspector.SIGNATURE)
                                        || check.name().equals(MessageInspector.PROOF)));
    }

    /**
     * Returns a copy of the bytes that the signature covers, exactly; of v2 with {@code <APIv2 key>} in place of the
     * key. Null if the message lacks a part of them.
     */
    public byte @Nullable [] signedMessage() {
        return signedMessage == null ? null : signedMessage.clone();
    }

    /** Returns the results of the checks, and no content of the message. */
    @Override
    public String toString() {
        return checks.toString();
    }

    /** Collects the checks of a message. */
    static final class Builder {
        private final List<Check> checks = new ArrayList<>();
        private byte @Nullable [] signedMessage;

        void passed(String name, String finding) {
            checks.add(new Check(name, Result.PASSED, ForeignText.printable(finding)));
        }

        void failed(String name, String finding) {
            checks.add(new Check(name, Result.FAILED, ForeignText.printable(finding)));
        }

        void skipped(String name, String finding) {
            checks.add(new Check(name, Result.SKIPPED, ForeignText.printable(finding)));
        }

        void signed(byte[] message) {
            signedMessage = message;
        }

        void signed(String message) {
            signedMessage = message.getBytes(StandardCharsets.UTF_8);
        }

        MessageInspection build() {
            return new MessageInspection(checks, signedMessage);
        }
    }
}
