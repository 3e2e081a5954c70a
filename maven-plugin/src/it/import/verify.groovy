String log = new File(basedir, 'build.log').text
assert log.contains('differences: 1 open, 0 refused')
assert log.contains('nothing was written: to apply what is accepted, add -Dwxpay.import.apply=true')
assert log.contains('wrote v3/mine/orders.yaml')
assert log.contains('the source is not a file or a directory: ')
assert new File(basedir, 'src/main/wxpay/v3/mine/orders.yaml').text.contains('order_no: {type: string, required: true, maxLength: 32')
assert new File(basedir, 'src/main/wxpay-import/v3/mine/orders.yaml').file
assert new File(basedir, 'target/wxpay-import.md').text.contains('| differences open | 0 |')
