package io.github.wxpaycodegen.runtime.frontend;

import io.github.wxpaycodegen.runtime.internal.wire.PercentEncoding;
import io.github.wxpaycodegen.runtime.internal.wire.RequestParts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A WeChat Pay view and its data, in the form that each kind of front end needs. Immutable. */
public final class BusinessView {
    private final String businessType;
    private final Map<String, String> data;

    BusinessView(String businessType, Map<String, String> data) {
        this.businessType = businessType;
        this.data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
    }

    /** Returns the name of the view: {@code wxpayScoreUse}. */
    public String businessType() {
        return businessType;
    }

    /** Returns the data, signed if the view requires it; unmodifiable. */
    public Map<String, String> extraData() {
        return data;
    }

    /** Returns the data as a query without a question mark, its values urlencoded. */
    public String queryString() {
        List<RequestParts.Parameter> parameters = new ArrayList<>();
        data.forEach((name, value) -> parameters.add(new RequestParts.Parameter(name, value)));
        return PercentEncoding.query(parameters).substring(1);
    }

    /** Returns the call for a mini program: {@code wx.openBusinessView}. */
    public Jump miniProgram() {
        return new Jump("wx.openBusinessView", argument("extraData", data));
    }

    /** Returns the call for a page in WeChat: {@code wx.invoke('openBusinessView', ...)}. */
    public Jump jsapi() {
        return new Jump("openBusinessView", argument("queryString", queryString()));
    }

    /** Returns the call for an app: {@code WXOpenBusinessView.Req} of the open SDK. */
    public Jump app() {
        return new Jump("WXOpenBusinessView", argument("query", queryString()));
    }

    private Map<String, Object> argument(String name, Object value) {
        Map<String, Object> argument = new LinkedHashMap<>();
        argument.put("businessType", businessType);
        argument.put(name, value);
        return argument;
    }

    /** Returns true if the other is the same view with the same data. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BusinessView that && businessType.equals(that.businessType) && data.equals(that.data);
    }

    @Override
    public int hashCode() {
        return data.hashCode();
    }

    /** Returns the name of the view, but not the data, which may contain a signature. */
    @Override
    public String toString() {
        return "BusinessView{" + businessType + "}";
    }
}
