import GoTypes
import MachineCode

extension ProgramLowering {
  /// Lays out the address space and fills in addresses.
  func link() -> Program {
    let descriptors = DescriptorWriter(types: types, functionIDs: functionIDs).descriptors()
    func aligned(_ address: UInt64, _ alignment: UInt64 = 0x1000) -> UInt64 {
      (address + alignment - 1) & ~(alignment - 1)
    }
    let textBase: UInt64 = 0x401000
    let readOnlyBase = aligned(textBase + UInt64(code.count) * MemoryLayoutMap.textStride)
    let typesBase = aligned(readOnlyBase + UInt64(readOnly.bytes.count), 64)
    let itabsBase = typesBase + UInt64(descriptors.count) * MemoryLayoutMap.descriptorStride
    let dataBase = aligned(itabsBase + UInt64(itabs.count) * MemoryLayoutMap.descriptorStride)
    let dataEnd = aligned(dataBase + UInt64(dataSize), 8)
    let layout = MemoryLayoutMap(
      textBase: textBase, readOnlyBase: readOnlyBase, typesBase: typesBase, itabsBase: itabsBase, dataBase: dataBase,
      dataEnd: dataEnd, arenaBase: types.wordSize == 8 ? 0xc0_0000_0000 : 0x940_0000)

    let functions = functions.map { $0! }
    for relocation in relocations {
      func address(_ value: Int32) -> Int32 {
        switch relocation.kind {
        case .typeWord: Int32(layout.typeWord(TypeID(value)))
        case .itab: Int32(layout.itabWord(Int(value)))
        case .readOnly: Int32(readOnlyBase) + value
        case .data: Int32(dataBase) + value
        case .code: Int32(layout.textAddress(Int(functions[Int(value)].code.start)))
        }
      }
      switch relocation.field {
      case .b: code[relocation.instruction].b = address(code[relocation.instruction].b)
      case .c: code[relocation.instruction].c = address(code[relocation.instruction].c)
      }
    }
    for (offset, function) in readOnly.codePointers {
      let start = functions[Int(function.rawValue)].code.start
      readOnly.setWord(at: offset, to: layout.textAddress(Int(start)), wordSize: types.wordSize)
    }
    for (offset, target) in readOnly.dataPointers {
      readOnly.setWord(at: offset, to: readOnlyBase + UInt64(target), wordSize: types.wordSize)
    }
    for (offset, target) in dataPointers {
      let value = readOnlyBase + UInt64(target)
      setData(at: offset, (0..<types.wordSize).map { UInt8(truncatingIfNeeded: value >> UInt64(8 * $0)) })
    }
    return Program(
      wordSize: types.wordSize, code: code, spans: spans, statementStarts: statementStarts, functions: functions,
      types: descriptors, itabs: itabs.map { Itab(interface: $0.interface, type: $0.type, functions: $0.functions) },
      sites: sites,
      globals: globals.map { global in
        let variable = global.variable
        let path = variable.package.map { $0.path + "." } ?? ""
        return Global(
          name: path + variable.name, type: global.type, address: dataBase + UInt64(global.offset),
          span: .at(variable.position, length: variable.name.utf8.count),
          isLibrary: variable.package?.isLibrary ?? false)
      }, sources: checked.sources, layout: layout, readOnlyData: readOnly.bytes, data: data, entry: entry,
      runtimeFunctions: runtimeFunctions)
  }
}
