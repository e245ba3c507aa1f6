package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"
)

func check(what string, err error) {
	fmt.Println(what, "->", err)
	if err != nil {
		fmt.Printf("  %T exist=%v notexist=%v perm=%v is=%v\n", err, os.IsExist(err), os.IsNotExist(err), os.IsPermission(err), errors.Is(err, fs.ErrNotExist))
		var pe *fs.PathError
		if errors.As(err, &pe) {
			fmt.Printf("  %s %s %v %T\n", pe.Op, filepath.Base(pe.Path), pe.Err, pe.Err)
		}
	}
}

func main() {
	dir, err := os.MkdirTemp("", "test*dir")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	if err := os.Chdir(dir); err != nil {
		fmt.Println(err)
	}
	check("write", os.WriteFile("a.txt", []byte("hello\nworld\n"), 0644))
	b, err := os.ReadFile("a.txt")
	fmt.Printf("%q %v\n", b, err)
	_, err = os.ReadFile("none.txt")
	check("read none", err)
	_, err = os.Open("")
	check("open empty", err)
	check("mkdir", os.Mkdir("d", 0755))
	check("mkdir again", os.Mkdir("d", 0755))
	check("mkdir deep", os.Mkdir("x/y/z", 0755))
	check("mkdirall", os.MkdirAll("x/y/z", 0755))
	check("mkdirall again", os.MkdirAll("x/y/z/", 0755))
	check("mkdirall file", os.MkdirAll("a.txt", 0755))
	check("mkdirall below file", os.MkdirAll("a.txt/b/c", 0755))
	_, err = os.Stat("a.txt/b")
	check("stat below file", err)
	_, err = os.Create("d")
	check("create dir", err)
	_, err = os.Create("nodir/f")
	check("create in none", err)
	_, err = os.ReadFile("d")
	check("readfile dir", err)
	_, err = os.ReadDir("a.txt")
	check("readdir file", err)
	check("remove none", os.Remove("nope"))
	check("remove full", os.Remove("x"))
	check("rename", os.Rename("a.txt", "d/b.txt"))
	check("rename none", os.Rename("a.txt", "c.txt"))
	check("rename to dir", os.Rename("d/b.txt", "x"))
	check("chdir none", os.Chdir("zzz"))
	check("truncate none", os.Truncate("zzz", 1))
	check("chmod none", os.Chmod("zzz", 0))
	check("removeall none", os.RemoveAll("zzz"))
	check("removeall .", os.RemoveAll("."))
	fi, err := os.Stat("d/b.txt")
	fmt.Println(fi.Name(), fi.Size(), fi.Mode(), fi.IsDir(), fi.Mode().IsRegular(), fi.Mode().Perm(), fi.Mode().Type())
	fi, err = os.Stat("d")
	fmt.Println(fi.Name(), fi.Mode(), fi.IsDir(), fi.Mode().String(), err)
	f, err := os.OpenFile("log", os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0600)
	fmt.Fprintf(f, "line %d\n", 1)
	f.WriteString("line 2\n")
	fmt.Println(f.Name(), f.Close(), f.Close())
	_, err = f.Write([]byte("x"))
	check("write closed", err)
	f, _ = os.OpenFile("log", os.O_APPEND|os.O_WRONLY, 0)
	f.WriteString("line 3\n")
	_, err = f.Read(make([]byte, 3))
	check("read writeonly", err)
	_, err = f.WriteAt([]byte("x"), 0)
	check("writeat append", err)
	f.Close()
	f, _ = os.Open("log")
	_, err = f.Write([]byte("x"))
	check("write readonly", err)
	sc := bufio.NewScanner(f)
	for sc.Scan() {
		fmt.Println("|" + sc.Text() + "|")
	}
	p, err := f.Seek(5, io.SeekStart)
	fmt.Println(p, err)
	buf := make([]byte, 6)
	n, err := f.Read(buf)
	fmt.Printf("%d %v %q\n", n, err, buf[:n])
	n, err = f.ReadAt(buf, 18)
	fmt.Printf("%d %v %q\n", n, err, buf[:n])
	_, err = f.ReadAt(buf, -1)
	check("readat", err)
	p, err = f.Seek(-3, io.SeekEnd)
	fmt.Println(p, err)
	rest, err := io.ReadAll(f)
	fmt.Printf("%q %v\n", rest, err)
	n, err = f.Read(buf)
	fmt.Println(n, err)
	_, err = f.Seek(-100, io.SeekStart)
	check("seek", err)
	f.Close()
	f, _ = os.Create("rw")
	f.WriteAt([]byte("tail"), 10)
	f.WriteString("head")
	f.Truncate(12)
	f.Seek(0, 0)
	all, _ := io.ReadAll(f)
	fmt.Printf("%q\n", all)
	st, _ := f.Stat()
	fmt.Println(st.Size(), st.Name())
	f.Close()
	_, err = os.OpenFile("rw", os.O_CREATE|os.O_EXCL|os.O_RDWR, 0600)
	check("excl", err)
	for _, n := range []string{"zeta", "alpha", "m"} {
		os.WriteFile(filepath.Join("x", n), []byte(n), 0600)
	}
	os.WriteFile("x/y/inner.go", nil, 0644)
	os.WriteFile("x/y/z/deep.go", nil, 0644)
	es, err := os.ReadDir("x")
	for _, e := range es {
		i, _ := e.Info()
		fmt.Println(e.Name(), e.IsDir(), e.Type(), i.Mode(), e)
	}
	d, _ := os.Open("x")
	names, err := d.Readdirnames(-1)
	sort.Strings(names)
	fmt.Println(names, err)
	names, err = d.Readdirnames(1)
	fmt.Println(names, err)
	d.Close()
	filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if d.IsDir() && d.Name() == "z" {
			return filepath.SkipDir
		}
		fmt.Println("walk", path, d.IsDir())
		return nil
	})
	filepath.Walk("x", func(path string, info fs.FileInfo, err error) error {
		fmt.Println("walk", path, info.Mode())
		return err
	})
	g, err := filepath.Glob("x/*")
	fmt.Println(g, err)
	g, err = filepath.Glob("*/*/*.go")
	fmt.Println(g, err)
	g, err = filepath.Glob("[")
	fmt.Println(g, err)
	fsys := os.DirFS("x")
	g, err = fs.Glob(fsys, "*")
	fmt.Println(g, err)
	data, err := fs.ReadFile(fsys, "alpha")
	fmt.Println(string(data), err)
	_, err = fs.ReadFile(fsys, "../log")
	check("fs escape", err)
	_, err = fs.Stat(fsys, "none")
	check("fs none", err)
	sub, _ := fs.Sub(fsys, "y")
	fs.WalkDir(sub, ".", func(path string, d fs.DirEntry, err error) error {
		fmt.Println("sub", path)
		return nil
	})
	check("symlink", os.Symlink("d", "link"))
	check("symlink twice", os.Symlink("d", "link"))
	t, err := os.Readlink("link")
	fmt.Println(t, err)
	_, err = os.Readlink("d")
	check("readlink dir", err)
	fi, _ = os.Lstat("link")
	fmt.Println(fi.Mode()&fs.ModeSymlink != 0)
	fi, _ = os.Stat("link")
	fmt.Println(fi.IsDir())
	b, err = os.ReadFile("link/b.txt")
	fmt.Printf("%q %v\n", b, err)
	os.Symlink("loop", "loop")
	_, err = os.Stat("loop")
	check("loop", err)
	check("link", os.Link("d/b.txt", "hard"))
	a1, _ := os.Stat("d/b.txt")
	a2, _ := os.Stat("hard")
	fmt.Println(os.SameFile(a1, a2))
	check("removeall", os.RemoveAll("x"))
	_, err = os.Stat("x")
	check("gone", err)
	r, w, _ := os.Pipe()
	go func() {
		fmt.Fprintln(w, "through the pipe")
		w.Close()
	}()
	all, err = io.ReadAll(r)
	fmt.Printf("%q %v\n", all, err)
	old := os.Stdout
	r, w, _ = os.Pipe()
	os.Stdout = w
	fmt.Println("captured")
	fmt.Print("too")
	w.Close()
	os.Stdout = old
	all, _ = io.ReadAll(r)
	fmt.Printf("%q\n", all)
	tf, err := os.CreateTemp(".", "pre*.txt")
	fmt.Println(strings.HasPrefix(filepath.Base(tf.Name()), "pre"), strings.HasSuffix(tf.Name(), ".txt"), err)
	_, err = os.CreateTemp("", "a/b")
	check("createtemp", err)
	os.Setenv("NAME", "gopher")
	os.Setenv("EMPTY", "")
	fmt.Println(os.Getenv("NAME"), os.Getenv("NOPE_X") == "", os.ExpandEnv("$NAME-${NAME}x-$NOPE_X-$$ $ ${} ${x $1 end$"))
	v, ok := os.LookupEnv("EMPTY")
	fmt.Printf("%q %v\n", v, ok)
	os.Unsetenv("EMPTY")
	_, ok = os.LookupEnv("EMPTY")
	fmt.Println(ok)
	check("setenv", os.Setenv("a=b", "x"))
	check("setenv", os.Setenv("", "x"))
	fmt.Println(os.Expand("$a ${b} $c", strings.ToUpper))
	var nilFile *os.File
	_, err = nilFile.Read(nil)
	fmt.Println(err, nilFile.Close())
	fmt.Println(fs.FileMode(0755|fs.ModeDir|fs.ModeSticky), fs.FileMode(0), fs.ModeSymlink|0777, fs.ModePerm)
	for _, p := range []string{".", "", "a", "a/b", "/a", "a/", "a//b", "a/./b", "..", "a/../b", "x\xff"} {
		fmt.Print(fs.ValidPath(p), " ")
	}
	fmt.Println()
	check("copyfs", os.CopyFS("copy", os.DirFS("d")))
	es, _ = os.ReadDir("copy")
	fmt.Println(es)
	os.WriteFile("noread", []byte("x"), 0644)
	var dn, _ = os.OpenFile(os.DevNull, os.O_RDWR, 0)
	n, err = dn.WriteString("lost")
	fmt.Println(n, err)
	n, err = dn.Read(buf)
	fmt.Println(n, err)
}
