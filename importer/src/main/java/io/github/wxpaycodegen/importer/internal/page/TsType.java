package io.github.wxpaycodegen.importer.internal.page;

import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import java.util.List;

/** A type of TypeScript, as far as declarations of messages use them. */
sealed interface TsType {
    /** A name: {@code string}, {@code XmlDataRequest}. */
    record Named(String name, List<TsType> arguments, SourceSpan span) implements TsType {}

    /** A text, a number or a boolean as a type. */
    record Literal(Object value) implements TsType {}

    /** Members between braces. */
    record ObjectOf(List<Member> members) implements TsType {}

    record ArrayOf(TsType element) implements TsType {}

    record Tuple(List<TsType> elements, SourceSpan span) implements TsType {}

    record Union(List<TsType> types, SourceSpan span) implements TsType {}

    record Intersection(List<TsType> types) implements TsType {}

    /** A member of another type: {@code XmlDataRequest['trade_type']}. */
    record Indexed(TsType object, TsType key, SourceSpan span) implements TsType {}

    /** The type of a variable. */
    record TypeOf(String name, SourceSpan span) implements TsType {}

    /** A member of an interface or an object type. */
    record Member(String name, boolean optional, TsType type, SourceSpan span) {}
}
