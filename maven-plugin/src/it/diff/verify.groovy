String log = new File(basedir, 'build.log').text
assert log.contains('wire: POST v3/mine/orders: the maximum length of `request.out_no` changed: `32` became `16`')
assert log.contains('next version: 2.0.0')
assert new File(basedir, 'target/changes.json').text.contains('"wire"')
assert log.contains('the specs have changes of the impact wire, see the report')
assert log.contains('com.example:released-specs:9 could not be resolved: check the version and the repositories')
