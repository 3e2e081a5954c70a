package io.github.wxpaycodegen.runtime;

/**
 * A step in the chain of generated API interfaces. Implement the interfaces only in tests: methods are added without
 * notice.
 */
@FunctionalInterface
public interface ApiNode {
    /** Returns the context of the calls from this step on. */
    ApiContext context();
}
