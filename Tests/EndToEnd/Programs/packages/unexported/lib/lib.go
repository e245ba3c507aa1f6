package lib

type T struct{ n int }

func (T) m() {}

func hidden() {}

type I interface{ m() }
