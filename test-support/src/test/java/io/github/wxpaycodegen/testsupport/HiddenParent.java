package io.github.wxpaycodegen.testsupport;

/** Callers cannot name it, and yet call what it has. */
class HiddenParent {
    public long inherited() {
        return 1;
    }
}
