// Lists what the real Go's packages export and ours do not, or export with another signature.
//
//	go run main.go OUR-LIBRARY [PACKAGE...]
//
// One line per missing thing: "package: what". Without packages, all that our library has are compared. It ends with
// status 1 if anything is missing.
package main

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/build"
	"go/parser"
	"go/printer"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
)

// exports is what a package's source text declares: name (for methods and fields "Type.Name") and its signature.
type exports map[string]string

func main() {
	library := os.Args[1]
	packages := os.Args[2:]
	if len(packages) == 0 {
		filepath.Walk(library, func(path string, info os.FileInfo, err error) error {
			name, _ := filepath.Rel(library, filepath.Dir(path))
			if strings.HasSuffix(path, ".go") && !strings.HasPrefix(name, "internal") &&
				(!slices.Contains(packages, name)) {
				packages = append(packages, name)
			}
			return nil
		})
	}
	missing := 0
	for _, name := range packages {
		real, err := build.Default.Import(name, "", 0)
		if err != nil {
			fmt.Println(name+":", err)
			os.Exit(2)
		}
		theirs, ours := exports{}, exports{}
		for _, file := range real.GoFiles {
			theirs.add(filepath.Join(real.Dir, file))
		}
		files, _ := filepath.Glob(filepath.Join(library, name, "*.go"))
		for _, file := range files {
			if !strings.HasSuffix(file, "_386.go") {
				ours.add(file)
			}
		}
		var lines []string
		for what, signature := range theirs {
			if found, ok := ours[what]; !ok {
				lines = append(lines, what+" "+signature)
			} else if found != signature && signature != "" {
				lines = append(lines, what+" is "+found+", not "+signature)
			}
		}
		for what := range ours {
			if _, ok := theirs[what]; !ok {
				lines = append(lines, what+" is only ours")
			}
		}
		sort.Strings(lines)
		for _, line := range lines {
			fmt.Println(name + ": " + line)
		}
		missing += len(lines)
	}
	if missing > 0 {
		os.Exit(1)
	}
}

func (e exports) add(path string) {
	file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
	if err != nil {
		fmt.Println(err)
		os.Exit(2)
	}
	for _, declaration := range file.Decls {
		switch d := declaration.(type) {
		case *ast.FuncDecl:
			name := d.Name.Name
			if d.Recv != nil {
				receiver, star := receiverName(d.Recv.List[0].Type)
				if !ast.IsExported(receiver) || !ast.IsExported(name) {
					continue
				}
				e[receiver+"."+name] = star + signature(d.Type)
			} else if ast.IsExported(name) {
				e[name] = signature(d.Type)
			}
		case *ast.GenDecl:
			for _, spec := range d.Specs {
				switch s := spec.(type) {
				case *ast.ValueSpec:
					for _, name := range s.Names {
						if name.IsExported() {
							e[name.Name] = ""
						}
					}
				case *ast.TypeSpec:
					if s.Name.IsExported() {
						e.addType(s)
					}
				}
			}
		}
	}
}

func (e exports) addType(s *ast.TypeSpec) {
	e[s.Name.Name] = ""
	switch t := s.Type.(type) {
	case *ast.StructType:
		for _, field := range t.Fields.List {
			for _, name := range field.Names {
				if name.IsExported() {
					e[s.Name.Name+"."+name.Name] = text(field.Type)
				}
			}
			if name, _ := receiverName(field.Type); len(field.Names) == 0 && ast.IsExported(name) {
				e[s.Name.Name+".embedded "+name] = text(field.Type)
			}
		}
	case *ast.InterfaceType:
		for _, method := range t.Methods.List {
			for _, name := range method.Names {
				if name.IsExported() {
					e[s.Name.Name+"."+name.Name] = text(withoutNames(method.Type.(*ast.FuncType)))
				}
			}
		}
	default:
		e[s.Name.Name] = text(t)
	}
}

func receiverName(t ast.Expr) (name, star string) {
	switch t := t.(type) {
	case *ast.StarExpr:
		name, _ = receiverName(t.X)
		return name, "*"
	case *ast.IndexExpr:
		return receiverName(t.X)
	case *ast.IndexListExpr:
		return receiverName(t.X)
	case *ast.SelectorExpr:
		return t.Sel.Name, ""
	case *ast.Ident:
		return t.Name, ""
	}
	return "", ""
}

func signature(t *ast.FuncType) string {
	result := ""
	if t.TypeParams != nil {
		result = fmt.Sprintf("[%d]", t.TypeParams.NumFields())
	}
	return result + text(withoutNames(t))
}

func withoutNames(t *ast.FuncType) *ast.FuncType {
	plain := func(list *ast.FieldList) *ast.FieldList {
		if list == nil {
			return nil
		}
		result := &ast.FieldList{}
		for _, field := range list.List {
			for range max(1, len(field.Names)) {
				result.List = append(result.List, &ast.Field{Type: field.Type})
			}
		}
		return result
	}
	return &ast.FuncType{Params: plain(t.Params), Results: plain(t.Results)}
}

func text(node ast.Node) string {
	var buffer bytes.Buffer
	printer.Fprint(&buffer, token.NewFileSet(), node)
	return strings.ReplaceAll(strings.Join(strings.Fields(buffer.String()), " "), "interface{}", "any")
}
