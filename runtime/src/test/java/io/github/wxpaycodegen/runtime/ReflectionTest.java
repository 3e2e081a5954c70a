package io.github.wxpaycodegen.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import io.github.wxpaycodegen.testsupport.Packages;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Uses of reflection and of resources in the runtime. A native image includes only what it is told of, so each of them
 * needs an entry here and, for a resource, in {@code META-INF/native-image}.
 */
class ReflectionTest {
    private static final Pattern REFLECTIVE = Pattern.compile("java\\.lang\\.reflect\\..*"
            + "|java\\.lang\\.Class\\.(forName|newInstance|get(Declared)?(Method|Field|Constructor)s?"
            + "|getRecordComponents|getResource(AsStream)?)\\(.*"
            + "|java\\.lang\\.ClassLoader\\.(loadClass|getResources?|getResourceAsStream)\\(.*"
            + "|java\\.lang\\.invoke\\.MethodHandles\\$Lookup\\.(find|unreflect).*"
            + "|java\\.util\\.(ServiceLoader|ResourceBundle)\\..*|java\\.io\\.Object(In|Out)putStream\\..*");

    private static final JavaClasses CLASSES = Packages.of(WxPayConfig.class);

    @Test
    void onlyBouncyCastleIsLookedUpByName() {
        assertThat(CLASSES.stream()
                        .flatMap(each -> each.getAccessesFromSelf().stream())
                        .filter(ReflectionTest::isReflective)
                        .map(access -> access.getOriginOwner().getSimpleName() + "."
                                + access.getTarget().getName()))
                .containsOnly(
                        // Finds the provider where a user added it.
                        "BouncyCastle.forName",
                        "BouncyCastle.getDeclaredConstructor",
                        "BouncyCastle.newInstance",
                        // Reads the schema, which resource-config.json lists.
                        "NotificationTable.getResourceAsStream");
    }

    private static boolean isReflective(JavaAccess<?> access) {
        return REFLECTIVE.matcher(access.getTarget().getFullName()).matches();
    }
}
