import java.time.Instant

String log = new File(basedir, 'build.log').text
assert log.count('generated the client: ') == 2
assert log =~ /[1-9]\d* files written, [1-9]\d* unchanged, [1-9]\d* deleted/

File sources = new File(basedir, 'target/generated-sources/wxpay/com/example/pay/v2/mine')
String changed = new File(sources, 'MineChangedRequest.java').text
assert changed.contains('"b"') && !changed.contains('"a"')
assert sources.list().every { !it.startsWith('Deleted') }
Instant firstBuild = Instant.parse((log =~ /Finished at: (\S+)/)[0][1]).plusSeconds(1)
assert new File(sources, 'MineSameRequest.java').lastModified() < firstBuild.toEpochMilli() : 'it was written again'

File classes = new File(basedir, 'target/classes')
assert new File(classes, 'com/example/pay/v2/mine/MineSameRequest.class').file
assert !new File(classes, 'com/example/pay/v2/mine/MineDeletedRequest.class').exists()
String index = new File(classes, 'META-INF/wxpay/operations.json').text
assert index.contains('"/v2/mine/changed"') && !index.contains('"/v2/mine/deleted"')

// A class is not emitted again unless its plan differs from the one that was recorded.
List<String> record = new File(basedir, 'target/generated-sources/wxpay.emitted').readLines()
assert record.any { it.startsWith('java/com/example/pay/v2/mine/MineSameRequest.java ') }
assert record.every { !it.contains('Deleted') }
