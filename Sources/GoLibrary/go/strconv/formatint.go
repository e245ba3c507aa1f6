package strconv

const digits = "0123456789abcdefghijklmnopqrstuvwxyz"

// pairs holds 00 to 99, so that two decimal digits cost one division.
const pairs = "00010203040506070809" +
	"10111213141516171819" +
	"20212223242526272829" +
	"30313233343536373839" +
	"40414243444546474849" +
	"50515253545556575859" +
	"60616263646566676869" +
	"70717273747576777879" +
	"80818283848586878889" +
	"90919293949596979899"

// FormatInt writes i in a base from 2 to 36, with lower-case letters.
func FormatInt(i int64, base int) string {
	if 0 <= i && i < 100 && base == 10 {
		return below100(int(i))
	}
	var room [65]byte
	return string(room[layDigits(&room, uint64(i), base, i < 0):])
}

// FormatUint writes i in a base from 2 to 36, with lower-case letters.
func FormatUint(i uint64, base int) string {
	if i < 100 && base == 10 {
		return below100(int(i))
	}
	var room [65]byte
	return string(room[layDigits(&room, i, base, false):])
}

// Itoa is FormatInt in base 10.
func Itoa(i int) string { return FormatInt(int64(i), 10) }

// AppendInt appends FormatInt(i, base) to dst.
func AppendInt(dst []byte, i int64, base int) []byte {
	if 0 <= i && i < 100 && base == 10 {
		return append(dst, below100(int(i))...)
	}
	var room [65]byte
	return append(dst, room[layDigits(&room, uint64(i), base, i < 0):]...)
}

// AppendUint appends FormatUint(i, base) to dst.
func AppendUint(dst []byte, i uint64, base int) []byte {
	if i < 100 && base == 10 {
		return append(dst, below100(int(i))...)
	}
	var room [65]byte
	return append(dst, room[layDigits(&room, i, base, false):]...)
}

// below100 is a piece of a constant: small numbers need no memory.
func below100(i int) string {
	if i < 10 {
		return digits[i : i+1]
	}
	return pairs[2*i : 2*i+2]
}

// layDigits writes u, taken as negative if so told, at the end of room and
// returns where it begins.
func layDigits(room *[65]byte, u uint64, base int, negative bool) int {
	if base < 2 || base > len(digits) {
		panic("strconv: illegal AppendInt/FormatInt base")
	}
	if negative {
		u = -u
	}
	at := len(room)
	if base == 10 {
		for u >= 100 {
			pair := u % 100 * 2
			u /= 100
			at -= 2
			room[at] = pairs[pair]
			room[at+1] = pairs[pair+1]
		}
		if u >= 10 {
			at--
			room[at] = byte('0' + u%10)
			u /= 10
		}
	} else {
		b := uint64(base)
		for u >= b {
			at--
			room[at] = digits[u%b]
			u /= b
		}
	}
	at--
	room[at] = digits[u]
	if negative {
		at--
		room[at] = '-'
	}
	return at
}
