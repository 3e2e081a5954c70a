package io.github.wxpaycodegen.generator.lint;

import io.github.wxpaycodegen.generator.diagnostic.Diagnostic;
import io.github.wxpaycodegen.generator.model.Specs;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds specs that are valid but probably wrong: a time without a format, a state without values, a query that a caller
 * cannot make.
 */
public final class SpecLint {
    private SpecLint() {}

    /** Returns all findings, sorted by place. None of them stops the generator. */
    public static List<Diagnostic> check(Specs specs) {
        List<DeclaredField> fields = DeclaredField.all(specs);
        List<Diagnostic> findings = new ArrayList<>();
        fields.forEach(field -> FieldLint.check(field, findings));
        fields.forEach(field -> FieldLint.checkDescription(field, findings));
        EnumLint.check(fields, findings);
        EnumLint.checkNames(specs, fields, findings);
        SettlementLint.check(specs, findings);
        EffectLint.check(specs, findings);
        SiblingLint.check(specs, findings);
        NameLint.check(specs, findings);
        NotificationLint.check(specs, findings);
        NotifyUrlLint.check(specs, findings);
        PagesLint.check(specs, findings);
        DocsLint.check(specs, findings);
        SpellingLint.check(specs, findings);
        SerialLint.check(specs, findings);
        TypesLint.check(specs, fields, findings);
        return findings.stream().distinct().sorted().toList();
    }

    /** Returns the findings about queries that settle writes, sorted by place. */
    public static List<Diagnostic> unsettled(Specs specs) {
        List<Diagnostic> findings = new ArrayList<>();
        SettlementLint.check(specs, findings);
        return findings.stream().distinct().sorted().toList();
    }
}
