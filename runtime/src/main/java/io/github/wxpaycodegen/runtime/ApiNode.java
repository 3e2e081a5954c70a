package io.github.wxpaycodegen.runtime;

/** A place in the chain of API interfaces. Generated interfaces extend it; they grow, so they are not for implementing. */
@FunctionalInterface
public interface ApiNode {
    /** The client and its options, which calls from here on use. */
    ApiContext context();
}
