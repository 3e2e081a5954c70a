/** Validation of a project's own specs: errors and findings, their severities, and reports for people and for CI. */
@NullMarked
package io.github.wxpaycodegen.generator.validate;

import org.jspecify.annotations.NullMarked;
