import Commands

Gomem.main()
