package sum

import (
	"fmt"
	"os"
	"testing"
)

func Sum(xs ...int) (t int) {
	for _, x := range xs {
		t += x
	}
	return
}

func TestMain(m *testing.M) {
	fmt.Println("set up")
	status := m.Run()
	fmt.Println("tear down")
	os.Exit(status)
}

func TestSum(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	if Sum(1, 2) != 3 || dir == "" {
		t.Error("wrong")
	}
}
