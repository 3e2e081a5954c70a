String log = new File(basedir, 'build.log').text
assert new File(basedir, 'target/classes/com/example/pay/WxPay.class').file
assert log.count('generated the client: ') == 1
assert log.contains('nothing changed: the client is up to date') : 'the command line and the build differ'
assert new File(basedir, 'src/main/wxpay/wxpay-spec-1.schema.json').text.contains('"$schema"')
assert log.contains('v2/pay/late.yml is not read: the name of a spec must end in .yaml')
assert log =~ /specDirectory is not a directory: .*wxpey\. Create it/
