package io.github.wxpaycodegen.generator.lint;

import io.github.wxpaycodegen.generator.diagnostic.Code;
import io.github.wxpaycodegen.generator.diagnostic.Diagnostic;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldType.Scalar;
import java.util.List;
import java.util.regex.Pattern;

/** Checks of a single field by its name and title. */
final class FieldLint {
    private static final Pattern TIME = Pattern.compile("(.*_)?time(_\\$n)?");
    private static final Pattern AMOUNT =
            Pattern.compile("(.*_)?(amount|amt|fee|price|contribute|total|refund|balance|payment)(_\\$n)?(_\\$m)?");
    private static final Pattern STATE = Pattern.compile("(.*_)?(state|status)|trade_type");

    /** Names that identify a person, an account of a person, or a way to reach one. */
    private static final Pattern PERSONAL = Pattern.compile(
            "(.*_)?(open_?id|union_?id|(real|true|user)_?name|id_?card(_(no|number))?|id_(no|number)|id_doc_number"
                    + "|identification_(no|number)|cert(ificate)?_(no|number)|cred?_?id|(phone|mobile)(_(no|number))?"
                    + "|mobile_phone|e_?mail|bank_(account|card)(_(no|number))?|account_(no|number)|card_number)"
                    + "|(access|refresh)_token");
    /** Titles of such values; those of a digest, a picture or a date of a document are longer. */
    private static final Pattern PERSONAL_TITLE =
            Pattern.compile(".*((身份证|证件)(号码?|编号)|真实姓名|手机号码?|(银行卡|银行)(账|帐)?号|(电子)?邮箱)");
    /** Numbers that anybody may call, original ids of mini programs, and numbers of public registers. */
    private static final Pattern PUBLIC =
            Pattern.compile("(.*_)?((service|consultation|office|store)_phone(_number)?|mini_?program_user_?name"
                    + "|registration_certificate_number)");

    private FieldLint() {}

    static void check(DeclaredField declared, List<Diagnostic> findings) {
        Field field = declared.field();
        String name = field.name();
        boolean text =
                field.type() == Scalar.STRING && field.source().constant().isEmpty();
        if (name.contains("__")) {
            find(
                    Code.DOUBLE_UNDERSCORE,
                    field,
                    "the name `" + name + "` has two underscores in a row",
                    "names of WeChat Pay have one: check the official page",
                    findings);
        }
        if (declared.objectShape().filter(shape -> shape.fields().isEmpty()).isPresent()) {
            find(
                    Code.EMPTY_OBJECT,
                    field,
                    "`" + name + "` is an object without fields",
                    "declare its fields, or omit it: unknown fields of responses are preserved",
                    findings);
        }
        if (declared.sent()
                && field.wire().encrypted().isEmpty()
                && field.docs().title().filter(title -> title.contains("加密")).isPresent()
                && field.type() == Scalar.STRING) {
            find(
                    Code.UNENCRYPTED,
                    field,
                    "the title of `" + name + "` says that it is encrypted, but the spec does not",
                    "`encrypted: rsa-pubkey`, or another title",
                    findings);
        }
        if (text
                && TIME.matcher(name).matches()
                && field.docs().meaning().format().isEmpty()) {
            find(
                    Code.TIME_WITHOUT_FORMAT,
                    field,
                    "`" + name + "` is a time without a format",
                    "`type: date-time` for RFC 3339, otherwise a `format`",
                    findings);
        }
        if ((field.type() == Scalar.INTEGER || field.type() == Scalar.NUMBER)
                && field.source().constant().isEmpty()
                && AMOUNT.matcher(name).matches()
                && field.docs().meaning().unit().isEmpty()) {
            find(
                    Code.AMOUNT_WITHOUT_UNIT,
                    field,
                    "`" + name + "` is an amount without a unit",
                    "`unit: fen`, or `cent` for the smallest unit of another currency",
                    findings);
        }
        if (text && STATE.matcher(name).matches() && field.wire().encrypted().isEmpty()) {
            find(
                    Code.STATE_WITHOUT_VALUES,
                    field,
                    "`" + name + "` is a state without an enum",
                    "`enum: [...]` with the values that the official page lists",
                    findings);
        }
        if (declared.sent()
                && text
                && field.wire().encrypted().isEmpty()
                && field.limits().maxLength().isEmpty()
                && field.docs().meaning().format().isEmpty()) {
            find(
                    Code.TEXT_WITHOUT_LENGTH,
                    field,
                    "the length of `" + name + "` is unknown",
                    "`maxLength: 32`",
                    findings);
        }
    }

    /** Checks that the field is described, and that personal data is masked. */
    static void checkDescription(DeclaredField declared, List<Diagnostic> findings) {
        Field field = declared.field();
        if (!field.indexed() && field.docs().title().isEmpty()) {
            find(
                    Code.WITHOUT_TITLE,
                    field,
                    "`" + field.name() + "` has no title",
                    "`title: ...` with the name that the official page gives it",
                    findings);
        }
        boolean masked = field.wire().sensitive() || field.wire().encrypted().isPresent();
        if (!masked
                && field.type() == Scalar.STRING
                && field.source().constant().isEmpty()
                && isPersonal(field)) {
            find(
                    Code.NOT_MASKED,
                    field,
                    "`" + field.name() + "` seems to be personal data or a secret, which logs would show",
                    "`sensitive: true`",
                    findings);
        }
    }

    private static boolean isPersonal(Field field) {
        boolean title = field.docs()
                .title()
                .filter(text -> PERSONAL_TITLE.matcher(text).matches())
                .isPresent();
        return (title || PERSONAL.matcher(field.name()).matches())
                && !PUBLIC.matcher(field.name()).matches();
    }

    private static void find(Code code, Field field, String message, String help, List<Diagnostic> findings) {
        findings.add(Diagnostic.of(code, field.span(), message, help));
    }
}
