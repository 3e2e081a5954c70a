package io.github.wxpaycodegen.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import io.github.wxpaycodegen.runtime.internal.crypto.V2Signer;
import io.github.wxpaycodegen.testsupport.Packages;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** APIs that no class of the runtime may use: signatures, messages or secrets would depend on where the code runs. */
class ForbiddenApisTest {
    private static final Map<String, Pattern> FORBIDDEN = Map.of(
            "the charset of the platform",
            Pattern.compile("java\\.lang\\.String\\.(getBytes\\(\\)|<init>\\(\\[B(, int, int)?\\))"
                    + "|java\\.io\\.(InputStreamReader\\.<init>\\(java\\.io\\.InputStream\\)"
                    + "|OutputStreamWriter\\.<init>\\(java\\.io\\.OutputStream\\)|ByteArrayOutputStream\\.toString\\(\\))"
                    + "|java\\.io\\.(FileReader|FileWriter|PrintWriter|PrintStream)\\..*|java\\.util\\.Scanner\\..*"
                    + "|java\\.nio\\.charset\\.Charset\\.defaultCharset.*"),
            "the language of the platform",
            Pattern.compile(
                    "java\\.lang\\.String\\.(to(Lower|Upper)Case\\(\\)|format\\(java\\.lang\\.String,.*|formatted\\(.*)"
                            + "|java\\.util\\.Locale\\.getDefault.*"),
            "the time zone of the platform",
            Pattern.compile("java\\.time\\.ZoneId\\.systemDefault.*|java\\.util\\.TimeZone\\.getDefault.*"
                    + "|java\\.time\\.(Local|Offset|Zoned)\\w+\\.now\\(\\)|java\\.text\\.SimpleDateFormat\\..*"),
            "another clock than the configured one",
            Pattern.compile("java\\.lang\\.System\\.currentTimeMillis.*|java\\.time\\.Instant\\.now\\(\\)"
                    + "|java\\.util\\.Date\\.<init>\\(\\)"),
            "numbers that can be guessed",
            Pattern.compile("java\\.util\\.(Random|SplittableRandom|concurrent\\.ThreadLocalRandom)\\..*"
                    + "|java\\.lang\\.Math\\.random.*"),
            "output that is no log",
            Pattern.compile("java\\.lang\\.System\\.(out|err)|.*\\.printStackTrace\\(.*"),
            "readers of XML and of objects that reach further than V2Xml lets them",
            Pattern.compile("javax\\.xml\\.(parsers|transform|bind|xpath|validation)\\..*|org\\.xml\\.sax\\..*"
                    + "|java\\.io\\.ObjectInputStream\\..*|java\\.beans\\.XMLDecoder\\..*"),
            "a parser that the class path decides on",
            Pattern.compile("javax\\.xml\\.stream\\.XML(Input|Output|Event)Factory\\.new.*"));

    /** They have a state, and a client serves many threads. */
    private static final Set<String> NEVER_A_FIELD =
            Set.of("javax.crypto.Cipher", "javax.crypto.Mac", "java.security.Signature");

    private static final JavaClasses CLASSES = Packages.of(WxPayConfig.class);

    @Test
    void usesNoPlatformDependentOrGuessableApi() {
        Map<String, String> found = new TreeMap<>();
        CLASSES.forEach(each -> uses(each)
                .forEach(used -> FORBIDDEN.forEach((why, what) -> {
                    if (what.matcher(used).matches()) {
                        found.put(each.getName() + " uses " + used, why);
                    }
                })));
        assertThat(found).isEmpty();
    }

    @Test
    void keepsNoThreadUnsafeObjectInFields() {
        assertThat(CLASSES.stream()
                        .flatMap(each -> each.getFields().stream())
                        .filter(field ->
                                NEVER_A_FIELD.contains(field.getRawType().getName())))
                .isEmpty();
    }

    @Test
    void comparesV2SignaturesInConstantTime() {
        assertThat(uses(CLASSES.get(V2Signer.class))).contains("java.security.MessageDigest.isEqual([B, [B)");
    }

    /** Were the class files not read rightly, the tests above would find nothing to complain of. */
    @Test
    void testsDetectForbiddenUses() {
        assertThat(CLASSES.size()).isGreaterThan(150);
        assertThat(CLASSES.stream().flatMap(ForbiddenApisTest::uses))
                .contains(
                        "java.lang.String.getBytes(java.nio.charset.Charset)",
                        "java.lang.String.<init>([B, java.nio.charset.Charset)",
                        "java.lang.Class.getName()");
        assertThat(CLASSES.stream().flatMap(each -> each.getFields().stream()))
                .anyMatch(field -> field.getRawType().isEquivalentTo(SecureRandom.class));
    }

    /** Returns the fields, methods and constructors that a class uses, called or as references. */
    private static Stream<String> uses(JavaClass user) {
        return user.getAccessesFromSelf().stream()
                .map(access -> access.getTarget().getFullName());
    }
}
