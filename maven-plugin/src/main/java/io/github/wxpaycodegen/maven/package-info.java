/**
 * The Maven goals, such as {@code wxpay:generate} and {@code wxpay:validate}: thin layers over the generator and the importer.
 */
@NullMarked
package io.github.wxpaycodegen.maven;

import org.jspecify.annotations.NullMarked;
