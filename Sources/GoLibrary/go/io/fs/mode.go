package fs

// A FileMode is a file's kind and permissions.
type FileMode uint32

const (
	ModeDir        FileMode = 1 << (31 - iota) // d
	ModeAppend                                 // a
	ModeExclusive                              // l
	ModeTemporary                              // T
	ModeSymlink                                // L
	ModeDevice                                 // D
	ModeNamedPipe                              // p
	ModeSocket                                 // S
	ModeSetuid                                 // u
	ModeSetgid                                 // g
	ModeCharDevice                             // c
	ModeSticky                                 // t
	ModeIrregular                              // ?

	// ModeType is all that tells of the kind.
	ModeType = ModeDir | ModeSymlink | ModeNamedPipe | ModeSocket | ModeDevice | ModeCharDevice | ModeIrregular
	// ModePerm is the permissions.
	ModePerm FileMode = 0777
)

// String is like "drwxr-xr-x".
func (m FileMode) String() string {
	text := make([]byte, 0, 32)
	for i, c := range "dalTLDpSugct?" {
		if m&(1<<(31-i)) != 0 {
			text = append(text, byte(c))
		}
	}
	if len(text) == 0 {
		text = append(text, '-')
	}
	for i, c := range "rwxrwxrwx" {
		if m&(1<<(8-i)) == 0 {
			c = '-'
		}
		text = append(text, byte(c))
	}
	return string(text)
}

// IsDir reports whether it is a directory.
func (m FileMode) IsDir() bool { return m&ModeDir != 0 }

// IsRegular reports whether it is an ordinary file.
func (m FileMode) IsRegular() bool { return m&ModeType == 0 }

// Perm is the permissions.
func (m FileMode) Perm() FileMode { return m & ModePerm }

// Type is the kind.
func (m FileMode) Type() FileMode { return m & ModeType }
