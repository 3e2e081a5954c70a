/**
 * What a page, a mini program or an app needs to bring the user to WeChat Pay: signed parameters, links and jumps. They are
 * made on the server, for they are signed; nothing is sent.
 */
@NullMarked
package io.github.wxpaycodegen.runtime.frontend;

import org.jspecify.annotations.NullMarked;
