package io.github.wxpaycodegen.runtime.message;

/**
 * A request whose spec declares no fields. Fields can be put on it, as on any request.
 *
 * <p>An operation whose spec gains a field has a request class of its own from then on. Calls that were compiled before go on
 * working; to compile such a call again, name no request class: {@code post()} or {@code post(request -> ...)}.
 */
public final class EmptyRequest extends RequestMessage {
    private EmptyRequest(Builder builder) {
        super(builder);
    }

    /** Returns an empty builder. */
    public static Builder builder() {
        return new Builder(ExtraFields.NONE);
    }

    /** Returns a builder with a copy of the fields that were put. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    @Override
    protected void writeFields(FieldWriter out) {
        // The spec declares none.
    }

    @Override
    public void check(Checker checker) {
        // Without fields there are no rules.
    }

    /** Parses a message. Unrecognized fields are kept. */
    @JacksonCreator
    public static EmptyRequest readFrom(FieldReader in) {
        in.forSending();
        Builder builder = new Builder(in);
        while (in.next()) {
            in.unknown();
        }
        return new EmptyRequest(builder);
    }

    /** Parses the result of {@link #toJson()}. */
    public static EmptyRequest fromJson(String json) {
        return fromJson(json, EmptyRequest::readFrom);
    }

    /** Builds {@link EmptyRequest}. Not safe for use by several threads. */
    public static final class Builder extends RequestBuilder<Builder, EmptyRequest> {
        private Builder(ExtraFields origin) {
            super(origin);
        }

        /** Builds the request. Fields that were put are checked when it is sent, by the rules of v2 or v3. */
        @Override
        public EmptyRequest build() {
            return new EmptyRequest(this);
        }
    }
}
