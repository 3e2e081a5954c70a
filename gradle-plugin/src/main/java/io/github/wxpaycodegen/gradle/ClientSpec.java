package io.github.wxpaycodegen.gradle;

import org.gradle.api.file.DirectoryProperty;
import org.gradle.api.provider.ListProperty;
import org.gradle.api.provider.Property;

/** Settings of a generated client. */
public interface ClientSpec {
    /** Returns the package of {@code WxPay}; the other packages are below it. Required. */
    Property<String> getBasePackage();

    /**
     * Returns globs over URIs, such as {@code v2/wxv/**}, and over the paths of notifications, such as
     * {@code notifications/v3/TRANSACTION.*}. They select what is generated, from the project's own specs too; by
     * default, everything. Queries that settle an included operation ({@code settledBy}) are also included.
     */
    ListProperty<String> getIncludes();

    /**
     * Returns globs like those of {@link #getIncludes}, for specs to omit, even a query that would otherwise be
     * included.
     */
    ListProperty<String> getExcludes();

    /**
     * Returns the directory of the project's own specs, at the paths of their URIs. If it is not set, they are in
     * {@code src/main/wxpay}, which need not exist; a directory that is set must.
     */
    DirectoryProperty getSpecDirectory();
}
