/** Reads OpenAPI documents: Swagger 2.0 and OpenAPI 3. */
@NullMarked
package io.github.wxpaycodegen.importer.internal.openapi;

import org.jspecify.annotations.NullMarked;
