import groovy.json.JsonSlurper

String log = new File(basedir, 'build.log').text
assert log =~ /exported OpenAPI documents to .*wxpay-openapi: 3 files written, 0 unchanged, 0 deleted/
assert log.count('nothing changed: the OpenAPI documents are up to date') == 1
assert log =~ /exported OpenAPI documents to .*other: 2 files written/
assert log.contains('openApiVersion must be 3.0 or 3.1 (was `2.0`)')

File documents = new File(basedir, 'target/wxpay-openapi')
def all = new JsonSlurper().parse(new File(documents, 'openapi.json'))
assert all.openapi == '3.1.1'
assert all.info.version == '7'
assert all.paths.keySet().containsAll(['/v3/mine/orders', '/wxv/cancelbill'])
def mine = new JsonSlurper().parse(new File(documents, 'v3/mine.json'))
assert mine.paths.keySet() as List == ['/v3/mine/orders']
assert mine.paths['/v3/mine/orders'].post['x-wxpay-uncertain-errors'] == ['SYSTEM_ERROR']
assert new File(documents, 'v2/wxv.json').file
assert new File(basedir, 'target/other/v2/wxv.yaml').text.startsWith('openapi: 3.0.3')
