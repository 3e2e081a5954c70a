/**
 * The Maven goals, such as {@code wxpay:generate} and {@code wxpay:validate}: thin layers over the generator, the importer and
 * the reference site.
 */
@NullMarked
package io.github.wxpaycodegen.maven;

import org.jspecify.annotations.NullMarked;
