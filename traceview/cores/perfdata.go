package cores

import "encoding/binary"

// The parts of the perf.data format, and of the underlying kernel ABI, that switches need: all little-endian.

var order = binary.LittleEndian

const (
	magic           = "PERFILE2"
	magicBigEndian  = "2ELIFREP"
	headerSize      = 104 // magic, size, attr size, sections attrs, data, types, 256 feature bits
	pipeHeaderSize  = 16
	attrSize        = 112 // PERF_ATTR_SIZE_VER5: up to sample_max_stack
	minAttrSize     = 96  // PERF_ATTR_SIZE_VER3: up to clockid
	recordHead      = 8   // type u32, misc u16, size u16
	sectionSize     = 16  // offset u64, size u64
	featureNrCPUs   = 7
	featureCmdline  = 11
	featureBits     = 256
	typeSoftware    = 1
	configDummy     = 9
	clockMonotonic  = 1
	attrSampleType  = 24 // offsets in an attr
	attrBits        = 40
	attrWatermark   = 48
	attrClockID     = 92
	idleThread      = 0
	maxFeatureBytes = 1 << 20
)

// sample_type bits. Fields in the trailer of a record other than a sample are in this order.
const (
	sampleTID        = 1 << 1
	sampleTime       = 1 << 2
	sampleID         = 1 << 6
	sampleStreamID   = 1 << 9
	sampleCPU        = 1 << 7
	sampleIdentifier = 1 << 16
	sampleNeeded     = sampleTID | sampleTime | sampleCPU
)

// Bits of an attr.
const (
	bitDisabled      = 1 << 0
	bitInherit       = 1 << 1
	bitExcludeKernel = 1 << 5
	bitExcludeHV     = 1 << 6
	bitComm          = 1 << 9
	bitEnableOnExec  = 1 << 12
	bitTask          = 1 << 13
	bitWatermark     = 1 << 14
	bitSampleIDAll   = 1 << 18
	bitCommExec      = 1 << 24
	bitUseClockID    = 1 << 25
	bitContextSwitch = 1 << 26
)

// Record types; those from 64 on are perf's own.
const (
	recordLost          = 2
	recordComm          = 3
	recordExit          = 4
	recordLostSamples   = 13
	recordSwitch        = 14
	recordSwitchCPUWide = 15
	recordTracingData   = 66
	recordFinishedRound = 68
	recordAuxtrace      = 71
	recordCompressed    = 81
	recordCompressed2   = 83
)

// Bits of a record's misc.
const (
	miscSwitchOut        = 1 << 13
	miscSwitchOutPreempt = 1 << 14
	miscCommExec         = 1 << 13
)

// section is a part of the file.
type section struct{ off, size int64 }

func sectionAt(b []byte) section {
	return section{int64(order.Uint64(b)), int64(order.Uint64(b[8:]))}
}

// within reports whether the section lies in a file of size bytes.
func (s section) within(size int64) bool {
	return s.off >= 0 && s.size >= 0 && s.off <= size && s.size <= size-s.off
}

// trailer is where a record's thread, time and CPU are, relative to its end.
type trailer struct {
	size           int
	tid, time, cpu int // offsets from the trailer's start
}

// trailerOf returns the trailer of records with that sample_type.
func trailerOf(sampleType uint64) trailer {
	var t trailer
	for _, bit := range []uint64{sampleTID, sampleTime, sampleID, sampleStreamID, sampleCPU, sampleIdentifier} {
		if sampleType&bit == 0 {
			continue
		}
		switch bit {
		case sampleTID:
			t.tid = t.size
		case sampleTime:
			t.time = t.size
		case sampleCPU:
			t.cpu = t.size
		}
		t.size += 8
	}
	return t
}
