/**
 * Parameters, links and jumps with which a page, a mini program or an app opens WeChat Pay. The server creates them,
 * because they are signed; nothing is sent.
 */
@NullMarked
package io.github.wxpaycodegen.runtime.frontend;

import org.jspecify.annotations.NullMarked;
