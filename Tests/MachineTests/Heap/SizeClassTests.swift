import Testing

@testable import Machine

@Suite struct SizeClassTests {
  /// Objects per span and tail waste as runtime/sizeclasses.go of Go 1.23 lists them.
  @Test func spansHoldTheListedNumberOfSlots() {
    let objects = [
      1024, 512, 341, 256, 170, 128, 102, 85, 73, 64, 56, 51, 46, 42, 39, 36, 34, 32, 28, 25, 23, 21, 19, 18, 17, 16,
      14, 12, 11, 10, 9, 8, 7, 6, 11, 5, 9, 4, 7, 3, 8, 5, 7, 2, 5, 3, 4, 5, 6, 7, 1, 6, 5, 4, 3, 2, 3, 4, 1, 4, 3, 2,
      3, 1, 3, 2, 1,
    ]
    let tailWaste = [
      0, 0, 8, 0, 32, 0, 32, 32, 16, 0, 128, 32, 96, 128, 80, 128, 32, 0, 128, 192, 96, 128, 288, 128, 32, 0, 128,
      512, 448, 512, 128, 0, 128, 512, 896, 512, 256, 0, 256, 128, 0, 384, 384, 0, 256, 256, 0, 128, 256, 768, 0, 512,
      512, 0, 128, 0, 256, 0, 0, 0, 128, 0, 256, 0, 128, 0, 0,
    ]
    #expect(objects.count == SizeClass.count - 1)
    for sizeClass in 1..<SizeClass.count {
      #expect(SizeClass.slots(sizeClass) == objects[sizeClass - 1], "class \(sizeClass)")
      let waste = SizeClass.pages(sizeClass) * 8192 - SizeClass.slots(sizeClass) * SizeClass.slotSize(sizeClass)
      #expect(waste == tailWaste[sizeClass - 1], "class \(sizeClass)")
      #expect(SizeClass.slots(sizeClass) <= SizeClass.maxSlotsPerSpan)
    }
  }

  @Test func everySizeGetsTheSmallestClassThatHoldsIt() {
    for size in 1...SizeClass.largestSmallSize {
      let sizeClass = SizeClass.forSize(size)
      #expect(SizeClass.slotSize(sizeClass) >= size)
      if sizeClass > 1 { #expect(SizeClass.slotSize(sizeClass - 1) < size) }
    }
  }

  /// Spans find slots by multiplication; it must agree with division at every offset.
  @Test func magicMultiplicationDivides() {
    for sizeClass in 1..<SizeClass.count {
      let size = SizeClass.slotSize(sizeClass)
      let magic = UInt64(0xffff_ffff / UInt64(size) + 1)
      for offset in 0..<SizeClass.pages(sizeClass) * 8192 where offset % 7 == 0 || offset % size < 2 {
        #expect(Int((UInt64(offset) * magic) >> 32) == offset / size)
      }
    }
  }

  /// cap(append([]byte(nil), make([]byte, n)...)) and its like for pointers, from Go 1.23.9.
  @Test func roundsUpAsGoDoes() {
    #expect(SizeClass.roundUp(0, noscan: true) == 0)
    #expect(SizeClass.roundUp(5, noscan: true) == 8)
    #expect(SizeClass.roundUp(33, noscan: true) == 48)
    #expect(SizeClass.roundUp(512, noscan: false) == 512)
    #expect(SizeClass.roundUp(520, noscan: true) == 576)
    #expect(SizeClass.roundUp(520, noscan: false) == 568)
    #expect(SizeClass.roundUp(1024, noscan: false) == 1144)
    #expect(SizeClass.roundUp(32760, noscan: false) == 32760)
    #expect(SizeClass.roundUp(32761, noscan: true) == 32768)
    #expect(SizeClass.roundUp(100_000, noscan: true) == 106_496)
  }
}
