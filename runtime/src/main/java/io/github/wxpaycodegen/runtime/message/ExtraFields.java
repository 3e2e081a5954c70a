package io.github.wxpaycodegen.runtime.message;

/**
 * Source of the fields of a message that have no accessors of their own.
 *
 * <p>Do not implement it: methods are added without notice.
 */
public interface ExtraFields {
    /** No such fields. */
    ExtraFields NONE = new ExtraFields() {
        @Override
        public UnknownFields unknownFields() {
            return UnknownFields.EMPTY;
        }

        @Override
        public PutFields putFields() {
            return PutFields.EMPTY;
        }
    };

    /** Returns the received fields that the spec does not declare; never null. They are not sent. */
    UnknownFields unknownFields();

    /** Returns the fields that a caller put on the message; never null. They are sent. */
    PutFields putFields();
}
