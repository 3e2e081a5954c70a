/** Reads documentation pages that declare an endpoint in TypeScript. */
@NullMarked
package io.github.wxpaycodegen.importer.internal.page;

import org.jspecify.annotations.NullMarked;
