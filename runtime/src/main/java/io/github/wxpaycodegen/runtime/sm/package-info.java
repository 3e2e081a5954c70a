/**
 * The SM suite (国密) of v3: SM2 signatures with SM3, SM4-GCM, and fields encrypted by SM2. It needs BouncyCastle
 * ({@code org.bouncycastle:bcprov-jdk18on}), which is an optional dependency.
 */
@NullMarked
package io.github.wxpaycodegen.runtime.sm;

import org.jspecify.annotations.NullMarked;
