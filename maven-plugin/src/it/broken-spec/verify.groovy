String log = new File(basedir, 'build.log').text
assert log.contains('''\
[ERROR] error[WX101]: unknown key `requird` in the field `a`
[ERROR]  --> v2/pay/broken.yaml:5:23
[ERROR]   |
[ERROR] 5 |     a: {type: string, requird: true}
[ERROR]   |                       ^^^^^^^
[ERROR]   = help: did you mean `required`?
''')
assert log.contains('error[WX301]: unknown type `nix`')
assert log.contains('there are 2 errors in the specs')
assert !log.contains('\tat io.github.wxpaycodegen')
assert !new File(basedir, 'target/generated-sources/wxpay/com').exists()
