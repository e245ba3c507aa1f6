package json

// A Token is a Delim, bool, float64, Number, string or nil.
type Token any

// A Delim is [ ] { or }.
type Delim rune

func (d Delim) String() string { return string(d) }

// misplaced is the error that a byte cannot stand there.
func (dec *Decoder) misplaced(b byte, context string) error {
	return &SyntaxError{"invalid character " + quoted(b) + context, dec.InputOffset()}
}

// beforeValue passes over a comma or colon that must stand before a value.
func (dec *Decoder) beforeValue() error {
	switch dec.state {
	case afterValue:
		if len(dec.inside) > 0 && dec.inside[len(dec.inside)-1] == '[' {
			b, err := dec.peek()
			if err != nil {
				return err
			}
			if b != ',' {
				return &SyntaxError{"expected comma after array element", dec.InputOffset()}
			}
			dec.at++
			dec.state = needElement
		}
	case atColon:
		b, err := dec.peek()
		if err != nil {
			return err
		}
		if b != ':' {
			return &SyntaxError{"expected colon after object key", dec.InputOffset()}
		}
		dec.at++
		dec.state = atMember
	}
	return nil
}

func (dec *Decoder) afterValue() {
	if len(dec.inside) > 0 {
		if dec.state == atKey || dec.state == needKey {
			dec.state = atColon
		} else {
			dec.state = afterValue
		}
	}
}

func (dec *Decoder) open(b byte) (Token, error) {
	dec.at++
	dec.inside = append(dec.inside, b)
	dec.state = atElement
	if b == '{' {
		dec.state = atKey
	}
	return Delim(b), nil
}

func (dec *Decoder) close(b byte) (Token, error) {
	dec.at++
	dec.inside = dec.inside[:len(dec.inside)-1]
	dec.state = atTop
	dec.afterValue()
	return Delim(b), nil
}

// Token is the next token; commas and colons are passed over. At the end of
// the input it is nil with io.EOF.
func (dec *Decoder) Token() (Token, error) {
	for {
		b, err := dec.peek()
		if err != nil {
			return nil, err
		}
		wantsValue := dec.state == atTop || dec.state == atElement || dec.state == needElement || dec.state == atMember
		wantsKey := dec.state == atKey || dec.state == needKey
		switch {
		case (b == '[' || b == '{') && wantsValue:
			return dec.open(b)
		case b == ']' && (dec.state == atElement || dec.state == afterValue && dec.inside[len(dec.inside)-1] == '['),
			b == '}' && (dec.state == atKey || dec.state == afterValue && dec.inside[len(dec.inside)-1] == '{'):
			return dec.close(b)
		case b == ':' && dec.state == atColon:
			dec.at++
			dec.state = atMember
			continue
		case b == ',' && dec.state == afterValue:
			dec.at++
			dec.state = needElement
			if dec.inside[len(dec.inside)-1] == '{' {
				dec.state = needKey
			}
			continue
		case wantsValue && b != ']' && b != '}' && b != ',' && b != ':':
			var v any
			if err := dec.Decode(&v); err != nil {
				return nil, err
			}
			return v, nil
		case wantsKey && b == '"':
			end, err := dec.end()
			if err != nil {
				return nil, err
			}
			name := unquote(dec.buf[dec.at:end])
			dec.at = end
			dec.state = atColon
			return name, nil
		}
		context := " looking for beginning of value"
		switch dec.state {
		case atColon:
			context = " after object key"
		case atKey:
			context = ""
		case needKey:
			context = " looking for beginning of object key string"
		case afterValue:
			context = " after array element"
			if dec.inside[len(dec.inside)-1] == '{' {
				context = " after object key:value pair"
			}
		}
		return nil, dec.misplaced(b, context)
	}
}
