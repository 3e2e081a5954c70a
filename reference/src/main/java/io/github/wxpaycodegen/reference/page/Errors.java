package io.github.wxpaycodegen.reference.page;

import java.util.List;

/** The errors that operations share: the codes of both protocols, and the numbers at the end of a v3 Request-ID. */
public record Errors(List<ErrorRow> v2, List<ErrorRow> v3, List<ErrorRow> requestIds) {
    public Errors {
        v2 = List.copyOf(v2);
        v3 = List.copyOf(v3);
        requestIds = List.copyOf(requestIds);
    }
}
