File classes = new File(basedir, 'target/classes/com/example/pay/v2/wxv')
assert new File(classes, 'CreaterentbillRequest.class').file
assert new File(classes, 'FinishrentbillRequest.class').file
assert !new File(classes, 'QueryrentbillRequest.class').exists()
assert !new File(classes, 'CancelbillRequest.class').exists()
assert new File(classes, 'ProfitSharing.class').file : 'shared types that are needed come along'
assert !new File(classes, 'BillState.class').exists() : 'the others do not'
