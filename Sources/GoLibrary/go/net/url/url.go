package url

import (
	"errors"
	"path"
	"strconv"
	"strings"
)

// An Error is what went wrong with a URL.
type Error struct {
	Op  string
	URL string
	Err error
}

func (e *Error) Error() string { return e.Op + " " + strconv.Quote(e.URL) + ": " + e.Err.Error() }

func (e *Error) Unwrap() error { return e.Err }

func (e *Error) Timeout() bool {
	t, ok := e.Err.(interface{ Timeout() bool })
	return ok && t.Timeout()
}

func (e *Error) Temporary() bool {
	t, ok := e.Err.(interface{ Temporary() bool })
	return ok && t.Temporary()
}

// A URL is scheme:opaque?query#fragment or scheme://user@host/path?query#fragment.
type URL struct {
	Scheme      string
	Opaque      string
	User        *Userinfo
	Host        string // with the port
	Path        string // without escapes
	RawPath     string // as it was, where that is not how it would be written
	OmitHost    bool
	ForceQuery  bool // a ? even without a query
	RawQuery    string
	Fragment    string
	RawFragment string
}

// Userinfo is a user's name and password.
type Userinfo struct {
	username string
	password string
	hasOne   bool
}

// User is a name without password.
func User(username string) *Userinfo { return &Userinfo{username: username} }

// UserPassword is a name with a password.
func UserPassword(username, password string) *Userinfo { return &Userinfo{username, password, true} }

func (u *Userinfo) Username() string {
	if u == nil {
		return ""
	}
	return u.username
}

func (u *Userinfo) Password() (string, bool) {
	if u == nil {
		return "", false
	}
	return u.password, u.hasOne
}

func (u *Userinfo) String() string {
	if u == nil {
		return ""
	}
	text := escape(u.username, inUser)
	if u.hasOne {
		text += ":" + escape(u.password, inUser)
	}
	return text
}

// Parse reads a URL, whole or relative.
func Parse(rawURL string) (*URL, error) {
	rest, fragment, _ := strings.Cut(rawURL, "#")
	u, err := parse(rest, false)
	if err != nil {
		return nil, &Error{"parse", rest, err}
	}
	if fragment == "" {
		return u, nil
	}
	if err := u.setFragment(fragment); err != nil {
		return nil, &Error{"parse", rawURL, err}
	}
	return u, nil
}

// ParseRequestURI reads a URL as it stands in a request: whole, or a path.
func ParseRequestURI(rawURL string) (*URL, error) {
	u, err := parse(rawURL, true)
	if err != nil {
		return nil, &Error{"parse", rawURL, err}
	}
	return u, nil
}

// scheme cuts off "name:".
func scheme(rawURL string) (name, rest string, err error) {
	for i := range len(rawURL) {
		switch c := rawURL[i]; {
		case 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z':
		case '0' <= c && c <= '9' || c == '+' || c == '-' || c == '.':
			if i == 0 {
				return "", rawURL, nil
			}
		case c == ':':
			if i == 0 {
				return "", "", errors.New("missing protocol scheme")
			}
			return rawURL[:i], rawURL[i+1:], nil
		default:
			return "", rawURL, nil
		}
	}
	return "", rawURL, nil
}

func parse(rawURL string, isRequest bool) (*URL, error) {
	for i := range len(rawURL) {
		if rawURL[i] < ' ' || rawURL[i] == 0x7F {
			return nil, errors.New("net/url: invalid control character in URL")
		}
	}
	if rawURL == "" && isRequest {
		return nil, errors.New("empty url")
	}
	u := new(URL)
	if rawURL == "*" {
		u.Path = "*"
		return u, nil
	}
	name, rest, err := scheme(rawURL)
	if err != nil {
		return nil, err
	}
	u.Scheme = strings.ToLower(name)
	if strings.HasSuffix(rest, "?") && strings.Count(rest, "?") == 1 {
		u.ForceQuery = true
		rest = rest[:len(rest)-1]
	} else {
		rest, u.RawQuery, _ = strings.Cut(rest, "?")
	}
	if !strings.HasPrefix(rest, "/") {
		if u.Scheme != "" {
			u.Opaque = rest
			return u, nil
		}
		if isRequest {
			return nil, errors.New("invalid URI for request")
		}
		if segment, _, _ := strings.Cut(rest, "/"); strings.Contains(segment, ":") {
			return nil, errors.New("first path segment in URL cannot contain colon")
		}
	}
	if (u.Scheme != "" || !isRequest && !strings.HasPrefix(rest, "///")) && strings.HasPrefix(rest, "//") {
		authority := rest[2:]
		rest = ""
		if i := strings.Index(authority, "/"); i >= 0 {
			authority, rest = authority[:i], authority[i:]
		}
		if u.User, u.Host, err = parseAuthority(authority); err != nil {
			return nil, err
		}
	} else if u.Scheme != "" && strings.HasPrefix(rest, "/") {
		u.OmitHost = true
	}
	if err := u.setPath(rest); err != nil {
		return nil, err
	}
	return u, nil
}

