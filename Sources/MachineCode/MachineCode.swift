// MachineCode
