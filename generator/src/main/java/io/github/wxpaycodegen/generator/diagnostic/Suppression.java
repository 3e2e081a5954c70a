package io.github.wxpaycodegen.generator.diagnostic;

/**
 * A request of a spec not to report a kind of finding within a part of a file.
 *
 * @param code the kind of finding
 * @param reason why the spec is right
 * @param span the place of the request
 * @param scope the part of the file: an operation, a notification, a type or a field, with everything inside
 */
public record Suppression(Code code, String reason, SourceSpan span, Scope scope) {
    /** Returns true if it applies to a finding. */
    public boolean covers(Diagnostic finding) {
        return finding.code() == code && scope.contains(finding.span());
    }

    /**
     * A part of a file. Lines and columns are counted from 1; the end is exclusive.
     *
     * @param endLine the line of the first character behind the part
     * @param endColumn the column of that character
     */
    public record Scope(String file, int line, int column, int endLine, int endColumn) {
        /** Returns true if a place begins in this part. */
        public boolean contains(SourceSpan span) {
            return span.file().equals(file)
                    && !isBefore(span.line(), span.column(), line, column)
                    && isBefore(span.line(), span.column(), endLine, endColumn);
        }

        /** Returns true if this part begins later than another one, and so is inside it if both contain one place. */
        public boolean beginsAfter(Scope other) {
            return isBefore(other.line, other.column, line, column);
        }

        private static boolean isBefore(int line, int column, int otherLine, int otherColumn) {
            return line < otherLine || (line == otherLine && column < otherColumn);
        }
    }
}
