String log = new File(basedir, 'build.log').text
assert log.contains('v2/wxv/cancelbill.yaml replaces the bundled spec')
assert !log.contains('v2/pay/reverse.yaml replaces')
assert new File(basedir, 'target/classes/com/example/Caller.class').file
