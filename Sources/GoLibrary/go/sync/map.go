package sync

// A Map is a map[any]any that goroutines can share.
type Map struct {
	m       Mutex
	entries map[any]any
}

// Load is the value of key and whether there is one.
func (m *Map) Load(key any) (value any, ok bool) {
	m.m.Lock()
	value, ok = m.entries[key]
	m.m.Unlock()
	return value, ok
}

// Store sets the value of key.
func (m *Map) Store(key, value any) { m.Swap(key, value) }

// Clear deletes all.
func (m *Map) Clear() {
	m.m.Lock()
	clear(m.entries)
	m.m.Unlock()
}

// Swap sets the value of key and returns the one before.
func (m *Map) Swap(key, value any) (previous any, loaded bool) {
	m.m.Lock()
	defer m.m.Unlock() // a key that cannot be compared panics
	previous, loaded = m.entries[key]
	if m.entries == nil {
		m.entries = make(map[any]any)
	}
	m.entries[key] = value
	return previous, loaded
}

// LoadOrStore is the value of key, set to value if there was none.
func (m *Map) LoadOrStore(key, value any) (actual any, loaded bool) {
	m.m.Lock()
	defer m.m.Unlock()
	if actual, loaded = m.entries[key]; loaded {
		return actual, true
	}
	if m.entries == nil {
		m.entries = make(map[any]any)
	}
	m.entries[key] = value
	return value, false
}

// LoadAndDelete deletes key and returns its value.
func (m *Map) LoadAndDelete(key any) (value any, loaded bool) {
	m.m.Lock()
	defer m.m.Unlock()
	value, loaded = m.entries[key]
	delete(m.entries, key)
	return value, loaded
}

// Delete deletes key.
func (m *Map) Delete(key any) { m.LoadAndDelete(key) }

// CompareAndSwap sets the value of key to new if it was old.
func (m *Map) CompareAndSwap(key, old, new any) (swapped bool) {
	m.m.Lock()
	defer m.m.Unlock()
	value, ok := m.entries[key]
	if !ok || value != old {
		return false
	}
	m.entries[key] = new
	return true
}

// CompareAndDelete deletes key if its value is old.
func (m *Map) CompareAndDelete(key, old any) (deleted bool) {
	m.m.Lock()
	defer m.m.Unlock()
	value, ok := m.entries[key]
	if !ok || value != old {
		return false
	}
	delete(m.entries, key)
	return true
}

// Range calls f with each key and value, in no particular order, until f
// returns false. f may change the Map.
func (m *Map) Range(f func(key, value any) bool) {
	m.m.Lock()
	keys := make([]any, 0, len(m.entries))
	for key := range m.entries {
		keys = append(keys, key)
	}
	m.m.Unlock()
	for _, key := range keys {
		if value, ok := m.Load(key); ok && !f(key, value) {
			return
		}
	}
}
