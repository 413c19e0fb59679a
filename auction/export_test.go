package auction

// Associated is for tests that seal what Seal would not.
func Associated(s *Sealed) []byte { return s.associated() }
