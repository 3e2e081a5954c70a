/** Tools for who writes specs; a build needs none of them. */
package io.github.wxpaycodegen.generator.tool;
