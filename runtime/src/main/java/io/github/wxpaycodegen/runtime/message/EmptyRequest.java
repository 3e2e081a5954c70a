package io.github.wxpaycodegen.runtime.message;

/**
 * A request whose spec declares no fields. Fields can be put on it, as on any request.
 *
 * <p>If the spec of an operation gains a field, the operation gets a request class of its own. Compiled calls still
 * work. So that they also compile again, do not name the class in your code: call {@code post()} or {@code post(request
 * -> ...)}.
 */
public final class EmptyRequest extends RequestMessage {
    private EmptyRequest(Builder builder) {
        super(builder);
    }

    /** Returns an empty builder. */
    public static Builder builder() {
        return new Builder(ExtraFields.NONE);
    }

    /** Returns a builder with a copy of the put fields. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    @Override
    protected void writeFields(FieldWriter out) {
        // The spec declares no fields.
    }

    /** Parses a message. Unrecognized fields are kept. */
    @JacksonCreator
    public static EmptyRequest readFrom(FieldReader in) {
        in.forSending();
        return new Builder(in).build();
    }

    /** Parses the result of {@link #toJson()}. */
    public static EmptyRequest fromJson(String json) {
        return readFrom(fieldsOf(json));
    }

    /** Builds {@link EmptyRequest}. Not thread-safe. */
    public static final class Builder extends RequestBuilder<Builder, EmptyRequest> {
        private Builder(ExtraFields origin) {
            super(origin);
        }

        /** Builds the request. Put fields are validated when it is sent, by the rules of v2 or v3. */
        @Override
        public EmptyRequest build() {
            return new EmptyRequest(this);
        }
    }
}
