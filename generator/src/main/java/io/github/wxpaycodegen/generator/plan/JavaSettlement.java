package io.github.wxpaycodegen.generator.plan;

import com.palantir.javapoet.ClassName;
import io.github.wxpaycodegen.generator.model.HttpMethod;
import io.github.wxpaycodegen.generator.model.Settlement;
import java.util.Optional;

/**
 * The query that finds out whether an operation took effect.
 *
 * @param uri its URI, without a leading slash
 * @param query how to call it; empty if it is not generated
 */
public record JavaSettlement(String uri, Optional<Query> query) {
    /**
     * A query that is generated as well.
     *
     * @param api the interface with the query
     * @param fields the fields that it takes from the request of the operation
     */
    public record Query(HttpMethod method, ClassName api, Settlement fields) {}

    /** Returns the query, if it can be called with the fields of the operation's request. */
    public Optional<Query> callable() {
        return query.filter(each -> each.fields().isPossible());
    }
}
