import CHost
import Commands

gomem_prepare_heap()
Gomem.main()
