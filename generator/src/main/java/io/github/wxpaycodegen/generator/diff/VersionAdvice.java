package io.github.wxpaycodegen.generator.diff;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The next version number by the rules of semantic versioning. */
public final class VersionAdvice {
    private static final Pattern VERSION = Pattern.compile("([0-9]{1,9})\\.([0-9]{1,9})\\.([0-9]{1,9})(?:[-+].*)?");

    private VersionAdvice() {}

    /**
     * Returns the version that should follow. A breaking change raises the major version, before 1.0 the minor one; an
     * addition raises the minor version, before 1.0 the patch; documentation raises the patch. Without changes the
     * version stays.
     *
     * @param version the version of the old specs, {@code 1.4.2}; the qualifier of a snapshot is ignored
     * @throws IllegalArgumentException if it is not a semantic version
     */
    public static String next(String version, Set<Impact> impacts) {
        Matcher matcher = VERSION.matcher(version);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("`" + version + "` is not a semantic version such as 1.4.2");
        }
        int major = Integer.parseInt(matcher.group(1));
        int minor = Integer.parseInt(matcher.group(2));
        int patch = Integer.parseInt(matcher.group(3));
        if (impacts.isEmpty()) {
            return version;
        }
        boolean breaking = impacts.stream().anyMatch(Impact::isBreaking);
        if (breaking && major > 0) {
            return (major + 1) + ".0.0";
        }
        if (breaking || (major > 0 && impacts.contains(Impact.ADDITIVE))) {
            return major + "." + (minor + 1) + ".0";
        }
        return major + "." + minor + "." + (patch + 1);
    }
}
