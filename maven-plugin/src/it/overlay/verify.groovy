String log = new File(basedir, 'build.log').text
assert log.contains('v2/wxv/cancelbill.yaml replaces the bundled spec')
assert !log.contains('v2/pay/reverse.yaml replaces')
assert new File(basedir, 'target/classes/com/example/Caller.class').file
assert log.contains("v2/pay/forgotten.yaml is one of the project's own specs, but includes or excludes omit it")
assert !log.contains('v2/pay/orderquery.yaml is')
