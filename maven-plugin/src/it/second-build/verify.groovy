String log = new File(basedir, 'build.log').text
assert log.count('generated the client: ') == 1
assert log.count('the client is up to date') == 1
assert log.contains('0 unchanged, 0 deleted')
assert new File(basedir, 'target/classes/com/example/pay/v2/wxv/CancelbillRequest.class').file
assert new File(basedir, 'target/classes/META-INF/wxpay/operations.json').text.contains('"id": "/v2/wxv/cancelbill"')
