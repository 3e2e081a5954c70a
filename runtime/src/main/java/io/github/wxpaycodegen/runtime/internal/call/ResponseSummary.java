package io.github.wxpaycodegen.runtime.internal.call;

import io.github.wxpaycodegen.runtime.internal.text.ForeignText;
import io.github.wxpaycodegen.runtime.transport.TransportResponse;
import org.jspecify.annotations.Nullable;

/** Fields of a response, in the form in which messages name them: {@code HTTP status 404, code NOT_FOUND}. */
public final class ResponseSummary {
    private final StringBuilder text = new StringBuilder();

    /** Returns the status and the request id, by which WeChat Pay's support finds a response. */
    public static String of(TransportResponse response) {
        return new ResponseSummary()
                .add("HTTP status", Integer.toString(response.status()))
                .add("request id", ResponseHeaders.requestId(response))
                .toString();
    }

    /** Adds a field, unless its value is null. */
    public ResponseSummary add(String name, @Nullable String value) {
        return value == null ? this : append(name, ForeignText.shown(value));
    }

    /** Adds the explanation of an error, which names the field and the rule, so it gets more room than a code. */
    public ResponseSummary addSentence(String name, @Nullable String value) {
        return value == null ? this : append(name, ForeignText.sentence(value));
    }

    private ResponseSummary append(String name, String value) {
        text.append(text.length() == 0 ? "" : ", ").append(name).append(' ').append(value);
        return this;
    }

    /** Returns the fields, separated by commas. */
    @Override
    public String toString() {
        return text.toString();
    }
}
