package io.github.wxpaycodegen.generator.read;

import java.io.IOException;
import java.util.List;

/** Reads the specs of {@code wxpay-api-specs} from a class path. */
public final class BundledSpecs {
    /** The folder of the specs in their jar, which is where they are on a class path. */
    public static final String FOLDER = "wxpay-specs";

    private BundledSpecs() {}

    /**
     * Returns the specs, sorted by path. They are in a jar, or in a directory of classes.
     *
     * @throws IOException if the class path has no specs, or they cannot be read
     */
    public static List<SpecFile> read(ClassLoader classPath) throws IOException {
        if (classPath.getResource(FOLDER) == null) {
            throw new IOException("there are no bundled specs: wxpay-api-specs is not on the class path");
        }
        try (ResourceTree specs = ResourceTree.open(classPath, FOLDER)) {
            return SpecFiles.ofDirectory(specs.root());
        }
    }
}
