package io.github.wxpaycodegen.reference;

import io.github.wxpaycodegen.generator.SpecCheck;
import io.github.wxpaycodegen.generator.diagnostic.Diagnostic;
import io.github.wxpaycodegen.generator.model.Specs;
import io.github.wxpaycodegen.generator.plan.ClientPlanner;
import io.github.wxpaycodegen.generator.plan.JavaClient;
import io.github.wxpaycodegen.generator.read.SpecFile;
import io.github.wxpaycodegen.generator.read.SpecReader;
import io.github.wxpaycodegen.generator.read.SpecReading;
import io.github.wxpaycodegen.generator.write.OutputWriter;
import io.github.wxpaycodegen.reference.build.SiteBuilder;
import io.github.wxpaycodegen.reference.page.Site;
import io.github.wxpaycodegen.reference.render.SiteFiles;
import io.github.wxpaycodegen.reference.text.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.lang.model.SourceVersion;

/**
 * Writes a static site that describes every operation and notification of specs, in Chinese and English, with a search that needs
 * no server. The site works at any address and from a directory, and makes no request to anybody.
 */
public final class ReferenceSite {
    /** The package of the client {@code wxpay-client}. */
    public static final String CLIENT_PACKAGE = SiteBuilder.CLIENT_PACKAGE;

    private ReferenceSite() {}

    /**
     * Writes the site. Changed files are written, obsolete ones deleted, and other files are not touched: the directory is best
     * used for nothing else.
     *
     * @param basePackage the package of the client, which the Java code of the pages names
     * @throws IllegalArgumentException if it is not a valid package name
     * @throws IOException if a file cannot be written or deleted
     */
    public static SiteResult write(List<SpecFile> specs, String basePackage, Path directory) throws IOException {
        if (!SourceVersion.isName(basePackage)) {
            throw new IllegalArgumentException("basePackage must be the name of a Java package: " + basePackage);
        }
        SpecReading reading = SpecReader.read(specs);
        List<Diagnostic> wrong = SpecCheck.check(reading);
        if (!wrong.isEmpty()) {
            return new SiteResult(0, 0, List.of(), List.of(), List.of(), List.of(), wrong);
        }
        Specs all = reading.specs().orElseThrow();
        JavaClient client = ClientPlanner.plan(all, all, basePackage);
        Site chinese = SiteBuilder.build(all, client, Language.CHINESE);
        Site english = SiteBuilder.build(all, client, Language.ENGLISH);
        // All files are in one directory, with its manifest.
        OutputWriter writer = new OutputWriter(directory, directory);
        writer.write(SiteFiles.of(chinese, english));
        return new SiteResult(
                english.operations().size(),
                english.notifications().size(),
                writer.written(),
                writer.unchanged(),
                writer.deleted(),
                writer.warnings(),
                List.of());
    }
}
