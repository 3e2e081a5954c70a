package io.github.wxpaycodegen.reference.page;

/**
 * A line of a list, and a link between pages.
 *
 * @param path the page, relative to the folder of the language and without an extension
 * @param method the HTTP method; empty for a notification
 * @param uri the path on the wire, or the id of a notification
 * @param title the official title
 * @param remark {@code closed}, {@code deprecated} or another short remark, in the language; empty for none
 */
public record Entry(String path, String method, String uri, String title, String remark) {
    /** Returns true if this is a notification. */
    public boolean isNotification() {
        return method.isEmpty();
    }
}