func parseAuthority(authority string) (user *Userinfo, host string, err error) {
	i := strings.LastIndex(authority, "@")
	if host, err = parseHost(authority[i+1:]); err != nil || i < 0 {
		return nil, host, err
	}
	info := authority[:i]
	for k := range len(info) {
		c := info[k]
		if !('a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9') && strings.IndexByte("-._:~!$&'()*+,;=%@", c) < 0 {
			return nil, "", errors.New("net/url: invalid userinfo")
		}
	}
	name, password, has := strings.Cut(info, ":")
	if name, err = unescape(name, inUser); err != nil {
		return nil, "", err
	}
	if !has {
		return User(name), host, nil
	}
	if password, err = unescape(password, inUser); err != nil {
		return nil, "", err
	}
	return UserPassword(name, password), host, nil
}

func validPort(port string) bool {
	if port == "" {
		return true
	}
	if port[0] != ':' {
		return false
	}
	for _, c := range port[1:] {
		if c < '0' || c > '9' {
			return false
		}
	}
	return true
}

func parseHost(host string) (string, error) {
	if strings.HasPrefix(host, "[") {
		end := strings.LastIndex(host, "]")
		if end < 0 {
			return "", errors.New("missing ']' in host")
		}
		if port := host[end+1:]; !validPort(port) {
			return "", errors.New("invalid port " + strconv.Quote(port) + " after host")
		}
		if zone := strings.Index(host[:end], "%25"); zone >= 0 {
			before, err := unescape(host[:zone], inHost)
			if err != nil {
				return "", err
			}
			middle, err := unescape(host[zone:end], inZone)
			if err != nil {
				return "", err
			}
			after, err := unescape(host[end:], inHost)
			return before + middle + after, err
		}
	} else if i := strings.LastIndex(host, ":"); i >= 0 && !validPort(host[i:]) {
		return "", errors.New("invalid port " + strconv.Quote(host[i:]) + " after host")
	}
	return unescape(host, inHost)
}

func (u *URL) setPath(p string) error {
	text, err := unescape(p, inPath)
	if err != nil {
		return err
	}
	u.Path, u.RawPath = text, ""
	if p != escape(text, inPath) {
		u.RawPath = p
	}
	return nil
}

func (u *URL) setFragment(f string) error {
	text, err := unescape(f, inFragment)
	if err != nil {
		return err
	}
	u.Fragment, u.RawFragment = text, ""
	if f != escape(text, inFragment) {
		u.RawFragment = f
	}
	return nil
}

// written reports whether raw, which stands for text, may be written as it is.
func written(raw, text string, where place) bool {
	if raw == "" {
		return false
	}
	for i := range len(raw) {
		switch c := raw[i]; c {
		case '!', '$', '&', '\'', '(', ')', '*', '+', ',', ';', '=', ':', '@', '[', ']', '%':
		default:
			if mustEscape(c, where) {
				return false
			}
		}
	}
	meant, err := unescape(raw, where)
	return err == nil && meant == text
}

// EscapedPath is the path with escapes.
func (u *URL) EscapedPath() string {
	if written(u.RawPath, u.Path, inPath) {
		return u.RawPath
	}
	if u.Path == "*" {
		return "*"
	}
	return escape(u.Path, inPath)
}

// EscapedFragment is the fragment with escapes.
func (u *URL) EscapedFragment() string {
	if written(u.RawFragment, u.Fragment, inFragment) {
		return u.RawFragment
	}
	return escape(u.Fragment, inFragment)
}

// String is the URL's text.
func (u *URL) String() string {
	var b strings.Builder
	if u.Scheme != "" {
		b.WriteString(u.Scheme + ":")
	}
	if u.Opaque != "" {
		b.WriteString(u.Opaque)
	} else {
		if u.Scheme != "" || u.Host != "" || u.User != nil {
			if !u.OmitHost || u.Host != "" || u.User != nil {
				if u.Host != "" || u.Path != "" || u.User != nil {
					b.WriteString("//")
				}
				if u.User != nil {
					b.WriteString(u.User.String() + "@")
				}
				b.WriteString(escape(u.Host, inHost))
			}
		}
		p := u.EscapedPath()
		if p != "" && p[0] != '/' && u.Host != "" {
			b.WriteByte('/')
		}
		if b.Len() == 0 {
			if segment, _, _ := strings.Cut(p, "/"); strings.Contains(segment, ":") {
				b.WriteString("./")
			}
		}
		b.WriteString(p)
	}
	if u.ForceQuery || u.RawQuery != "" {
		b.WriteString("?" + u.RawQuery)
	}
	if u.Fragment != "" {
		b.WriteString("#" + u.EscapedFragment())
	}
	return b.String()
}

