for (client in ['pay', 'second']) {
    assert new File(basedir, "target/classes/com/example/$client/WxPay.class").file : "there is no client $client"
}
assert new File(basedir, 'target/generated-sources/wxpay/com/example/pay/WxPay.java').file
assert new File(basedir, 'target/generated-sources/wxpay-second/com/example/second/WxPay.java').file

String log = new File(basedir, 'build.log').text
assert log.count('nothing changed: the client is up to date') == 2
assert log.contains('the executions default and second generate different clients into') ||
        log.contains('the executions second and default generate different clients into')

// Which execution is the first one depends on the version of Maven.
String index = new File(basedir, 'target/classes/META-INF/wxpay/operations.json').text
String first = index.contains('com.example.pay.') ? 'default' : 'second'
String other = first == 'default' ? 'second' : 'default'
assert index.contains(first == 'default' ? 'com.example.pay.' : 'com.example.second.')
assert log.contains("lists the operations of execution $first, that of $other stays in")
