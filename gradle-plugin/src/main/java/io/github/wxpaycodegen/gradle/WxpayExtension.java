package io.github.wxpaycodegen.gradle;

import org.gradle.api.Action;
import org.gradle.api.NamedDomainObjectContainer;

/** The block {@code wxpay} of a build script: the settings of the project's client. */
public interface WxpayExtension extends ClientSpec {
    /**
     * Returns the further clients of the project. Each needs a {@code basePackage} of its own and has a task of its own,
     * {@code generate<Name>Wxpay}. If only these are configured, {@code generateWxpay} generates nothing.
     */
    NamedDomainObjectContainer<NamedClient> getClients();

    /** Configures the further clients: {@code clients { register("hk") { … } }}. */
    default void clients(Action<? super NamedDomainObjectContainer<NamedClient>> action) {
        action.execute(getClients());
    }
}
