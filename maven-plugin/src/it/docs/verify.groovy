String log = new File(basedir, 'build.log').getText('UTF-8')
assert log =~ /described 1\d{3} operations and \d+ notifications: [1-9]\d+ files written, 0 unchanged, 0 deleted/
assert log.contains('basePackage must be the name of a Java package: com.example.')
assert log.contains('specDirectory is not a directory: ')
File site = new File(basedir, 'target/wxpay-docs')
assert new File(site, 'index.html').file
String page = new File(site, 'zh/v2/pay/holdorder.post.html').getText('UTF-8')
assert page.contains('冻结订单')
assert page.contains('import com.example.pay.WxPay;')
assert new File(site, 'en/v3/pay/transactions/native.post.md').file
assert new File(site, 'assets/index.js').getText('UTF-8').contains('冻结订单')
