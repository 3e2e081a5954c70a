package io.github.wxpaycodegen.reference.page;

/**
 * A line of a list, and a link between pages.
 *
 * @param path the page, relative to the folder of the language and without an extension
 * @param method the HTTP method; empty for a notification
 * @param uri the path on the wire, or the id of a notification
 * @param title the official title
 * @param remark {@code closed} or {@code deprecated}, in the language; empty if neither
 */
public record Entry(String path, String method, String uri, String title, String remark) {
    /** Returns true if new code should not use it. */
    public boolean isWithdrawn() {
        return !remark.isEmpty();
    }

    /** Returns true if this is a notification. */
    public boolean isNotification() {
        return method.isEmpty();
    }
}
