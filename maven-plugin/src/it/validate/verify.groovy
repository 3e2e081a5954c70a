import groovy.json.JsonSlurper

String log = new File(basedir, 'build.log').text
assert log.contains('''\
[WARNING] warning[WX611]: the length of `attach` is unknown
[WARNING]  --> v2/pay/holdorder.yaml:7:5
[WARNING]   |
[WARNING] 7 |     attach: {type: string, title: 附加数据}
[WARNING]   |     ^^^^^^
[WARNING]   = help: `maxLength: 32`
''')
assert log.contains('info[WX616]: `openid` seems to be personal data')
assert log.contains('0 errors, 1 warning, 1 for information, 1 suppressed')
assert !log.contains('WX615')

assert log =~ /(?m)^::warning file=\S*v2\/pay\/holdorder\.yaml,line=7,col=5,endColumn=11,title=WX611::the length of/
assert log =~ /(?m)^::notice file=/
assert log.contains('the specs have findings of the severity warning or worse')

assert log.contains('error[WX302]: `settledBy` names `v2/pay/orderqury`, which no file describes')
assert log.contains('did you mean `v2/pay/orderquery`?')
assert log.contains('the specs have findings of the severity error or worse')
assert log.contains('wxpay.skip is set: no specs are validated')

// The third run wrote them anew, for the broken spec.
def sarif = new JsonSlurper().parse(new File(basedir, 'target/wxpay.sarif'))
assert sarif.version == '2.1.0'
assert sarif.runs[0].results*.ruleId == ['WX302']
assert sarif.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri.endsWith('src/broken/v2/pay/broken.yaml')
def gitlab = new JsonSlurper().parse(new File(basedir, 'target/gl-code-quality-report.json'))
assert gitlab*.check_name == ['WX302']
assert !new File(basedir, 'target/generated-sources').exists()
