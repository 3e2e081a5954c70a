package io.github.wxpaycodegen.importer.internal.page;

import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import java.util.List;

/**
 * A declared interface, alias or variable.
 *
 * @param namespace the names of the namespaces around it
 * @param parents the interfaces that it extends
 */
record Declaration(List<String> namespace, String name, TsType type, List<TsType> parents, SourceSpan span) {}
