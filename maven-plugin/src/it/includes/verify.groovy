File classes = new File(basedir, 'target/classes/com/example/pay/v2/wxv')
assert new File(classes, 'CreateRentBillRequest.class').file
assert new File(classes, 'FinishRentBillRequest.class').file
assert !new File(classes, 'QueryRentBillRequest.class').exists()
assert !new File(classes, 'CancelBillRequest.class').exists()
assert new File(classes, 'ProfitSharing.class').file : 'shared types that are needed come along'
assert !new File(classes, 'BillState.class').exists() : 'the others do not'
