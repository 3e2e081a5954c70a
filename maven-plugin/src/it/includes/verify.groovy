File classes = new File(basedir, 'target/classes/com/example/pay/v2/wxv')
assert new File(classes, 'CreateRentBillApi.class').file
assert new File(classes, 'FinishRentBillApi.class').file
assert !new File(classes, 'QueryRentBillApi.class').exists()
assert !new File(classes, 'CancelBillApi.class').exists()
assert new File(classes, 'ProfitSharing.class').file : 'shared types that are needed come along'
assert !new File(classes, 'BillState.class').exists() : 'the others do not'
