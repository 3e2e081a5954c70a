package io.github.wxpaycodegen.reference.page;

/**
 * A page of the official documentation.
 *
 * @param role the role for which it is written; empty if it is for all
 */
public record OfficialPage(String url, String role) {
    /** Returns the end of its address, which distinguishes it from other pages for the same role: {@code 4012791858}. */
    public String id() {
        return url.substring(url.lastIndexOf('/') + 1);
    }
}
