/**
 * The XML parser and generator of the runtime, in packages below {@code internal}: Jackson XML, the matching core of
 * Jackson, Woodstox and Stax2. The build relocates their classes here; only the runtime may use them.
 */
package io.github.wxpaycodegen.runtime.xml;