// Redacted is String without the password.
func (u *URL) Redacted() string {
	if u == nil {
		return ""
	}
	c := *u
	if _, has := c.User.Password(); has {
		c.User = UserPassword(c.User.Username(), "xxxxx")
	}
	return c.String()
}

func (u *URL) IsAbs() bool { return u.Scheme != "" }

// Query is the parameters of the query.
func (u *URL) Query() Values {
	v, _ := ParseQuery(u.RawQuery)
	return v
}

// RequestURI is what a request asks for.
func (u *URL) RequestURI() string {
	text := u.Opaque
	if text == "" {
		if text = u.EscapedPath(); text == "" {
			text = "/"
		}
	} else if strings.HasPrefix(text, "//") {
		text = u.Scheme + ":" + text
	}
	if u.ForceQuery || u.RawQuery != "" {
		text += "?" + u.RawQuery
	}
	return text
}

// Hostname is the host without port and brackets.
func (u *URL) Hostname() string {
	host, _ := splitPort(u.Host)
	return host
}

// Port is the host's port, or "".
func (u *URL) Port() string {
	_, port := splitPort(u.Host)
	return port
}

func splitPort(hostport string) (host, port string) {
	host = hostport
	if i := strings.LastIndexByte(host, ':'); i >= 0 && validPort(host[i:]) {
		host, port = host[:i], host[i+1:]
	}
	if strings.HasPrefix(host, "[") && strings.HasSuffix(host, "]") {
		host = host[1 : len(host)-1]
	}
	return host, port
}

// Parse reads a URL relative to u.
func (u *URL) Parse(ref string) (*URL, error) {
	r, err := Parse(ref)
	if err != nil {
		return nil, err
	}
	return u.ResolveReference(r), nil
}

// resolve is the path ref as seen from base, without . and .. elements.
func resolve(base, ref string) string {
	full := ref
	if ref == "" {
		full = base
	} else if ref[0] != '/' {
		full = base[:strings.LastIndex(base, "/")+1] + ref
	}
	if full == "" {
		return ""
	}
	var kept []string
	elements := strings.Split(full, "/")
	for i, e := range elements {
		switch e {
		case ".":
			if i == len(elements)-1 {
				kept = append(kept, "")
			}
		case "..":
			if len(kept) > 0 && !(len(kept) == 1 && kept[0] == "") {
				kept = kept[:len(kept)-1]
			}
			if i == len(elements)-1 {
				kept = append(kept, "")
			}
		default:
			kept = append(kept, e)
		}
	}
	return "/" + strings.TrimLeft(strings.Join(kept, "/"), "/")
}

// ResolveReference is ref as seen from u.
func (u *URL) ResolveReference(ref *URL) *URL {
	r := *ref
	if ref.Scheme == "" {
		r.Scheme = u.Scheme
	}
	if ref.Scheme != "" || ref.Host != "" || ref.User != nil {
		r.setPath(resolve(ref.EscapedPath(), ""))
		return &r
	}
	if ref.Opaque != "" {
		r.User, r.Host, r.Path = nil, "", ""
		return &r
	}
	if ref.Path == "" && !ref.ForceQuery && ref.RawQuery == "" {
		r.RawQuery = u.RawQuery
		if ref.Fragment == "" {
			r.Fragment, r.RawFragment = u.Fragment, u.RawFragment
		}
	}
	if ref.Path == "" && u.Opaque != "" {
		r.Opaque = u.Opaque
		r.User, r.Host, r.Path = nil, "", ""
		return &r
	}
	r.Host, r.User = u.Host, u.User
	r.setPath(resolve(u.EscapedPath(), ref.EscapedPath()))
	return &r
}

// JoinPath is the URL with elements added to its path.
func (u *URL) JoinPath(elem ...string) *URL {
	elem = append([]string{u.EscapedPath()}, elem...)
	var p string
	if !strings.HasPrefix(elem[0], "/") {
		elem[0] = "/" + elem[0]
		p = path.Join(elem...)[1:]
	} else {
		p = path.Join(elem...)
	}
	if strings.HasSuffix(elem[len(elem)-1], "/") && !strings.HasSuffix(p, "/") {
		p += "/"
	}
	c := *u
	c.setPath(p)
	return &c
}

// JoinPath is base with elements added to its path.
func JoinPath(base string, elem ...string) (result string, err error) {
	u, err := Parse(base)
	if err != nil {
		return "", err
	}
	return u.JoinPath(elem...).String(), nil
}

// MarshalBinary is the URL's text.
func (u *URL) MarshalBinary() (text []byte, err error) { return []byte(u.String()), nil }

// UnmarshalBinary reads a URL.
func (u *URL) UnmarshalBinary(text []byte) error {
	parsed, err := Parse(string(text))
	if err == nil {
		*u = *parsed
	}
	return err
}
