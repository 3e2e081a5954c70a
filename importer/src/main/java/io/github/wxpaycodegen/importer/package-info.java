/** Imports what exists elsewhere into specs: OpenAPI documents and documentation pages. */
@NullMarked
package io.github.wxpaycodegen.importer;

import org.jspecify.annotations.NullMarked;
