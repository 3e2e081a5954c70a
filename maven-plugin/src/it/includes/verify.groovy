File classes = new File(basedir, 'target/classes/com/example/pay/v2/wxv')
assert new File(classes, 'CreaterentbillApi.class').file
assert new File(classes, 'FinishrentbillApi.class').file
assert !new File(classes, 'QueryrentbillApi.class').exists()
assert !new File(classes, 'CancelbillApi.class').exists()
assert new File(classes, 'ProfitSharing.class').file : 'shared types that are needed come along'
assert !new File(classes, 'BillState.class').exists() : 'the others do not'
