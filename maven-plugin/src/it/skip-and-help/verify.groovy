String log = new File(basedir, 'build.log').text
assert log.contains('wxpay.skip is set: no client is generated')
assert !new File(basedir, 'target/generated-sources').exists()

for (name in ['basePackage', 'specDirectory', 'includes', 'excludes', 'outputDirectory', 'resourceDirectory', 'skip']) {
    assert log =~ /(?m)^    $name\b/ : "the help says nothing of $name"
}
