package io.github.wxpaycodegen.runtime;

/**
 * A step in the chain of generated API interfaces. Do not implement this interface: methods are added without notice.
 */
@FunctionalInterface
public interface ApiNode {
    /** Returns the context of the calls from this step on. */
    ApiContext context();
}
