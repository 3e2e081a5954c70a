/** Builds pages from the spec model and the plan of the client. */
@NullMarked
package io.github.wxpaycodegen.reference.build;

import org.jspecify.annotations.NullMarked;
