package io.github.wxpaycodegen.runtime.message;

import org.jspecify.annotations.Nullable;

/**
 * A received v2 message that reports a result: a response, or the body of a notification. It has the fields that these have
 * in common; a message whose spec does not declare one of them has null there, unless the gateway sends it.
 *
 * <p>A call returns only responses that report success. For all others it throws {@link
 * io.github.wxpaycodegen.runtime.error.GatewayException}, which has the same fields. A notification may report a failure: read
 * its {@link #resultCode()}.
 *
 * <p>Only generated classes extend this class.
 */
public abstract class V2Result extends ReceivedMessage {
    private final @Nullable String returnCode;
    private final @Nullable String returnMsg;
    private final @Nullable String resultCode;
    private final @Nullable String errCode;
    private final @Nullable String errCodeDes;

    /** Reads the fields of this class; the subclass then reads its own. */
    protected V2Result(FieldReader in) {
        returnCode = in.string("return_code");
        returnMsg = in.string("return_msg");
        resultCode = in.string("result_code");
        errCode = in.string("err_code");
        errCodeDes = in.string("err_code_des");
    }

    /** 返回状态码 ({@code return_code}). Shows whether the gateway accepted the call. Null if absent. */
    public final @Nullable ReturnCode returnCode() {
        return returnCode == null ? null : ReturnCode.of(returnCode);
    }

    /** Same as {@link #returnCode()}, by wire value. Null if absent. */
    public final @Nullable String returnCodeValue() {
        return returnCode;
    }

    /** 返回信息 ({@code return_msg}). If the gateway did not accept the call, the reason. Null if absent. */
    public final @Nullable String returnMsg() {
        return returnMsg;
    }

    /** 业务结果 ({@code result_code}). Shows whether the requested operation was done. Null if absent. */
    public final @Nullable ResultCode resultCode() {
        return resultCode == null ? null : ResultCode.of(resultCode);
    }

    /** Same as {@link #resultCode()}, by wire value. Null if absent. */
    public final @Nullable String resultCodeValue() {
        return resultCode;
    }

    /** 错误代码 ({@code err_code}). If the operation was not done, the reason as a code. Null if absent. */
    public final @Nullable String errCode() {
        return errCode;
    }

    /** 错误代码描述 ({@code err_code_des}). The meaning of {@link #errCode()}, in the gateway's words. Null if absent. */
    public final @Nullable String errCodeDes() {
        return errCodeDes;
    }

    /** Writes the fields of this class; the subclass then writes its own. */
    @Override
    protected void writeFields(FieldWriter out) {
        out.string("return_code", returnCode);
        out.string("return_msg", returnMsg);
        out.string("result_code", resultCode);
        out.string("err_code", errCode);
        out.string("err_code_des", errCodeDes);
    }
}
