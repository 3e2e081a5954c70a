package io.github.wxpaycodegen.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.runtime.internal.crypto.V2Signer;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What no class of the runtime may use: it would make signatures, messages or secrets depend on where the code runs. */
class ForbiddenApisTest {
    private static final Map<String, Pattern> FORBIDDEN = Map.of(
            "the charset of the platform",
            Pattern.compile("java/lang/String\\.(getBytes\\(\\)|<init>\\(\\[B(II)?\\)).*"
                    + "|java/io/(InputStreamReader\\.<init>\\(Ljava/io/InputStream;\\)"
                    + "|OutputStreamWriter\\.<init>\\(Ljava/io/OutputStream;\\)|ByteArrayOutputStream\\.toString\\(\\)).*"
                    + "|java/io/(FileReader|FileWriter|PrintWriter|PrintStream)\\..*|java/util/Scanner\\..*"
                    + "|java/nio/charset/Charset\\.defaultCharset.*"),
            "the language of the platform",
            Pattern.compile("java/lang/String\\.(to(Lower|Upper)Case\\(\\)|format\\(Ljava/lang/String;|formatted\\().*"
                    + "|java/util/Locale\\.getDefault.*"),
            "the time zone of the platform",
            Pattern.compile("java/time/ZoneId\\.systemDefault.*|java/util/TimeZone\\.getDefault.*"
                    + "|java/time/(Local|Offset|Zoned)\\w+\\.now\\(\\).*|java/text/SimpleDateFormat\\..*"),
            "another clock than the configured one",
            Pattern.compile("java/lang/System\\.currentTimeMillis.*|java/time/Instant\\.now\\(\\).*"
                    + "|java/util/Date\\.<init>\\(\\).*"),
            "numbers that can be guessed",
            Pattern.compile("java/util/(Random|SplittableRandom|concurrent/ThreadLocalRandom)\\..*"
                    + "|java/lang/Math\\.random.*"),
            "output that is no log",
            Pattern.compile("java/lang/System\\.(out|err)L.*|.*\\.printStackTrace\\(.*"),
            "readers of XML and of objects that reach further than V2Xml lets them",
            Pattern.compile("javax/xml/(parsers|transform|bind|xpath|validation)/.*|org/xml/sax/.*"
                    + "|java/io/ObjectInputStream\\..*|java/beans/XMLDecoder\\..*"),
            "a parser that the class path decides on",
            Pattern.compile("javax/xml/stream/XML(Input|Output|Event)Factory\\.new.*"));

    /** They have a state, and a client serves many threads. */
    private static final List<String> NEVER_A_FIELD =
            List.of("Ljavax/crypto/Cipher;", "Ljavax/crypto/Mac;", "Ljava/security/Signature;");

    @Test
    void noClassUsesWhatDependsOnThePlatformOrCanBeGuessed() throws Exception {
        Map<String, String> found = new TreeMap<>();
        classes().forEach((name, compiled) -> compiled.references()
                .forEach(reference -> FORBIDDEN.forEach((why, what) -> {
                    if (what.matcher(reference).matches()) {
                        found.put(name + " uses " + reference, why);
                    }
                })));
        assertThat(found).isEmpty();
    }

    @Test
    void whatServesOneThreadIsInNoField() throws Exception {
        assertThat(classes().entrySet().stream()
                        .filter(each -> each.getValue().fieldTypes().stream().anyMatch(NEVER_A_FIELD::contains))
                        .map(Map.Entry::getKey))
                .isEmpty();
    }

    @Test
    void aSignatureOfV2IsComparedInConstantTime() throws Exception {
        CompiledClass signer = classes().get(V2Signer.class.getName().replace('.', '/') + ".class");
        assertThat(signer.references().contains("java/security/MessageDigest.isEqual([B[B)Z"))
                .isTrue();
    }

    /** Were the class files not read rightly, the tests above would find nothing to complain of. */
    @Test
    void theseTestsSeeWhatClassesUse() throws Exception {
        assertThat(classes().size()).isGreaterThan(150);
        assertThat(classes().values().stream().flatMap(each -> each.references().stream()))
                .contains("java/lang/String.getBytes(Ljava/nio/charset/Charset;)[B");
        assertThat(classes().values().stream().flatMap(each -> each.fieldTypes().stream()))
                .contains("Ljava/security/SecureRandom;");
    }

    private static Map<String, CompiledClass> classes() throws IOException, URISyntaxException {
        Path root = Path.of(WxPayConfig.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Map<String, CompiledClass> classes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".class")).toList()) {
                classes.put(
                        root.relativize(file).toString().replace('\\', '/'),
                        CompiledClass.read(Files.readAllBytes(file)));
            }
        }
        return classes;
    }
}
