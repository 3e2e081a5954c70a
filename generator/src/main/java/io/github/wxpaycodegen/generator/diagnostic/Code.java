package io.github.wxpaycodegen.generator.diagnostic;

import java.util.Arrays;
import java.util.Optional;

/**
 * The kinds of errors and findings, with codes that never change their meaning. The manual of the spec language
 * explains how to fix each.
 */
public enum Code {
    NOT_YAML("WX001"),
    NOT_UTF_8("WX002"),
    EMPTY_FILE("WX003"),
    NO_SPECS("WX004"),
    UNKNOWN_KEY("WX101"),
    MISSING_KEY("WX102"),
    WRONG_KIND("WX103"),
    DUPLICATE_KEY("WX104"),
    NOT_QUOTED("WX105"),
    UNKNOWN_VALUE("WX106"),
    MALFORMED("WX107"),
    WRONG_PLACE("WX201"),
    DUPLICATE_OPERATION("WX202"),
    PATH_PARAMETER("WX203"),
    UNKNOWN_TYPE("WX301"),
    DANGLING_REFERENCE("WX302"),
    CYCLIC_TYPE("WX303"),
    CONST_OUTSIDE_ENUM("WX304"),
    ENUM_REPEATS("WX305"),
    INDEX_PLACEHOLDER("WX306"),
    GROUP_MEMBER("WX307"),
    NOT_APPLICABLE("WX308"),
    UNKNOWN_FILL("WX309"),
    BAD_LIMIT("WX310"),
    STREAM_WITH_FIELDS("WX311"),
    RESERVED_FIELD("WX312"),
    DOWNLOAD_FIELD("WX313"),
    BAD_PATTERN("WX314"),
    EXAMPLE_DOES_NOT_FIT("WX315"),
    DUPLICATE_ERROR("WX316"),
    PAGES_FIELD("WX317"),
    NAME_CLASH("WX401"),
    NAME_IMPOSSIBLE("WX402"),
    NOT_GENERATED_YET("WX501"),
    NOTHING_INCLUDED("WX502"),
    NOT_SETTLED("WX601"),
    DISJOINT_ENUMS("WX602"),
    EMPTY_OBJECT("WX603"),
    UNENCRYPTED("WX604"),
    DOUBLE_UNDERSCORE("WX605"),
    NO_SUB_MERCHANT("WX606"),
    NOTIFICATION_DIFFERS("WX607"),
    TIME_WITHOUT_FORMAT("WX608"),
    AMOUNT_WITHOUT_UNIT("WX609"),
    STATE_WITHOUT_VALUES("WX610"),
    TEXT_WITHOUT_LENGTH("WX611"),
    LONG_NAME("WX612"),
    WITHOUT_PAGES("WX613"),
    WITHOUT_TITLE("WX614"),
    WITHOUT_DOCS("WX615"),
    NOT_MASKED("WX616"),
    OTHER_SPELLING("WX617"),
    UNUSED_TYPE("WX618"),
    LOOKS_LIKE_SHARED("WX619"),
    IDLE_SUPPRESSION("WX620"),
    SERIAL_WITHOUT_CIPHERTEXT("WX621"),
    NAMELESS_VALUE("WX622"),
    LACKS_BUNDLED("WX623"),
    COPIES_BUNDLED("WX624"),
    UNKNOWN_NOTIFICATION("WX625"),
    GET_NOT_READ_ONLY("WX626");

    private static final String FINDINGS = "WX6";

    private final String id;

    Code(String id) {
        this.id = id;
    }

    /** Returns the code in its printed form, {@code WX101}. */
    public String id() {
        return id;
    }

    /** Returns the code with a printed form; empty if there is none. */
    public static Optional<Code> of(String id) {
        return Arrays.stream(values()).filter(code -> code.id.equals(id)).findFirst();
    }

    /**
     * Returns true for a finding: the spec is well-formed but probably wrong. A client can be generated with findings,
     * but not with errors.
     */
    public boolean isFinding() {
        return id.startsWith(FINDINGS);
    }

    /** Returns true if a spec can suppress it: a finding that is not about suppressions. */
    public boolean isSuppressible() {
        return isFinding() && this != IDLE_SUPPRESSION;
    }
}
