package io.github.wxpaycodegen.runtime;

/**
 * A place in the chain of API interfaces.
 *
 * <p>Generated interfaces extend it. Implement them in tests alone: methods are added without notice.
 */
@FunctionalInterface
public interface ApiNode {
    /** The client and its options, which calls from here on use. */
    ApiContext context();
}
