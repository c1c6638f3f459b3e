package workloads

// suites are the test data of the workloads, one each.
var suites = []*suite{
	saySuite, fanOutSuite, earlyExitSuite, waitGroupSuite, imagesSuite, counterSuite, bankSuite, sharedStateSuite,
	unbufferedSuite, bufferedSuite, selectSuite, timeoutSuite, closeSuite,
	leakSuite, cancelSuite, broadcastSuite, quitSuite,
	workerPoolSuite, semaphoreSuite, pipelineSuite, errGroupSuite, parallelSumSuite, fetchSuite,
	httpServerSuite, goMaxProcsSuite, oversubscribedSuite,
	millionSuite, threadsSuite, tightLoopSuite,
	syscallsSuite, netPollSuite, stealSuite,
	mutexHandoffSuite, gcSuite, lockedSuite, timersSuite,
}
