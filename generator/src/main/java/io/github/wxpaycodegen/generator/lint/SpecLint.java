package io.github.wxpaycodegen.generator.lint;

import io.github.wxpaycodegen.generator.diagnostic.Diagnostic;
import io.github.wxpaycodegen.generator.model.Specs;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds specs that are well formed and yet are probably not what WeChat Pay does: a time without format, a state without
 * values, a query that a caller cannot make.
 */
public final class SpecLint {
    private SpecLint() {}

    /** Returns all findings, sorted by place; none of them keeps the generator from working. */
    public static List<Diagnostic> check(Specs specs) {
        List<DeclaredField> fields = DeclaredField.all(specs);
        List<Diagnostic> findings = new ArrayList<>();
        fields.forEach(field -> FieldLint.check(field, findings));
        EnumLint.check(fields, findings);
        SettlementLint.check(specs, findings);
        SiblingLint.check(specs, findings);
        NotificationLint.check(specs, findings);
        PagesLint.check(specs, findings);
        return findings.stream().distinct().sorted().toList();
    }
}
