package workloads

// suites are the test data of the workloads, one each.
var suites = []*suite{
	fanOutSuite, earlyExitSuite, imagesSuite, bankSuite, sharedStateSuite,
	unbufferedSuite, bufferedSuite, selectSuite, timeoutSuite,
	leakSuite, cancelSuite, broadcastSuite, quitSuite,
	semaphoreSuite, pipelineSuite, parallelSumSuite, fetchSuite,
	httpServerSuite, goMaxProcsSuite, oversubscribedSuite,
	millionSuite, threadsSuite,
	syscallsSuite, netPollSuite, stealSuite,
	mutexHandoffSuite, gcSuite, lockedSuite, timersSuite,
}
