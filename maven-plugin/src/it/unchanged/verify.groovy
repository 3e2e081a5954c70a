import java.time.Instant

String log = new File(basedir, 'build.log').text
assert log.count('generated the client: ') == 1
assert log.contains(' files written, 0 unchanged, 0 deleted')
assert log.count('nothing changed: the client is up to date') == 1

// The second build leaves every file its time: the compiler sees it so, and so does the clock.
assert log.count('Nothing to compile') == 1
Instant firstBuild = Instant.parse((log =~ /Finished at: (\S+)/)[0][1]).plusSeconds(1)
List<File> files = []
new File(basedir, 'target/generated-sources/wxpay').eachFileRecurse { files << it }
new File(basedir, 'target/generated-resources/wxpay').eachFileRecurse { files << it }
assert files.size() > 30
files.each { assert it.lastModified() < firstBuild.toEpochMilli() : "$it was written again" }

File classes = new File(basedir, 'target/classes')
assert new File(classes, 'com/example/pay/v2/wxv/CancelBillRequest.class').file
assert new File(classes, 'META-INF/wxpay/operations.json').text.contains('"/v2/wxv/cancelbill"')
