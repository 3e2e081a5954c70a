File classes = new File(basedir, 'target/classes/com/example')
assert new File(classes, 'Listener.class').file
assert !new File(classes, 'pay/notifications/v3/TransactionSuccess.class').exists() : 'not included'
assert !new File(classes, 'pay/notifications/v2').exists() : 'not included'
String index = new File(basedir, 'target/classes/META-INF/wxpay/notifications.json').getText('UTF-8')
assert index.contains('com.example.pay.notifications.v3.ShopOpened')
